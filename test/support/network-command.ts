import type { Page, Route } from 'playwright-core'

/** What becomes of requests for files: they fail, they wait, or nothing keeps them any more. */
export interface NetworkPayload {
  /** A pattern of addresses, such as `**` + `/oauth-app-form.ts`. */
  readonly files: string
  readonly state: 'down' | 'slow' | 'up'
}

interface Call {
  readonly command: string
  readonly payload: NetworkPayload
  readonly session: { readonly id: string; readonly browser: { readonly getPage?: (id: string) => Page } }
}

/** Lets a test in the browser decide how its network is: `network`. */
export function networkCommand() {
  const waiting: Route[] = []
  return {
    name: 'network-command',
    async executeCommand({ command, payload, session }: Call): Promise<true | undefined> {
      const page = command === 'network' ? session.browser.getPage?.(session.id) : undefined
      if (!page) return undefined
      const { files, state } = payload
      await Promise.all(waiting.splice(0).map((route) => route.continue()))
      await page.unroute(files)
      if (state === 'down') await page.route(files, (route) => route.abort())
      if (state === 'slow') await page.route(files, (route) => void waiting.push(route))
      return true
    },
  }
}
