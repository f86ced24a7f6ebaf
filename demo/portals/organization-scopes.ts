import type { ScopeDefinition } from '../../plugin/contract/scope-catalogue.js'

/** Ten scopes in one list. The two at its end hold others in them, and are marked as dangerous. */
export const organizationScopes: readonly ScopeDefinition[] = [
  {
    name: 'read:user',
    risk: 'safe',
    label: {
      en: 'Read user information',
      de: 'Angaben zu Personen lesen',
      ar: 'قراءة معلومات المستخدم',
    },
    description: {
      en: 'See the name, e-mail address and picture of the person who signs in.',
      de: 'Name, E-Mail-Adresse und Bild der Person sehen, die sich anmeldet.',
      ar: 'الاطلاع على اسم الشخص الذي يسجّل الدخول وبريده الإلكتروني وصورته.',
    },
  },
  {
    name: 'write:user',
    implies: ['read:user'],
    label: {
      en: 'Modify user information',
      de: 'Angaben zu Personen ändern',
      ar: 'تعديل معلومات المستخدم',
    },
    description: {
      en: 'Change the profile of the person who signs in.',
      de: 'Das Profil der Person ändern, die sich anmeldet.',
      ar: 'تغيير الملف الشخصي لمن يسجّل الدخول.',
    },
  },
  {
    name: 'read:organization',
    label: {
      en: 'Read organization data',
      de: 'Daten der Organisation lesen',
      ar: 'قراءة بيانات المؤسسة',
    },
    description: {
      en: 'See the name, plan and settings of the organization.',
      de: 'Name, Tarif und Einstellungen der Organisation sehen.',
      ar: 'الاطلاع على اسم المؤسسة وخطتها وإعداداتها.',
    },
  },
  {
    name: 'write:organization',
    implies: ['read:organization'],
    label: {
      en: 'Modify organization data',
      de: 'Daten der Organisation ändern',
      ar: 'تعديل بيانات المؤسسة',
    },
    description: {
      en: 'Change the name and settings of the organization.',
      de: 'Name und Einstellungen der Organisation ändern.',
      ar: 'تغيير اسم المؤسسة وإعداداتها.',
    },
  },
  {
    name: 'read:members',
    label: {
      en: 'Read member information',
      de: 'Angaben zu Mitgliedern lesen',
      ar: 'قراءة معلومات الأعضاء',
    },
    description: {
      en: 'See who belongs to the organization, and in which role.',
      de: 'Sehen, wer zur Organisation gehört und in welcher Rolle.',
      ar: 'معرفة من ينتمي إلى المؤسسة ودوره فيها.',
    },
  },
  {
    name: 'write:members',
    implies: ['read:members'],
    label: {
      en: 'Modify members',
      de: 'Mitglieder ändern',
      ar: 'تعديل الأعضاء',
    },
    description: {
      en: 'Invite and remove members, and change their roles.',
      de: 'Mitglieder einladen und entfernen und ihre Rollen ändern.',
      ar: 'دعوة الأعضاء وإزالتهم وتغيير أدوارهم.',
    },
  },
  {
    name: 'read:webhooks',
    label: {
      en: 'Read webhook configuration',
      de: 'Einrichtung der Webhooks lesen',
      ar: 'قراءة إعدادات خطافات الويب',
    },
    description: {
      en: 'See where events are sent, and what became of them.',
      de: 'Sehen, wohin Ereignisse gesendet werden und was aus ihnen wurde.',
      ar: 'معرفة وجهات إرسال الأحداث وما آلت إليه.',
    },
  },
  {
    name: 'write:webhooks',
    implies: ['read:webhooks'],
    label: {
      en: 'Manage webhooks',
      de: 'Webhooks verwalten',
      ar: 'إدارة خطافات الويب',
    },
    description: {
      en: 'Add, change and remove the addresses that events are sent to.',
      de: 'Adressen hinzufügen, ändern und entfernen, an die Ereignisse gesendet werden.',
      ar: 'إضافة العناوين التي تُرسل إليها الأحداث وتغييرها وإزالتها.',
    },
  },
  {
    name: 'admin:organization',
    risk: 'dangerous',
    implies: ['write:organization', 'write:members', 'write:webhooks'],
    label: {
      en: 'Full organization admin access',
      de: 'Voller Zugriff auf die Verwaltung der Organisation',
      ar: 'صلاحية إدارة كاملة للمؤسسة',
    },
    description: {
      en: 'Do everything that an admin of the organization can do, including removing people from it.',
      de: 'Alles tun, was Admins der Organisation können, auch Personen daraus entfernen.',
      ar: 'القيام بكل ما يستطيعه مشرف المؤسسة، بما في ذلك إزالة الأشخاص منها.',
    },
  },
  {
    name: 'admin:all',
    risk: 'dangerous',
    implies: ['admin:organization', 'write:user'],
    label: {
      en: 'Full system access',
      de: 'Voller Zugriff auf das System',
      ar: 'صلاحية كاملة على النظام',
    },
    description: {
      en: 'Do everything that this API offers. Ask for it only where nothing less will do.',
      de: 'Alles tun, was diese API bietet. Nur anfordern, wo weniger nicht genügt.',
      ar: 'القيام بكل ما تتيحه هذه الواجهة. لا تُطلب إلا إذا لم يكفِ ما هو أقل منها.',
    },
  },
]
