import { checkWebUrl } from '../../contract/web-url.js'
import type { MailBlock, MailRun } from './mail-source.js'
import { quotedLines } from './mail-text.js'

const font = "font-family:-apple-system,'Segoe UI',Roboto,'Noto Sans',Arial,sans-serif"
const mono = "font-family:ui-monospace,Consolas,Menlo,'Liberation Mono',monospace"

/**
 * The body of a mail as HTML that old clients show too: tables, and styles on each element. Classes are for those that
 * know dark colours.
 */
export function mailHtml(blocks: readonly MailBlock[], direction: 'ltr' | 'rtl'): string {
  return blocks.map((block) => blockHtml(block, direction)).join('\n')
}

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
}

function blockHtml(block: MailBlock, direction: 'ltr' | 'rtl'): string {
  switch (block.kind) {
    case 'heading':
      return `<h1 style="margin:0 0 16px;${font};font-size:18px;line-height:26px;font-weight:600">${inline(block.runs)}</h1>`
    case 'paragraph':
      return `<p style="margin:0 0 16px;${font};font-size:15px;line-height:23px">${inline(block.runs)}</p>`
    case 'quote':
      return quoteHtml(quotedLines(block.runs), direction)
    case 'facts':
      return factsHtml(block.facts, direction)
    case 'link':
      return linkHtml(inline(block.label), block.target)
  }
}

function quoteHtml(lines: readonly string[], direction: 'ltr' | 'rtl'): string {
  const side = direction === 'rtl' ? 'right' : 'left'
  return (
    `<blockquote class="line" dir="auto" style="margin:0 0 16px;padding:4px 14px;border-${side}:3px solid #c3cad4;` +
    `${font};font-size:15px;line-height:23px">${lines.map(escapeHtml).join('<br>')}</blockquote>`
  )
}

type Facts = Extract<MailBlock, { readonly kind: 'facts' }>['facts']

function factsHtml(facts: Facts, direction: 'ltr' | 'rtl'): string {
  const align = direction === 'rtl' ? 'right' : 'left'
  const rows = facts.map(
    ({ label, value }) =>
      `<tr><th scope="row" class="muted" align="${align}" style="padding:5px 0;${font};font-size:14px;line-height:20px;` +
      `font-weight:400;color:#5b6470;vertical-align:top;width:34%">${inline(label)}</th>` +
      `<td align="${align}" style="padding:5px 0;padding-${align}:12px;${font};font-size:14px;line-height:20px;` +
      `vertical-align:top;word-break:break-word">${inline(value)}</td></tr>`,
  )
  return (
    `<table width="100%" cellpadding="0" cellspacing="0" border="0" style="margin:0 0 18px;border-collapse:collapse">` +
    `${rows.join('')}</table>`
  )
}

/** An address that no browser should follow is only shown. */
function linkHtml(label: string, target: string): string {
  const address = escapeHtml(target)
  if (!isFollowable(target)) return `<p style="margin:0 0 16px;${font};font-size:15px">${label}: ${address}</p>`
  return (
    `<p style="margin:4px 0 20px"><a class="button" href="${address}" style="display:inline-block;padding:9px 18px;` +
    `border-radius:6px;background:#2b5fd9;color:#ffffff;${font};font-size:15px;line-height:22px;font-weight:600;` +
    `text-decoration:none">${label}</a></p>`
  )
}

/** The host's own pages may be anywhere, but for a scheme that runs something. */
function isFollowable(target: string): boolean {
  return /^https?:\/\//.test(target) && checkWebUrl(target).length === 0
}

/** Values keep their own direction: a Latin name in an Arabic sentence does not turn it round. */
function inline(runs: readonly MailRun[]): string {
  return runs
    .map(({ text, isValue, isCode }) => {
      const escaped = escapeHtml(text)
      const shown = isValue ? `<bdi>${escaped}</bdi>` : escaped
      return isCode ? `<code dir="ltr" style="${mono};font-size:13px">${shown}</code>` : shown
    })
    .join('')
}
