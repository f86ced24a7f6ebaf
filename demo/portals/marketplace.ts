import { ownApps } from '../../plugin/index.js'
import type { PortalPreset } from './portal.js'

/**
 * A marketplace, which is none of the four documents: apps, and changes of them, are approved by an administrator before
 * others than their owner can use them, unless all that they ask for is marked safe.
 */
export const marketplace = {
  policy: ownApps(),
  review: true,
  scopes: [
    {
      name: 'profile:read',
      risk: 'safe',
      label: { en: 'Profile', de: 'Profil', ar: 'الملف الشخصي' },
      description: { en: 'See your name', de: 'Ihren Namen sehen', ar: 'رؤية اسمك' },
    },
    {
      name: 'orders:read',
      label: { en: 'Orders', de: 'Bestellungen', ar: 'الطلبات' },
      description: { en: 'See your orders', de: 'Ihre Bestellungen sehen', ar: 'رؤية طلباتك' },
    },
    {
      name: 'orders:write',
      implies: ['orders:read'],
      risk: 'dangerous',
      label: { en: 'Place orders', de: 'Bestellen', ar: 'إجراء الطلبات' },
      description: { en: 'Place orders in your name', de: 'In Ihrem Namen bestellen', ar: 'إجراء الطلبات باسمك' },
    },
  ],
  fields: {
    client_name: 'required',
    redirect_uris: 'required',
    scopes: 'required',
    organization_id: 'hidden',
    application_type: 'hidden',
    allowed_origins: 'hidden',
    tos_uri: 'hidden',
  },
} satisfies PortalPreset
