import * as z from 'zod/mini'
import { AppSchema } from './app.js'

const { client_id, client_name, description, client_uri, logo_uri, logo_srcset, policy_uri, tos_uri, scopes } =
  AppSchema.shape

/**
 * What anybody may know of an enabled app before they allow it anything: what a consent screen shows. Of the people and
 * the machinery behind it there is nothing: no ids, contacts, redirect URIs, origins, secrets, times or states.
 */
export const PublicAppSchema = z.strictObject({
  client_id,
  client_name,
  description,
  client_uri,
  logo_uri,
  logo_srcset,
  policy_uri,
  tos_uri,
  /** As chosen, without what they imply. */
  scopes,
  /**
   * Whose app it is: its organisation or, where it is of none, the person who registered it. `null` where the name of the
   * organisation is not known: those who work in it are never named.
   */
  publisher: z.nullable(z.strictObject({ name: z.string() })),
})

export type PublicApp = z.infer<typeof PublicAppSchema>
