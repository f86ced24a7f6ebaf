import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { checkTemplate } from './check-template.js'
import { languagesOf, readLanguage } from './language.js'
import { mailLayout } from './mail-layout.js'
import { mailNames } from './mail-names.js'
import { layoutNames, viewNames } from './mail-view.js'
import { ar } from './templates/ar.js'
import { de } from './templates/de.js'
import { en } from './templates/en.js'
import { mailParts, type MailTemplates } from './templates/mail-templates.js'

/** Templates by language: what a host has is in the place of ours. */
export interface TemplateFolder {
  readonly layout: string
  /** The first of these languages that there are templates for, else English; whole in any case. */
  find(locale: string): { readonly language: string; readonly templates: MailTemplates }
}

const ours: Readonly<Record<string, MailTemplates>> = { en, de, ar }

const ending = '.mustache'
const layoutFile = 'layout.html.mustache'
const names: readonly string[] = [...mailNames, ...mailParts]

/** @throws TemplateFault for the first thing that is wrong, when the host starts and not when a mail is due. */
export function loadTemplates(folder: string | undefined): TemplateFolder {
  const { layout, languages } = folder === undefined ? { layout: undefined, languages: {} } : readFolder(folder)
  const all: Record<string, MailTemplates> = { ...ours }
  // A language of the host's own says in English what it has no template for.
  for (const [language, given] of Object.entries(languages)) all[language] = { ...(ours[language] ?? en), ...given }
  return {
    layout: layout ?? mailLayout,
    find(locale) {
      const language = languagesOf(locale).find((candidate) => Object.hasOwn(all, candidate)) ?? 'en'
      return { language, templates: all[language] ?? en }
    },
  }
}

/** Something in a folder of templates that would fail later. */
export class TemplateFault extends Error {}

function readFolder(folder: string) {
  let layout: string | undefined
  const languages: Record<string, Partial<Record<string, string>>> = {}
  for (const name of list(folder)) {
    const path = join(folder, name)
    if (statSync(path).isDirectory()) languages[languageOf(name)] = readLanguageFolder(path, name)
    else if (name === layoutFile)
      layout = readTemplate(path, name, '', { names: layoutNames, parts: [], raw: ['body'] })
    else if (name.endsWith(ending)) throw new TemplateFault(`has ${name}, which belongs into a folder of its language`)
  }
  return { layout, languages }
}

function readLanguageFolder(path: string, folder: string): Partial<Record<string, string>> {
  const files = list(path).filter((file) => file.endsWith(ending))
  return Object.fromEntries(
    files.map((file) => {
      const name = file.slice(0, -ending.length)
      const shown = `${folder}/${file}`
      if (!names.includes(name))
        throw new TemplateFault(`has ${shown}, which is no mail; there are ${names.join(', ')}`)
      return [name, readTemplate(join(path, file), shown, name, { names: viewNames, parts: mailParts })]
    }),
  )
}

function readTemplate(path: string, shown: string, name: string, may: Parameters<typeof checkTemplate>[2]): string {
  const text = readFileSync(path, 'utf8').replaceAll('\r\n', '\n')
  const [fault] = checkTemplate(name, text, may)
  if (fault !== undefined) throw new TemplateFault(`has ${shown}, which ${fault}`)
  return text
}

function languageOf(name: string): string {
  const language = readLanguage(name)
  if (language === name) return name
  throw new TemplateFault(`has a folder ${name}, which is no language tag such as de or pt-BR`)
}

function list(folder: string): string[] {
  try {
    return readdirSync(folder).sort()
  } catch (error) {
    throw new TemplateFault(`cannot be read: ${error instanceof Error ? error.message : String(error)}`)
  }
}
