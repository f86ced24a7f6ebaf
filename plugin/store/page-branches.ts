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
  return branches.filter(
    (branch, index) => !branches.some((other, at) => at !== index && covers(other, branch, at < index)),
  )
}

function inOrganizations(visible: readonly string[] | undefined, asked: string | undefined): PageBranch[] {
  if (asked !== undefined) return visible && !visible.includes(asked) ? [] : [{ organizations: [asked] }]
  if (!visible) return [{}]
  if (visible.length > walkedAlone) return [{ organizations: visible }]
  return visible.map((organization) => ({ organizations: [organization] }))
}

/** Whether the wide walk finds all that the narrow one does; of two that find the same, the first counts. */
function covers(wide: PageBranch, narrow: PageBranch, first: boolean): boolean {
  const { organizations, createdBy } = wide
  const holds =
    (createdBy === undefined || createdBy === narrow.createdBy) &&
    (!organizations || (narrow.organizations?.every((organization) => organizations.includes(organization)) ?? false))
  if (!holds) return false
  const same = narrow.createdBy === createdBy && narrow.organizations?.length === organizations?.length
  return first || !same
}
