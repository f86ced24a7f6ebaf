import type { KoaContextWithOIDC } from 'oidc-provider'
import type { Logger } from '../logger.js'
import { ProblemError } from '../problem-error.js'

/** Answers what fails outside of oidc-provider, and says of every 503 when to try again. */
export function answerFailures(logger: Logger) {
  return async (ctx: KoaContextWithOIDC, next: () => Promise<unknown>): Promise<void> => {
    try {
      await next()
    } catch (err) {
      const unavailable = err instanceof ProblemError && err.code === 'unavailable'
      if (!unavailable) logger.error({ err }, 'authorization.failed')
      ctx.status = unavailable ? 503 : 500
      ctx.body = { error: unavailable ? 'temporarily_unavailable' : 'server_error' }
    }
    if (ctx.status === 503) ctx.set('Retry-After', '5')
  }
}
