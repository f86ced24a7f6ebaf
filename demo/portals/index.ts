import { dnsimple } from './dnsimple.js'
import { docspace } from './docspace.js'
import { marketplace } from './marketplace.js'
import { organizationExamples } from './organization-examples.js'
import { organization } from './organization.js'
import { oro } from './oro.js'
import type { Portal } from './portal.js'

/** The portals of the demo. Another one is a preset and a row here, and a page in `demo/pages/`. */
export const portals: readonly Portal[] = [
  {
    name: 'docspace',
    title: 'DocSpace',
    preset: docspace,
    tablePrefix: 'oauth_app_kit_',
    visitor: 'member',
    grants: true,
    introduced: ['accounts.self:read', 'files:read', 'rooms:read'],
  },
  {
    name: 'oro',
    title: 'Oro',
    preset: oro,
    tablePrefix: 'oro_',
    visitor: 'member',
    overview: true,
    mailTemplates: true,
  },
  { name: 'dnsimple', title: 'DNSimple', preset: dnsimple, tablePrefix: 'dnsimple_', visitor: 'member' },
  {
    name: 'organization',
    title: 'Organization API',
    preset: organization,
    tablePrefix: 'organization_',
    visitor: 'admin',
    webhooks: true,
    examples: organizationExamples,
  },
  {
    name: 'marketplace',
    title: 'Marketplace',
    preset: marketplace,
    tablePrefix: 'marketplace_',
    visitor: 'member',
  },
]
