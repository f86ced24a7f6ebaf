import type { MailName } from '../mail-names.js'

/** What several mails have in common: `{{> greeting}}`. */
export const mailParts = ['greeting', 'facts', 'link', 'alarm'] as const

/** One language: a template for each mail, and for each of their parts. */
export type MailTemplates = Readonly<Record<MailName | (typeof mailParts)[number], string>>
