// What this host calls things by other names than the elements do.

import { registerWording } from '/oauth-app-kit/oauth-app-kit.js'

registerWording('en', {
  list: { register: 'Add application' },
  actions: { revokeTokens: 'Revoke all user tokens' },
  form: {
    createTitle: 'Add an application',
    client_name: 'Application name',
    client_uri: 'Homepage URL',
    redirect_uris: 'Authorization callback URLs',
    redirect_urisHelp:
      'Where people are sent once they have authorized the application. Compared character for character.',
  },
})

registerWording('de', {
  list: { register: 'Anwendung hinzufügen' },
  actions: { revokeTokens: 'Alle Token der Benutzer widerrufen' },
  form: {
    createTitle: 'Anwendung hinzufügen',
    client_uri: 'Homepage-URL',
    redirect_uris: 'Callback-URLs der Autorisierung',
    redirect_urisHelp: 'Wohin es geht, sobald die Anwendung autorisiert ist. Wird Zeichen für Zeichen verglichen.',
  },
})

registerWording('ar', {
  list: { register: 'إضافة تطبيق' },
  actions: { revokeTokens: 'إبطال جميع رموز المستخدمين' },
  form: {
    createTitle: 'إضافة تطبيق',
    client_uri: 'عنوان URL للصفحة الرئيسية',
    redirect_uris: 'عناوين العودة بعد التفويض',
    redirect_urisHelp: 'إلى أين يُنقل الأشخاص بعد أن يفوّضوا التطبيق. تُقارن حرفًا بحرف.',
  },
})
