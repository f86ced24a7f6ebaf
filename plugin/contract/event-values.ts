export const eventPageSize = { default: 50, max: 200 } as const

/** What the audit log knows to tell. Closed, as the elements have a sentence for each. */
export const eventActions = [
  'app.created',
  'app.updated',
  'app.enabled',
  'app.disabled',
  'app.deleted',
  'app.restored',
  'app.reassigned',
  'app.tokens_revoked',
  'app.token_issued',
  'app.submitted',
  'app.withdrawn',
  'app.approved',
  'app.rejected',
  'secret.added',
  'secret.ended',
] as const
export type EventAction = (typeof eventActions)[number]

export const eventFormats = ['csv', 'json'] as const
export type EventFormat = (typeof eventFormats)[number]
