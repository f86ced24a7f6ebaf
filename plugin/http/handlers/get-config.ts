import type { Handler } from '../handler.js'

export const getConfig: Handler<'getConfig'> = async ({ principal }, registry) => ({
  status: 200,
  body: await registry.config(principal),
})
