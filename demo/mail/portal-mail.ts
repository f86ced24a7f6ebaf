import { fileURLToPath } from 'node:url'
import type { MailOptions, MailTransport } from '../../plugin/index.js'
import type { Portal } from '../portals/portal.js'

/** How a portal writes to people. */
export function portalMail(
  { name, title, mailTemplates }: Portal,
  origin: string,
  transport: MailTransport,
): MailOptions {
  return {
    transport,
    from: { name: title, address: `no-reply@${name}.example` },
    productName: title,
    appUrl: (clientId) => `${origin}/${name}#app/${clientId}`,
    ...(mailTemplates && { templates: fileURLToPath(new URL(`../mail-templates/${name}`, import.meta.url)) }),
  }
}
