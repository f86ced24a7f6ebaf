/** Apps of one call. */
export const bulkMax = 100

export const bulkActions = ['enable', 'disable', 'delete', 'revoke_tokens'] as const
export type BulkAction = (typeof bulkActions)[number]
