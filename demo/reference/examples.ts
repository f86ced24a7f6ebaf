import { resolve, type JsonSchema, type Operation, type Schemas } from './open-api.js'

/** Bodies by operation, where they say more than one that is made up from the schema. */
export type ReferenceExamples = Readonly<Record<string, object>>

/** The JSON to send in an example; nothing where the operation takes none. */
export function exampleBody(operation: Operation, schemas: Schemas, examples: ReferenceExamples): unknown {
  const schema = jsonBody(operation)
  if (!schema) return undefined
  return examples[operation.operationId] ?? exampleOf(schema, schemas)
}

/** The schema of a body in JSON. */
export function jsonBody({ requestBody }: Operation): JsonSchema | undefined {
  return requestBody?.content?.['application/json']?.schema
}

/** A value with what is required, and no more. */
function exampleOf(named: JsonSchema, schemas: Schemas): unknown {
  const schema = resolve(named, schemas)
  const [type] = [schema.type ?? schema.anyOf?.[0]?.type].flat()
  if (schema.enum) return schema.enum[0]
  if (type === 'object') {
    const { properties = {}, required = [] } = schema
    return Object.fromEntries(required.map((name) => [name, exampleOf(properties[name] ?? {}, schemas)]))
  }
  if (type === 'array') return [exampleOf(schema.items ?? {}, schemas)]
  if (type === 'integer' || type === 'number') return schema.minimum ?? 0
  return type === 'boolean' ? true : 'text'
}
