import { ProblemError } from '../problem-error.js'
import type { OidcProvider } from './load-provider.js'

/** Makes what the store throws while there is no database an answer 503, where oidc-provider would say 500. */
export async function orUnavailable<Result>(
  { errors }: Pick<OidcProvider, 'errors'>,
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await work()
  } catch (cause) {
    if (!(cause instanceof ProblemError) || cause.code !== 'unavailable') throw cause
    const error = new errors.OIDCProviderError(503, 'temporarily_unavailable', { cause })
    // Whether the client may be sent anywhere is just what is not known.
    throw Object.assign(error, {
      expose: true,
      allow_redirect: false,
      error_description: 'the server cannot answer at this moment',
    })
  }
}
