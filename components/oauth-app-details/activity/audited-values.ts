/** What the audit log says of a secret. */
export interface AuditedSecret {
  readonly id: string
  readonly name: string
  readonly hint: string
  /** ISO 8601; `null` where it does not end by itself. */
  readonly expires_at: string | null
}

/** The log keeps values as they were when they were written, so that they are read with suspicion. */
export function secretsIn(value: unknown): AuditedSecret[] {
  if (!Array.isArray(value)) return []
  return value.filter(isObject).map((secret) => ({
    id: textIn(secret['id']),
    name: textIn(secret['name']),
    hint: textIn(secret['hint']),
    expires_at: isTime(secret['expires_at']) ? secret['expires_at'] : null,
  }))
}

/** The name of a person; `undefined` for what is none. */
export function personIn(value: unknown): string | undefined {
  return isObject(value) && typeof value['name'] === 'string' ? value['name'] : undefined
}

export function isTime(value: unknown): value is string {
  return typeof value === 'string' && !Number.isNaN(Date.parse(value))
}

function textIn(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
