import { html, type Markup } from '../markup.js'
import { resolve, type JsonSchema, type Schemas } from './open-api.js'
import { meanings } from './words.js'

/** One member, parameter or header as a reader sees it. */
export interface Field {
  readonly name: string
  readonly required: boolean
  readonly schema: JsonSchema
  readonly description?: string | undefined
}

/** How far members within members are followed: what an app holds, in a page of apps. */
const depth = 3

export function fieldList(fields: readonly Field[], schemas: Schemas): Markup {
  return html`<dl class="fields">${fields.map((field) => fieldItem(field, schemas))}</dl>`
}

/** The members of an object, and of the objects in it under `name.` or `name[].`. */
export function membersOf(named: JsonSchema, schemas: Schemas, prefix = '', left = depth): Field[] {
  const { properties = {}, required = [] } = resolve(named, schemas)
  return Object.entries(properties).flatMap(([name, schema]) => {
    const field = { name: prefix + name, required: required.includes(name), schema }
    const [inner, mark] = innerOf(schema, schemas)
    return left > 1 && inner ? [field, ...membersOf(inner, schemas, `${prefix}${name}${mark}`, left - 1)] : [field]
  })
}

function innerOf(named: JsonSchema, schemas: Schemas): [JsonSchema | undefined, string] {
  const schema = withoutNull(resolve(named, schemas), schemas)
  const items = schema.items && resolve(schema.items, schemas)
  return items?.properties ? [items, '[].'] : [schema.properties && schema, '.']
}

function fieldItem({ name, required, schema: named, description }: Field, schemas: Schemas): Markup {
  const schema = withoutNull(resolve(named, schemas), schemas)
  const last = name.split(/\.|\[\]\./).at(-1) ?? name
  const values = schema.enum ?? (schema.items && resolve(schema.items, schemas).enum)
  const bounds = boundsText(schema)
  return html`<div>
    <dt>
      <code>${name}</code> <span class="type">${typeText(named, schemas)}</span>${
        required ? html` <span class="badge">required</span>` : undefined
      }
    </dt>
    <dd>
      ${description ?? schema.description ?? meanings[last]}${bounds && html` <span class="bounds">${bounds}.</span>`}${
        values && html` <span class="values">${values.map((value) => html`<code>${String(value)}</code> `)}</span>`
      }
    </dd>
  </div>`
}

function typeText(named: JsonSchema, schemas: Schemas): string {
  const schema = resolve(named, schemas)
  const { type, anyOf, items } = schema
  if (anyOf) return distinct(anyOf.map((one) => typeText(one, schemas))).join(' or ')
  if (type === 'array' && items) return `array of ${typeText(items, schemas)}`
  return distinct([type ?? 'any'].flat()).join(' or ')
}

/** What it is where it is not null. */
function withoutNull(schema: JsonSchema, schemas: Schemas): JsonSchema {
  const other = schema.anyOf?.find(({ type }) => type !== 'null')
  return other ? resolve(other, schemas) : schema
}

function boundsText(schema: JsonSchema): string | undefined {
  const { minLength, maxLength, minItems, maxItems, minimum, maximum } = schema
  const texts = [
    between(minLength, maxLength, 'characters'),
    between(minItems, maxItems, maxItems === 1 ? 'entry' : 'entries'),
    between(bounded(minimum), bounded(maximum), ''),
  ]
  return texts.find((text) => text !== undefined)
}

function between(least: number | undefined, most: number | undefined, unit: string): string | undefined {
  if (least === undefined && most === undefined) return undefined
  if (most === undefined) return `At least ${least ?? 0} ${unit === 'entries' && least === 1 ? 'entry' : unit}`.trim()
  return (least === undefined ? `At most ${most} ${unit}` : `${least} to ${most} ${unit}`).trim()
}

/** The ends of what JavaScript can count exactly bound nothing that a reader would meet. */
function bounded(value: number | undefined): number | undefined {
  return value !== undefined && Math.abs(value) < Number.MAX_SAFE_INTEGER ? value : undefined
}

function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts)]
}
