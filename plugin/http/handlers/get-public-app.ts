import type { Handler } from '../handler.js'
import { presentPublicApp } from '../present-app.js'

/** Never from a cache: people decide by it, and it may have been renamed, or disabled, a moment ago. */
export const getPublicApp: Handler<'getPublicApp'> = async ({ params, mount }, registry) => ({
  status: 200,
  body: presentPublicApp(await registry.getPublicApp(params.client_id), mount),
})
