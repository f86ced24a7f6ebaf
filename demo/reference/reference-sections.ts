import { problemItems, problemsOf } from './answers.js'
import { placeholdersOf } from './curl-example.js'
import type { OperationGroup } from './groups.js'
import { html, type Markup } from '../markup.js'
import type { Operation, Schemas } from './open-api.js'
import { operationSection, type ReferenceContext } from './operation-section.js'
import { fieldList, membersOf } from './schema-fields.js'
import { placeholders } from './words.js'

/** Links to every operation of the page, by group. */
export function navigation(groups: readonly OperationGroup[]): Markup {
  return html`<ul>
    ${groups.map(
      ({ id, title, operations }) =>
        html`<li>
          <a href="#${id}">${title}</a>
          <ul>
            ${operations.map(
              ({ operationId, method }) =>
                html`<li>
                  <a href="#${operationId}"
                    ><span class="method ${method.toLowerCase()}">${method}</span> ${operationId}</a
                  >
                </li>`,
            )}
          </ul>
        </li>`,
    )}
    <li><a href="#errors">Errors</a></li>
  </ul>`
}

export function groupSection({ id, title, text, operations }: OperationGroup, context: ReferenceContext): Markup {
  return html`<section class="group" aria-labelledby="${id}">
    <h2 id="${id}">${title}</h2>
    <p>${text}</p>
    ${operations.map((operation) => operationSection(operation, context))}
  </section>`
}

/** What the commands leave open for a reader to fill in. */
export function placeholdersSection(operations: readonly Operation[]): Markup {
  const names = [...new Set(operations.flatMap(placeholdersOf))]
  return html`<section class="group" aria-labelledby="placeholders">
    <h2 id="placeholders">Placeholders</h2>
    <p>The commands run as they are. What they name with a dollar sign is yours to set in the shell, once:</p>
    <dl class="fields facts">
      ${names.map((name) => {
        const known = placeholders[name]
        return html`<div>
          <dt><code>$${name}</code></dt>
          <dd>${known?.text ?? 'Its ID, as a list has it.'} <code>${known?.example ?? `${name}=…`}</code></dd>
        </div>`
      })}
    </dl>
  </section>`
}

/** The one shape of everything that fails, and every code. */
export function errorsSection(operations: readonly Operation[], schemas: Schemas): Markup {
  const byCode = new Map(operations.flatMap(problemsOf).map((problem) => [problem.code, problem]))
  const problems = [...byCode.values()].sort((one, other) => one.status.localeCompare(other.status))
  const { Problem = {} } = schemas
  return html`<section class="group" aria-labelledby="errors">
    <h2 id="errors">Errors</h2>
    <p>Whatever fails is answered as <code>application/problem+json</code> (RFC 9457):</p>
    ${fieldList(
      membersOf(Problem, schemas).filter(({ name }) => name !== 'code'),
      schemas,
    )}
    <h3>Codes</h3>
    ${problemItems(problems)}
  </section>`
}
