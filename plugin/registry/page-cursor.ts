import type { AppSort } from '../contract/app-values.js'
import type { PagePosition } from './app-store.js'
import { isSoundText } from './sound-text.js'

/** A position as a caller carries it: opaque, and good for the sort that it was made for. */
export function writeCursor(sort: AppSort, { value, clientId }: PagePosition): string {
  return Buffer.from(JSON.stringify([sort, value, clientId])).toString('base64url')
}

/** @returns `undefined` for what is no cursor, or one of another sort. */
export function readCursor(sort: AppSort, cursor: string): PagePosition | undefined {
  const parsed = parse(Buffer.from(cursor, 'base64url').toString())
  if (parsed.length !== 3 || parsed[0] !== sort) return undefined
  const [, value, clientId] = parsed
  if (typeof clientId !== 'string' || !isSoundText(clientId)) return undefined
  if (sort.endsWith('client_name'))
    return typeof value === 'string' && isSoundText(value) ? { value, clientId } : undefined
  return typeof value === 'number' && Number.isSafeInteger(value) ? { value, clientId } : undefined
}

function parse(json: string): readonly unknown[] {
  try {
    const value: unknown = JSON.parse(json)
    return Array.isArray(value) ? value : []
  } catch {
    return []
  }
}
