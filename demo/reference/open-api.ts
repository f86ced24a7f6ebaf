import * as z from 'zod/mini'

/** JSON Schema, as far as the page shows it. */
export interface JsonSchema {
  readonly $ref?: string | undefined
  readonly type?: string | string[] | undefined
  readonly description?: string | undefined
  readonly enum?: unknown[] | undefined
  readonly format?: string | undefined
  readonly minLength?: number | undefined
  readonly maxLength?: number | undefined
  readonly minimum?: number | undefined
  readonly maximum?: number | undefined
  readonly minItems?: number | undefined
  readonly maxItems?: number | undefined
  readonly items?: JsonSchema | undefined
  readonly anyOf?: JsonSchema[] | undefined
  readonly properties?: Record<string, JsonSchema> | undefined
  readonly required?: string[] | undefined
}

const optionalNumber = z.optional(z.number())

const JsonSchemaSchema: z.ZodMiniType<JsonSchema> = z.lazy(() =>
  z.looseObject({
    $ref: z.optional(z.string()),
    type: z.optional(z.union([z.string(), z.array(z.string())])),
    description: z.optional(z.string()),
    enum: z.optional(z.array(z.unknown())),
    format: z.optional(z.string()),
    minLength: optionalNumber,
    maxLength: optionalNumber,
    minimum: optionalNumber,
    maximum: optionalNumber,
    minItems: optionalNumber,
    maxItems: optionalNumber,
    items: z.optional(JsonSchemaSchema),
    anyOf: z.optional(z.array(JsonSchemaSchema)),
    properties: z.optional(z.record(z.string(), JsonSchemaSchema)),
    required: z.optional(z.array(z.string())),
  }),
)

const ContentSchema = z.optional(z.record(z.string(), z.looseObject({ schema: z.optional(JsonSchemaSchema) })))

const ParameterSchema = z.looseObject({
  in: z.enum(['path', 'query', 'header', 'cookie']),
  name: z.string(),
  required: z.optional(z.boolean()),
  description: z.optional(z.string()),
  schema: JsonSchemaSchema,
})

const ResponseSchema = z.looseObject({
  description: z.string(),
  headers: z.optional(z.record(z.string(), z.looseObject({ description: z.optional(z.string()) }))),
  content: ContentSchema,
})

const OperationSchema = z.looseObject({
  operationId: z.string(),
  summary: z.string(),
  /** Empty where nobody has to sign in. */
  security: z.optional(z.array(z.unknown())),
  parameters: z.optional(z.array(ParameterSchema)),
  requestBody: z.optional(z.looseObject({ required: z.optional(z.boolean()), content: ContentSchema })),
  responses: z.record(z.string(), ResponseSchema),
})

/** An OpenAPI 3.1 document, as far as the page shows it. */
export const OpenApiSchema = z.looseObject({
  paths: z.record(z.string(), z.record(z.string(), OperationSchema)),
  components: z.looseObject({ schemas: z.record(z.string(), JsonSchemaSchema) }),
})

export type OpenApi = z.infer<typeof OpenApiSchema>
export type Parameter = z.infer<typeof ParameterSchema>
export type Answer = z.infer<typeof ResponseSchema>
export type Schemas = OpenApi['components']['schemas']

/** An operation with the address that it stands under. */
export type Operation = z.infer<typeof OperationSchema> & { readonly method: string; readonly path: string }

/** All operations, in the order of the document. */
export function operationsOf({ paths }: OpenApi): Operation[] {
  return Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({ ...operation, path, method: method.toUpperCase() })),
  )
}

/** The schema itself, where one only names another. */
export function resolve(schema: JsonSchema, schemas: Schemas): JsonSchema {
  const name = schema.$ref?.split('/').at(-1)
  return name === undefined ? schema : (schemas[name] ?? {})
}
