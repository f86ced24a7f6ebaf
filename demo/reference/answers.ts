import { html, type Markup } from '../markup.js'
import type { Answer, Operation, Schemas } from './open-api.js'
import { fieldList, membersOf } from './schema-fields.js'

/** What comes back when all goes well; there may be several such answers. */
export function answerList({ summary, responses }: Operation, schemas: Schemas): Markup[] {
  return Object.entries(responses)
    .filter(([status]) => status.startsWith('2'))
    .map(
      ([status, answer]) =>
        html`<h4>Answer ${status}</h4>
          ${answer.description === summary ? undefined : html`<p class="text">${answer.description}</p>`}
          ${headerList(answer)} ${answerFields(answer, schemas)}`,
    )
}

function headerList({ headers = {} }: Answer): Markup | undefined {
  const names = Object.entries(headers)
  if (names.length === 0) return undefined
  return html`<dl class="fields">
    ${names.map(
      ([name, { description }]) =>
        html`<div>
          <dt><code>${name}</code> <span class="type">header</span></dt>
          <dd>${description}</dd>
        </div>`,
    )}
  </dl>`
}

function answerFields({ content = {} }: Answer, schemas: Schemas): Markup | undefined {
  const schema = content['application/json']?.schema
  const types = Object.keys(content)
  if (!schema) return types.length > 0 ? html`<p class="text">${types.join(', ')}</p>` : undefined
  // Of an answer nothing is asked: the mark for what is required would say that it is.
  const members = membersOf(schema, schemas).map((field) => ({ ...field, required: false }))
  if (members.length === 0) return undefined
  return html`<details>
    <summary>Its members</summary>
    ${fieldList(members, schemas)}
  </details>`
}

export function problemList(operation: Operation): Markup | undefined {
  const problems = problemsOf(operation)
  if (problems.length === 0) return undefined
  return html`<details>
    <summary>What can go wrong</summary>
    ${problemItems(problems)}
  </details>`
}

export interface Problem {
  readonly status: string
  readonly code: string
  readonly title: string
}

export function problemItems(problems: readonly Problem[]): Markup {
  return html`<ul class="problems">
    ${problems.map(
      ({ status, code, title }) => html`<li><span class="status">${status}</span> <code>${code}</code> ${title}</li>`,
    )}
  </ul>`
}

/** The document has them in its descriptions: `code`, and what it says. */
export function problemsOf({ responses }: Operation): Problem[] {
  return Object.entries(responses).flatMap(([status, { description }]) =>
    [...description.matchAll(/`(\w+)`: ([^`]+?)(?=\s*`|$)/g)].map(([, code = '', title = '']) => ({
      status,
      code,
      title,
    })),
  )
}
