import type { ScopeGroup } from '../../plugin/contract/scope-catalogue.js'
import { ownApps } from '../../plugin/index.js'
import type { PortalPreset } from './portal.js'

/** DocSpace: Settings → Developer Tools → OAuth 2.0. Own apps for everyone, all of them for owners and admins; deleting is final. */
export const docspace = {
  policy: ownApps({ adminsSeeAll: true }),
  fields: {
    client_name: 'required',
    client_uri: 'required',
    icon: 'required',
    description: 'optional',
    token_endpoint_auth_method: 'optional',
    application_type: 'hidden',
    redirect_uris: 'required',
    allowed_origins: 'required',
    scopes: 'required',
    policy_uri: 'required',
    tos_uri: 'required',
    organization_id: 'optional',
  },
  scopes: [
    readAndWrite({
      prefix: 'accounts.self',
      label: { en: 'Profile', de: 'Profil', ar: 'الملف الشخصي' },
      read: {
        en: 'View basic information about your profile',
        de: 'Grundlegende Angaben Ihres Profils ansehen',
        ar: 'عرض المعلومات الأساسية عن ملفك الشخصي',
      },
      write: {
        en: 'View and manage basic information about your profile',
        de: 'Grundlegende Angaben Ihres Profils ansehen und verwalten',
        ar: 'عرض المعلومات الأساسية عن ملفك الشخصي وإدارتها',
      },
    }),
    readAndWrite({
      prefix: 'accounts',
      label: { en: 'Accounts', de: 'Konten', ar: 'الحسابات' },
      read: { en: 'View all accounts', de: 'Alle Konten ansehen', ar: 'عرض جميع الحسابات' },
      write: {
        en: 'View and manage all accounts',
        de: 'Alle Konten ansehen und verwalten',
        ar: 'عرض جميع الحسابات وإدارتها',
      },
    }),
    readAndWrite({
      prefix: 'files',
      label: { en: 'Files & Folders', de: 'Dateien & Ordner', ar: 'الملفات والمجلدات' },
      read: {
        en: 'View all files and folders',
        de: 'Alle Dateien und Ordner ansehen',
        ar: 'عرض جميع الملفات والمجلدات',
      },
      write: {
        en: 'View and manage all files and folders',
        de: 'Alle Dateien und Ordner ansehen und verwalten',
        ar: 'عرض جميع الملفات والمجلدات وإدارتها',
      },
    }),
    readAndWrite({
      prefix: 'rooms',
      label: { en: 'Rooms', de: 'Räume', ar: 'الغرف' },
      read: { en: 'View all rooms', de: 'Alle Räume ansehen', ar: 'عرض جميع الغرف' },
      write: { en: 'View and manage all rooms', de: 'Alle Räume ansehen und verwalten', ar: 'عرض جميع الغرف وإدارتها' },
    }),
    {
      group: 'openid',
      label: 'Open ID',
      scopes: [
        {
          name: 'openid',
          access: 'read',
          description: {
            en: 'View your personal data',
            de: 'Ihre persönlichen Daten ansehen',
            ar: 'عرض بياناتك الشخصية',
          },
        },
      ],
    },
  ],
  restoreDays: 0,
} satisfies PortalPreset

interface Area {
  readonly prefix: string
  readonly label: ScopeGroup['label']
  readonly read: ScopeGroup['label']
  readonly write: ScopeGroup['label']
}

function readAndWrite({ prefix, label, read, write }: Area): ScopeGroup {
  return {
    group: prefix,
    label,
    scopes: [
      { name: `${prefix}:read`, access: 'read', description: read },
      { name: `${prefix}:write`, access: 'write', implies: [`${prefix}:read`], description: write },
    ],
  }
}
