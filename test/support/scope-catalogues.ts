import type { ScopeCatalogue, ScopeGroup } from '../../plugin/contract/scope-catalogue.js'

function area(group: string, label: string, prefix: string): ScopeGroup {
  return {
    group,
    label,
    scopes: [
      { name: `${prefix}:read`, access: 'read', description: `View ${group}.` },
      { name: `${prefix}:write`, access: 'write', implies: [`${prefix}:read`], description: `Manage ${group}.` },
    ],
  }
}

/** Areas with Read and Write, and one with nothing to write. */
export const areas: ScopeCatalogue = [
  area('files', 'Files & Folders', 'files'),
  area('rooms', 'Rooms', 'rooms'),
  { group: 'openid', label: 'Open ID', scopes: [{ name: 'openid', description: 'View your personal data.' }] },
]

/** Single scopes that imply each other over several steps. */
export const singles: ScopeCatalogue = [
  { name: 'read:user', description: 'Read user information' },
  { name: 'write:user', implies: ['read:user'], description: 'Modify user information' },
  { name: 'admin:all', implies: ['write:user'], risk: 'dangerous', description: 'Full system access' },
]
