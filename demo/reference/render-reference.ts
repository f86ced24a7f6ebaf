import type { Request } from 'express'
import { ConfigSchema } from '../../plugin/contract/config.js'
import { apiPath } from '../portals/portal.js'
import type { ReferenceExamples } from './examples.js'
import { groupsOf } from './groups.js'
import { withHostRules } from './host-rules.js'
import { html } from '../markup.js'
import { OpenApiSchema, operationsOf } from './open-api.js'
import { errorsSection, navigation, placeholdersSection, groupSection } from './reference-sections.js'

/** The parts of a reference page, made of what the portal's API says of itself at this moment. */
export async function renderReference(request: Request, name: string, examples: ReferenceExamples) {
  const path = apiPath({ name })
  const [openApi, config] = await Promise.all([ask(request, `${path}/openapi.json`), ask(request, `${path}/config`)])
  const document = withHostRules(OpenApiSchema.parse(openApi), ConfigSchema.parse(config))
  const operations = operationsOf(document)
  const groups = groupsOf(operations)
  const context = {
    api: `${request.protocol}://${request.get('host') ?? 'localhost'}${path}`,
    schemas: document.components.schemas,
    examples,
  }
  return {
    navigation: navigation(groups).text,
    base: html`${context.api}`.text,
    operations: [
      placeholdersSection(operations),
      ...groups.map((group) => groupSection(group, context)),
      errorsSection(operations, document.components.schemas),
    ]
      .map(({ text }) => text)
      .join('\n'),
  }
}

/** The same server, by the connection that this request came by: whatever name or proxy a browser knows it by. */
async function ask({ socket }: Request, path: string): Promise<unknown> {
  const host = socket.localAddress?.includes(':') ? `[${socket.localAddress}]` : socket.localAddress
  const response = await fetch(`http://${host}:${socket.localPort}${path}`, {
    headers: { authorization: 'Bearer demo-admin' },
  })
  if (!response.ok) throw new Error(`${path} answers ${response.status}`)
  return response.json()
}
