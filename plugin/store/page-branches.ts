import type { AppPageQuery } from '../registry/app-store.js'

/** Whose apps one walk of an index finds. */
export interface PageBranch {
  readonly organizations?: readonly string[]
  readonly createdBy?: string
}

/** Organisations of one condition that are walked one by one; beyond, they are searched together. */
const walkedAlone = 20

/**
 * What a caller may see, as walks that each follow one index in the order of the page: an OR over organisations and owner
 * would make the database read and sort all of them.
 */
export function pageBranches(query: Pick<AppPageQuery, 'visibility' | 'organizationId' | 'createdBy'>): PageBranch[] {
  const conditions = query.visibility === 'all' ? [{}] : query.visibility
  const branches = conditions.flatMap(({ organizations, created_by }): PageBranch[] => {
    if (created_by !== undefined && query.createdBy !== undefined && created_by !== query.createdBy) return []
    const createdBy = created_by ?? query.createdBy
    const owner = createdBy === undefined ? {} : { createdBy }
    return inOrganizations(organizations, query.organizationId).map((part) => ({ ...part, ...owner }))
  })
  return [...new Map(branches.map((branch) => [JSON.stringify(branch), branch])).values()]
}

function inOrganizations(visible: readonly string[] | undefined, asked: string | undefined): PageBranch[] {
  if (asked !== undefined) return visible && !visible.includes(asked) ? [] : [{ organizations: [asked] }]
  if (!visible) return [{}]
  if (visible.length > walkedAlone) return [{ organizations: visible }]
  return visible.map((organization) => ({ organizations: [organization] }))
}
