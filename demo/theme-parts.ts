import { html } from './markup.js'

/** The ready themes, by the names of their files. */
const themes = [
  { name: 'neutral', title: 'Neutral' },
  { name: 'indigo', title: 'Indigo' },
  { name: 'ink', title: 'Ink' },
] as const

/** Parts of the page of ready themes, in the one of that name, which is linked as a host would link it. */
export function themeParts(look: unknown): Readonly<Record<string, string>> {
  const shown = themes.find(({ name }) => name === look)
  const link = shown && html`<link rel="stylesheet" href="/oauth-app-kit/themes/${shown.name}.css" />`
  const choices = [{ name: undefined, title: 'Default' }, ...themes].map(({ name, title }) => {
    const address = name === undefined ? '/themes' : `/themes?look=${name}`
    return name === shown?.name
      ? html`<a href="${address}" aria-current="page">${title}</a> `
      : html`<a href="${address}">${title}</a> `
  })
  return {
    theme: link?.text ?? '',
    choices: html`${choices}`.text,
    code: html`${link?.text ?? 'No link at all: these are the defaults.'}`.text,
  }
}
