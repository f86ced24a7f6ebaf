import type { AppRecord } from '../../plugin/registry/app-record.js'

/** An app of the benchmark, with what the store writes on its own. */
export interface SampleApp {
  readonly app: AppRecord
  readonly lastUsedAt: number
  readonly deletedAt: number | null
  /** `null` for an app without a secret. */
  readonly secretExpiresAt: number | 'never' | null
}

export const day = 24 * 60 * 60 * 1000

/** The time of the benchmark: the newest app is a minute old. */
export const benchNow = Date.UTC(2026, 0, 31, 9, 30)

/** One app in ten belongs to it, 100,000 of 1,000,000, but never fewer than 1,000: each of its pages is a full one. */
export const largeOrganization = 'acme'
const largeAtLeast = 1000

export const commonWord = 'dashboard'
/** In the name of twenty apps of the large organisation, however many there are. */
export const rareWord = 'zeppelin'
const rareApps = 20

const subjects = words(
  'Invoice Payroll Calendar Ticket Warehouse Campaign Survey Contract Expense Shipment Roster Lead Asset',
)
const things = words(
  'Sync Importer Reports Bot Bridge Viewer Assistant Backup Exporter Notifier Planner Gateway Widget Mirror',
)
const syllables = words('nor vik lum ex ta ri bel mon dra ka so len qui pa ter zu fi gal or be')

/** App number `index` of `count`, the oldest first: the same whenever it is made. */
export function sampleApp(index: number, count: number): SampleApp {
  const draw = (use: number): number => hash(index * 31 + use)
  const created = benchNow - 60_000 - Math.floor(((count - 1 - index) / count) * 700 * day)
  const large = isRare(index, count) || (draw(1) % 1000) / 1000 < Math.max(0.1, largeAtLeast / count)
  const organization = large ? largeOrganization : `org-${draw(2) % Math.ceil(count / 50)}`
  const owner = `user-${draw(3) % Math.ceil(count / 8)}`
  const used = draw(4) % 10 < 4 ? 0 : created + Math.floor((draw(5) / 2 ** 32) * (benchNow - created))
  const app: AppRecord = {
    client_id: clientId(index),
    version: 1,
    client_name: nameOf(index, count),
    description: 'Keeps what people do here and what they do elsewhere in step, every few minutes.',
    icon: null,
    client_uri: 'https://apps.example.com/about',
    policy_uri: 'https://apps.example.com/privacy',
    tos_uri: 'https://apps.example.com/terms',
    contacts: [],
    redirect_uris: ['https://apps.example.com/callback', 'http://localhost:3000/callback'],
    allowed_origins: [],
    scopes: ['files:read', 'files:write'],
    application_type: 'web',
    token_endpoint_auth_method: 'client_secret_basic',
    grant_types: ['authorization_code', 'refresh_token'],
    jwks: null,
    status: draw(6) % 10 === 0 ? 'disabled' : 'active',
    organization_id: organization,
    created_by: { id: owner, name: `Person ${owner}` },
    created_at: created,
    updated_at: Math.max(created, used),
    last_used_at: used || null,
    secrets: [],
  }
  const expiry = draw(7) % 100
  return {
    app,
    lastUsedAt: used,
    deletedAt: draw(8) % 200 === 0 ? benchNow - day : null,
    secretExpiresAt: expiry < 30 ? null : expiry < 80 ? 'never' : benchNow + (draw(9) % 365) * day,
  }
}

/** 26 characters of base32, as the registry makes them. */
export function clientId(index: number): string {
  let id = ''
  for (let part = 0; part < 5; part++)
    id += hash(index * 17 + part + 1_000_003)
      .toString(32)
      .padStart(7, '0')
  return id.slice(0, 26).replaceAll(/[0189]/g, (digit) => 'wxyz'.charAt('0189'.indexOf(digit)))
}

function nameOf(index: number, count: number): string {
  const draw = (use: number): number => hash(index * 13 + use + 7919)
  const subject = subjects[draw(1) % subjects.length] ?? ''
  const thing = isRare(index, count)
    ? 'Zeppelin'
    : draw(2) % 10 === 0
      ? 'Dashboard'
      : (things[draw(3) % things.length] ?? '')
  return `${company(draw(4) % 4000)} ${subject} ${thing} ${draw(5) % 100}`
}

function isRare(index: number, count: number): boolean {
  return index % Math.max(1, Math.floor(count / rareApps)) === 3 && index / (count / rareApps) < rareApps
}

/** The name of one of 4,000 companies. */
function company(number: number): string {
  const syllable = (place: number): string => syllables[Math.floor(number / syllables.length ** place) % 20] ?? ''
  const name = syllable(0) + syllable(1) + syllable(2)
  return name.charAt(0).toUpperCase() + name.slice(1)
}

function words(text: string): string[] {
  return text.split(' ')
}

/** 32 bits that look random (splitmix32). */
function hash(value: number): number {
  let bits = (value + 0x9e3779b9) | 0
  bits = Math.imul(bits ^ (bits >>> 16), 0x21f0aaad)
  bits = Math.imul(bits ^ (bits >>> 15), 0x735a2d97)
  return (bits ^ (bits >>> 15)) >>> 0
}
