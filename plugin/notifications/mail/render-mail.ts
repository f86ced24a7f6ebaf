import mustache from 'mustache'
import { directionOf } from './language.js'
import type { TemplateFolder } from './load-templates.js'
import { escapeHtml, mailHtml } from './mail-html.js'
import type { MailName } from './mail-names.js'
import { MailValues, readMailSource } from './mail-source.js'
import { mailText } from './mail-text.js'
import type { MailView } from './mail-view.js'
import { mailParts } from './templates/mail-templates.js'

/** A mail in one language, as text and as HTML: both from one template. */
export interface RenderedMail {
  readonly language: string
  readonly subject: string
  readonly text: string
  readonly html: string
}

export function renderMail(
  name: MailName,
  folder: TemplateFolder,
  locale: string,
  viewIn: (language: string) => MailView,
): RenderedMail {
  const { language, templates } = folder.find(locale)
  const view = viewIn(language)
  const values = new MailValues()
  const escape = (value: unknown): string => values.keep(value)
  // A part that stands alone on its line takes the end of that line with it.
  const parts = (part: string): string | undefined => (isPart(part) ? `${templates[part].trimEnd()}\n` : undefined)
  const filled = mustache.render(templates[name], view, parts, { escape })
  const { subject, blocks } = readMailSource(filled, values)
  const dir = directionOf(language)
  const body = mailHtml(blocks, dir)
  const page = { lang: language, dir, subject, product: view.product, body }
  const html = mustache.render(folder.layout, page, {}, { escape: (value) => escapeHtml(String(value)) })
  return { language, subject, text: mailText(blocks), html }
}

function isPart(name: string): name is (typeof mailParts)[number] {
  return mailParts.some((part) => part === name)
}
