import type { Effect } from '../contract/effect.js'

/** Without an authorization server to ask, nobody knows whom an app reaches: that is not nobody. */
export const unknownEffect: Effect = { users: null, grants: null, tokens: null }
