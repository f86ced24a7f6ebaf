/** A run of text: the template's own, or a value that was put into it. */
export interface MailRun {
  readonly text: string
  readonly isValue: boolean
  readonly isCode: boolean
}

/** What a mail is made of, whether it is shown as text or as HTML. */
export type MailBlock =
  | { readonly kind: 'paragraph' | 'heading' | 'quote'; readonly runs: readonly MailRun[] }
  | {
      readonly kind: 'facts'
      readonly facts: readonly { readonly label: readonly MailRun[]; readonly value: readonly MailRun[] }[]
    }
  | { readonly kind: 'link'; readonly label: readonly MailRun[]; readonly target: string }

export interface MailSource {
  readonly subject: string
  readonly blocks: readonly MailBlock[]
}

/** Private-use characters around the number of a value. */
const marks = /\uE000(\d+)\uE001/

/**
 * Stands for values while the structure of a template is read, so that no value can be taken for structure: an app called
 * `[Open](https://…)` is a name and no link.
 */
export class MailValues {
  readonly #values: string[] = []

  /** What to write into the template in the place of a value. */
  keep(value: unknown): string {
    return `\uE000${this.#values.push(typeof value === 'string' ? value : String(value)) - 1}\uE001`
  }

  /** Text with its values in place. */
  fill(text: string): string {
    return this.runsOf(text)
      .map((run) => run.text)
      .join('')
  }

  /** Text as runs; between backticks it is code. */
  runsOf(text: string): MailRun[] {
    return text.split('`').flatMap((part, index) =>
      part
        .split(/(\uE000\d+\uE001)/)
        .filter((run) => run !== '')
        .map((run) => ({ ...this.#lookUp(run), isCode: index % 2 === 1 })),
    )
  }

  #lookUp(run: string): Pick<MailRun, 'text' | 'isValue'> {
    const [, number] = marks.exec(run) ?? []
    return number === undefined
      ? { text: run, isValue: false }
      : { text: this.#values[Number(number)] ?? '', isValue: true }
  }
}

const subjectLine = /^Subject:[ \t]*(.*)(?:\n|$)/

/**
 * Reads a template that has its values: a subject, and after an empty line blocks with empty lines between them.
 * `- Name: value` is a fact, `[Label](address)` a link, `# …` a heading, `> …` a quotation, anything else a paragraph.
 */
export function readMailSource(text: string, values: MailValues): MailSource {
  const [line = '', subject = ''] = subjectLine.exec(text) ?? []
  const blocks = text
    .slice(line.length)
    .split(/\n[ \t]*\n/)
    .map((block) => block.trim())
    .filter((block) => block !== '')
    .map((block) => readBlock(block, values))
  return { subject: singleLine(values.fill(subject)), blocks }
}

/** Whether a template begins with a subject. */
export function hasSubject(template: string): boolean {
  return (subjectLine.exec(template)?.[1] ?? '').trim() !== ''
}

/** A header is one line: what would begin another one is white space. */
export function singleLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim()
}

function readBlock(block: string, values: MailValues): MailBlock {
  const lines = block.split('\n').map((line) => line.trim())
  const facts = lines.map((line) => /^- ([^:]*): (.*)$/.exec(line))
  if (facts.every((fact) => fact !== null)) {
    return {
      kind: 'facts',
      facts: facts.map(([, label = '', value = '']) => ({ label: values.runsOf(label), value: values.runsOf(value) })),
    }
  }
  const text = lines.join(' ')
  const [, label, target] = /^\[([^\]]*)\]\(([^)]*)\)$/.exec(text) ?? []
  if (label !== undefined && target !== undefined) {
    return { kind: 'link', label: values.runsOf(label), target: values.fill(target) }
  }
  if (text.startsWith('# ')) return { kind: 'heading', runs: values.runsOf(text.slice(2)) }
  if (lines.every((line) => line.startsWith('> '))) {
    return { kind: 'quote', runs: values.runsOf(lines.map((line) => line.slice(2)).join('\n')) }
  }
  return { kind: 'paragraph', runs: values.runsOf(text) }
}
