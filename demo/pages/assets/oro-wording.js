// What this host calls things by other names than the elements do.

import { registerWording } from '/oauth-app-kit/oauth-app-kit.js'

registerWording('en', {
  statuses: { disabled: 'Inactive' },
  list: {
    register: 'Add application',
    columnCreatedBy: 'User',
    menuOf: (name) => `More options for ${name}`,
  },
  actions: {
    enabledSwitch: (name) => `${name} is active`,
    enable: 'Activate',
    enabled: (name) => `${name} is active.`,
    enableFailed: (name) => `${name} could not be activated.`,
    disableConfirm: 'Deactivate',
    disabled: (name) => `${name} is no longer active.`,
    disableTitle: (name) => `Deactivate ${name}?`,
    disableText: 'It cannot get or use tokens until you activate it again. Nothing is deleted.',
    disableRevokeText: 'It cannot get tokens until you activate it again.',
  },
  bulk: {
    enableTitle: (count) => `Activate ${applications(count)}?`,
    disableTitle: (count) => `Deactivate ${applications(count)}?`,
    disableText: 'They cannot get or use tokens until you activate them again. Nothing is deleted.',
    enabled: (count) => `${applications(count)} activated.`,
    disabled: (count) => `${applications(count)} deactivated.`,
  },
  details: { secretLast: 'The only secret left cannot be ended. Add another first, or deactivate the application.' },
  events: {
    kinds: { 'app.created': 'Added', 'app.enabled': 'Activated', 'app.disabled': 'Deactivated' },
    told: {
      'app.created': (actor) => `${actor} added the application.`,
      'app.enabled': (actor) => `${actor} activated the application.`,
      'app.disabled': (actor) => `${actor} deactivated the application.`,
    },
  },
  form: {
    createTitle: 'Add application',
    create: 'Create',
    created: (name) => `${name} was created.`,
    client_name: 'Application name',
    client_nameHelp: 'Something that tells you later what it is for.',
    organization_idHelp: 'The application works in this organization.',
  },
})

registerWording('de', {
  statuses: { disabled: 'Inaktiv' },
  list: {
    register: 'Anwendung hinzufügen',
    columnCreatedBy: 'Benutzer',
    menuOf: (name) => `Mehr Optionen für „${name}“`,
  },
  form: {
    createTitle: 'Anwendung hinzufügen',
    create: 'Erstellen',
    created: (name) => `„${name}“ wurde erstellt.`,
    client_nameHelp: 'Etwas, woran Sie später sehen, wozu sie da ist.',
    organization_idHelp: 'Die Anwendung arbeitet in dieser Organisation.',
  },
})

registerWording('ar', {
  statuses: { disabled: 'غير نشط' },
  list: { register: 'إضافة تطبيق', columnCreatedBy: 'المستخدم', menuOf: (name) => `خيارات أخرى للتطبيق ${name}` },
  form: {
    createTitle: 'إضافة تطبيق',
    create: 'إنشاء',
    created: (name) => `تم إنشاء ${name}.`,
    client_nameHelp: 'اسم تعرف منه لاحقًا الغرض من التطبيق.',
    organization_idHelp: 'يعمل التطبيق في هذه المؤسسة.',
  },
})

function applications(count) {
  return count === 1 ? '1 application' : `${count} applications`
}
