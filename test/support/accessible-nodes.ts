import { executeServerCommand } from '@web/test-runner-commands'
import type { AccessibleNode } from './accessibility-tree-command.js'

/** All of a role on the page as assistive technology sees them, in order. */
export async function accessibleNodes(role: string): Promise<AccessibleNode[]> {
  const nodes = await executeServerCommand<AccessibleNode[], undefined>('accessibility-tree')
  return nodes.filter((node) => node.role === role)
}
