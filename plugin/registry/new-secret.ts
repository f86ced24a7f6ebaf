import type { SecretRecord, Timestamp } from './app-record.js'
import type { AppTransaction } from './app-store.js'
import { newId } from './new-id.js'
import type { SecretKeeper } from './secret-keeper.js'

export interface NewSecret {
  readonly record: SecretRecord
  /** Shown once, and kept nowhere. */
  readonly value: string
}

/** Makes a secret for an app and keeps its hash. */
export async function newSecret(
  keeper: SecretKeeper,
  transaction: AppTransaction,
  clientId: string,
  { name = '', expires_at = null, now }: { name?: string; expires_at?: Timestamp | null; now: Timestamp },
): Promise<NewSecret> {
  const { value, hint, hash } = keeper.mint()
  const record: SecretRecord = { id: newId(), name, hint, created_at: now, expires_at, last_used_at: null }
  await transaction.insertSecret(clientId, record, hash)
  return { record, value }
}
