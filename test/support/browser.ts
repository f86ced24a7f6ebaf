/** A browser without a screen: follows redirects on one host, and keeps its cookies by path. */
export class Browser {
  readonly #cookies = new Map<string, { readonly value: string; readonly path: string }>()

  constructor(readonly origin: string) {}

  /** For looking whether they are kept anywhere else. */
  cookieValues(): string[] {
    return [...this.#cookies.values()].map(({ value }) => value)
  }

  /** One request; what it redirects to is for the caller to follow. */
  async fetch(address: string, init: RequestInit = {}): Promise<Response> {
    const url = new URL(address, this.origin)
    const headers = new Headers(init.headers)
    const cookies = [...this.#cookies].filter(([, { path }]) => isBelow(url.pathname, path))
    if (cookies.length > 0) headers.set('Cookie', cookies.map(([name, { value }]) => `${name}=${value}`).join('; '))
    const response = await fetch(url, { ...init, headers, redirect: 'manual' })
    for (const cookie of response.headers.getSetCookie()) this.#keep(cookie, url)
    return response
  }

  /** Follows redirects until an answer is none, or leads away from the host. */
  async visit(address: string): Promise<{ readonly url: URL; readonly response: Response | null }> {
    let url = new URL(address, this.origin)
    for (let hops = 0; hops < 10; hops++) {
      if (url.origin !== this.origin) return { url, response: null }
      const response = await this.fetch(url.href)
      const location = response.headers.get('Location')
      if (location === null) return { url, response }
      url = new URL(location, url)
    }
    throw new Error(`${address} redirects for ever`)
  }

  #keep(cookie: string, url: URL): void {
    const [pair = '', ...attributes] = cookie.split(/; */)
    const [name = '', value = ''] = pair.split(/=(.*)/s)
    const path = attributes.find((attribute) => /^path=/i.test(attribute))?.slice(5) ?? url.pathname
    if (attributes.some((attribute) => /^expires=Thu, 01 Jan 1970/i.test(attribute))) this.#cookies.delete(name)
    else this.#cookies.set(name, { value, path })
  }
}

/** RFC 6265 §5.1.4. */
function isBelow(pathname: string, path: string): boolean {
  return pathname === path || pathname.startsWith(path.endsWith('/') ? path : `${path}/`)
}
