const rightToLeft = new Set(['Adlm', 'Arab', 'Hebr', 'Nkoo', 'Rohg', 'Syrc', 'Thaa'])

/** The direction in which a language is written. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  return rightToLeft.has(new Intl.Locale(language).maximize().script ?? '') ? 'rtl' : 'ltr'
}

/** A language tag as it is compared: `pt-br` is `pt-BR`. Answers `undefined` for what is none. */
export function readLanguage(tag: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(tag)[0]
  } catch {
    return undefined
  }
}

/** The tag itself, and what it is a kind of: `de-AT`, `de`. */
export function languagesOf(tag: string): string[] {
  const parts = (readLanguage(tag) ?? '').split('-')
  return parts.map((_, index) => parts.slice(0, parts.length - index).join('-')).filter((part) => part !== '')
}
