import type { Page } from 'playwright-core'

/** What a screen reader is told of one thing on the page. */
export interface AccessibleNode {
  readonly role: string
  readonly name: string
  readonly description: string
  readonly properties: Readonly<Record<string, unknown>>
}

interface Call {
  readonly command: string
  readonly session: { readonly id: string; readonly browser: { readonly getPage?: (id: string) => Page } }
}

/** Lets a test in the browser ask what the browser tells assistive technology: `accessibility-tree`. */
export function accessibilityTreeCommand() {
  return {
    name: 'accessibility-tree-command',
    async executeCommand({ command, session }: Call): Promise<AccessibleNode[] | undefined> {
      const page = command === 'accessibility-tree' ? session.browser.getPage?.(session.id) : undefined
      if (!page) return undefined
      const devtools = await page.context().newCDPSession(page)
      const { nodes } = await devtools.send('Accessibility.getFullAXTree')
      await devtools.detach()
      return nodes
        .filter((node) => !node.ignored)
        .map((node) => ({
          role: String(node.role?.value ?? ''),
          name: String(node.name?.value ?? ''),
          description: String(node.description?.value ?? ''),
          properties: Object.fromEntries((node.properties ?? []).map(({ name, value }) => [name, value.value])),
        }))
    },
  }
}
