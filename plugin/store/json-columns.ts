import type { Jwks } from '../contract/app.js'

export function readStrings(json: string): string[] {
  return readList(json, (item) => typeof item === 'string')
}

export function readNumbers(json: string): number[] {
  return readList(json, (item) => typeof item === 'number')
}

export function readJwks(json: string | null): Jwks | null {
  const value: unknown = json === null ? null : JSON.parse(json)
  if (value === null || isJwks(value)) return value
  throw new TypeError('The database holds something other than a JSON Web Key Set')
}

function readList<Item>(json: string, isItem: (item: unknown) => item is Item): Item[] {
  const list: unknown = JSON.parse(json)
  if (Array.isArray(list) && list.every(isItem)) return list
  throw new TypeError('The database holds something other than a list of what belongs there')
}

function isJwks(value: unknown): value is Jwks {
  return typeof value === 'object' && value !== null && 'keys' in value && Array.isArray(value.keys)
}
