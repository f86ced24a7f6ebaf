import { AccessTokenInputSchema, AccessTokenSchema } from '../../contract/access-token.js'
import { readInput } from '../../contract/read-input.js'
import type { Handler } from '../handler.js'
import { isoTime } from '../iso-time.js'

export const issueAccessToken: Handler<'issueAccessToken'> = async ({ principal, params, body }, registry) => {
  const submission = readInput(AccessTokenInputSchema, body.value, { answer: AccessTokenSchema })
  const token = await registry.issueAccessToken(principal, params.client_id, submission)
  return {
    status: 201,
    body: {
      access_token: token.access_token,
      token_type: 'Bearer',
      expires_in: token.expires_in,
      expires_at: isoTime(token.expires_at),
      scopes: token.scopes,
    },
  }
}
