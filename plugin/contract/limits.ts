/** Bounds on what an app may hold. Lengths of text are counted in code points, lengths of URIs in characters. */
export interface Limits {
  readonly client_name_min: number
  readonly client_name_max: number
  readonly description_max: number
  readonly secret_name_max: number
  readonly redirect_uris_max: number
  readonly allowed_origins_max: number
  readonly contacts_max: number
  readonly uri_length_max: number
  /** Live secrets of one app. */
  readonly secrets_max: number
}

export const defaultLimits: Limits = {
  client_name_min: 1,
  client_name_max: 100,
  description_max: 500,
  secret_name_max: 100,
  redirect_uris_max: 12,
  allowed_origins_max: 12,
  contacts_max: 5,
  uri_length_max: 2048,
  secrets_max: 5,
}

/** An uploaded icon. Fixed: the number is on the page, in the documents and in the consent screens. */
export const iconLimits = { width: 32, height: 32, bytes: 256 * 1024 } as const

/** The largest JSON body: an icon at its limit, as a data URL, and the rest of the app. */
export const jsonBodyBytes = 512 * 1024
