import type { Handler } from '../handler.js'
import { openApiDocument } from '../openapi/open-api-document.js'

export const getOpenApi: Handler<'getOpenApi'> = ({ mount }) => ({
  status: 200,
  body: { ...openApiDocument(), servers: [{ url: mount }] },
})
