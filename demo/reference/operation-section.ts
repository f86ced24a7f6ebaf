import { curlExample, placeholdersOf } from './curl-example.js'
import { exampleBody, jsonBody, type ReferenceExamples } from './examples.js'
import { html, type Markup } from './markup.js'
import type { Answer, Operation, Schemas } from './open-api.js'
import { fieldList, membersOf, type Field } from './schema-fields.js'

export interface ReferenceContext {
  /** The API as a program reaches it: `http://localhost:4000/organization/api/oauth-apps`. */
  readonly api: string
  readonly schemas: Schemas
  readonly examples: ReferenceExamples
}

/** What one operation takes, answers and refuses, with a command that does it. */
export function operationSection(operation: Operation, context: ReferenceContext): Markup {
  const { operationId: id, summary, method, path } = operation
  return html`<section class="operation" id="${id}" aria-labelledby="${id}-title">
    <div class="about">
      <h3 id="${id}-title"><a href="#${id}">${summary}</a></h3>
      <p class="route"><span class="method ${method.toLowerCase()}">${method}</span> <code>${path}</code></p>
      ${parameterLists(operation, context)} ${bodyList(operation, context)} ${answerList(operation, context)}
      ${problemList(operation)}
    </div>
    ${curlPanel(operation, context)}
  </section>`
}

const places = { path: 'In the address', query: 'In the query', header: 'In the headers', cookie: 'In cookies' }

function parameterLists({ parameters = [] }: Operation, { schemas }: ReferenceContext): Markup[] {
  return (['path', 'query', 'header'] as const).flatMap((place) => {
    const fields = parameters
      .filter((parameter) => parameter.in === place)
      .map(({ name, required = false, schema, description }): Field => ({ name, required, schema, description }))
    return fields.length > 0
      ? [
          html`<h4>${places[place]}</h4>
            ${fieldList(fields, schemas)}`,
        ]
      : []
  })
}

function bodyList(operation: Operation, { schemas }: ReferenceContext): Markup | undefined {
  const body = jsonBody(operation)
  if (!body) return undefined
  const optional = operation.requestBody?.required === false
  // A merge patch (RFC 7396) says only what it changes: nothing is required of it.
  const members = membersOf(body, schemas).map((field) =>
    operation.method === 'PATCH' ? { ...field, required: false } : field,
  )
  return html`<h4>Body${optional ? ', optional' : undefined}</h4>
    ${fieldList(members, schemas)}`
}

function answerList({ responses }: Operation, { schemas }: ReferenceContext): Markup[] {
  return Object.entries(responses)
    .filter(([status]) => status.startsWith('2'))
    .map(
      ([status, answer]) =>
        html`<h4>Answer ${status}</h4>
          ${headerList(answer)}${answerFields(answer, schemas)}`,
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

function answerFields({ content = {}, description }: Answer, schemas: Schemas): Markup {
  const schema = content['application/json']?.schema
  const types = Object.keys(content)
  if (!schema) return html`<p>${types.length > 0 ? types.join(', ') : 'Nothing in its body.'}</p>`
  const members = membersOf(schema, schemas)
  if (members.length === 0) return html`<p>${description}</p>`
  return html`<details>
    <summary>Its members</summary>
    ${fieldList(members, schemas)}
  </details>`
}

function problemList(operation: Operation): Markup | undefined {
  const problems = problemsOf(operation)
  if (problems.length === 0) return undefined
  return html`<details>
    <summary>What can go wrong</summary>
    <ul class="problems">
      ${problems.map(
        ({ status, code, title }) => html`<li><span class="status">${status}</span> <code>${code}</code> ${title}</li>`,
      )}
    </ul>
  </details>`
}

export interface Problem {
  readonly status: string
  readonly code: string
  readonly title: string
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

function curlPanel(operation: Operation, { api, schemas, examples }: ReferenceContext): Markup {
  const { operationId: id } = operation
  const open = placeholdersOf(operation)
  return html`<div class="example">
    <div class="example-bar">
      <span>curl</span>
      <button type="button" class="copy" data-copy="curl-${id}">
        <span data-copy-label>Copy</span><span class="visually-hidden"> the command for ${id}</span>
      </button>
    </div>
    <pre><code id="curl-${id}">${curlExample(operation, { api, body: exampleBody(operation, schemas, examples) })}</code></pre>
    ${
      open.length > 0
        ? html`<p class="open">
            Set
            ${open.map((name, at) => html`${at > 0 ? ' and ' : ''}<a href="#placeholders"><code>$${name}</code></a>`)}
            first.
          </p>`
        : undefined
    }
  </div>`
}
