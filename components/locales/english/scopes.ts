import { plural } from '../plural.js'

/** All that `<scope-picker>` says: on its own, so that a page with nothing else does not load the rest. */
export const scopesEnglish = {
  label: 'Access scopes',
  area: 'Area',
  read: 'Read',
  write: 'Write',
  dangerous: 'Dangerous',
  /** Said of a scope that another one holds on. */
  includedIn: (names: string) => `Included in ${names}`,
  /** Names one box of the table, as it is read aloud. */
  areaAccess: (area: string, access: string) => `${area}, ${access}`,
  unknown: 'This scope is no longer offered. Untick it to remove it.',
  required: 'Choose at least one scope.',
  loading: 'Loading scopes',
  loadFailed: 'The scopes could not be loaded. Check the connection and try again.',
  retry: 'Try again',
  empty: 'There are no scopes to choose from.',
  chosen: (count: number) => plural('en', count, { one: '# scope chosen', other: '# scopes chosen' }),
}
