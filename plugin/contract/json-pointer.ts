/** The JSON Pointer to a member (RFC 6901): `jsonPointer('redirect_uris', 1)` is `/redirect_uris/1`. */
export function jsonPointer(...path: readonly PropertyKey[]): string {
  return path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
}

/** The member of the body that a pointer leads into, as a name: `redirect_uris` for `/redirect_uris/1`. */
export function memberOf(pointer: string): string {
  return (pointer.split('/')[1] ?? '').replaceAll('~1', '/').replaceAll('~0', '~')
}
