import { singleLine, type MailBlock, type MailRun } from './mail-source.js'

/** A mail as text, for clients and people who want no other. */
export function mailText(blocks: readonly MailBlock[]): string {
  return `${blocks.map(blockText).join('\n\n')}\n`
}

function blockText(block: MailBlock): string {
  if (block.kind === 'facts') {
    return block.facts.map(({ label, value }) => `${line(label)}: ${line(value)}`).join('\n')
  }
  if (block.kind === 'link') return `${line(block.label)}:\n${block.target}`
  if (block.kind !== 'quote') return line(block.runs)
  return quotedLines(block.runs)
    .map((quoted) => `> ${quoted}`)
    .join('\n')
}

/** What somebody wrote, line by line. */
export function quotedLines(runs: readonly MailRun[]): string[] {
  const text = runs.map((run) => run.text).join('')
  return text.split(/\r\n|[\n\r\u2028\u2029]/).map(singleLine)
}

function line(runs: readonly MailRun[]): string {
  return singleLine(runs.map(({ text }) => text).join(''))
}
