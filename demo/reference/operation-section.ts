import { answerList, problemList } from './answers.js'
import { curlExample, placeholdersOf } from './curl-example.js'
import { exampleBody, jsonBody, type ReferenceExamples } from './examples.js'
import { html, type Markup } from '../markup.js'
import type { Operation, Schemas } from './open-api.js'
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
      ${parameterLists(operation, context)} ${bodyList(operation, context)} ${answerList(operation, context.schemas)}
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
