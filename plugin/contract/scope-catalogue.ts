/** A text in one language, or in several by language tag (BCP 47); `en` is the one to fall back to. */
export type LocalizedText = string | Readonly<Record<string, string>>

/** `dangerous` scopes are marked wherever they are chosen or granted. */
export type ScopeRisk = 'safe' | 'normal' | 'dangerous'

/** One scope that an app may ask for. */
export interface ScopeDefinition {
  readonly name: string
  /** The column of a Read/Write grid; only within a {@link ScopeGroup}. */
  readonly access?: 'read' | 'write' | undefined
  /** Names that come with it; they may imply others in turn. */
  readonly implies?: readonly string[] | undefined
  readonly risk?: ScopeRisk | undefined
  readonly label?: LocalizedText | undefined
  readonly description?: LocalizedText | undefined
}

/** An area with its scopes: a row of the grid. */
export interface ScopeGroup {
  readonly group: string
  readonly label: LocalizedText
  readonly scopes: readonly ScopeDefinition[]
}

/** What a host offers, in the order in which it is shown: areas, single scopes, or both. */
export type ScopeCatalogue = readonly (ScopeDefinition | ScopeGroup)[]
