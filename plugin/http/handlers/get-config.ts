import type { Handler } from '../handler.js'

export const getConfig: Handler<'getConfig'> = ({ principal }, registry) => ({
  status: 200,
  body: registry.config(principal),
})
