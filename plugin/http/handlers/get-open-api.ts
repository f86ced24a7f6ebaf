import type { Handler } from '../handler.js'
import { openApiDocument } from '../openapi/open-api-document.js'

export const getOpenApi: Handler<'getOpenApi'> = ({ mount }, registry) => ({
  status: 200,
  body: { ...openApiDocument(registry.capabilities), servers: [{ url: mount }] },
})
