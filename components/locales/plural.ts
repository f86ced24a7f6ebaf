type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { readonly other: string }

/** Picks the form that a language uses for a number, and puts the number where `#` is. */
export function plural(lang: string, count: number, forms: Forms): string {
  const form = forms[new Intl.PluralRules(lang).select(count)] ?? forms.other
  return form.replace('#', new Intl.NumberFormat(lang).format(count))
}
