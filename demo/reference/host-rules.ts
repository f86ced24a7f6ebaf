import type { Config } from '../../plugin/contract/config.js'
import { fieldNames } from '../../plugin/contract/fields.js'
import { listScopes } from '../../plugin/contract/scopes.js'
import type { JsonSchema, OpenApi } from './open-api.js'

/**
 * The document of every host describes all members of an app; what this host has of them, and within which bounds, is in
 * its configuration. Here is the body of an app as this host takes it.
 */
export function withHostRules(document: OpenApi, config: Config): OpenApi {
  const { schemas } = document.components
  const input = schemas['AppInput']
  if (!input) return document
  return {
    ...document,
    components: { ...document.components, schemas: { ...schemas, AppInput: narrow(input, config) } },
  }
}

function narrow(input: JsonSchema, config: Config): JsonSchema {
  const shown = fieldNames.filter((name) => config.fields[name].presence !== 'hidden' && input.properties?.[name])
  return {
    ...input,
    properties: Object.fromEntries(
      shown.map((name) => [name, { ...input.properties?.[name], ...boundsOf(name, config) }]),
    ),
    required: shown.filter((name) => config.fields[name].presence === 'required'),
  }
}

function boundsOf(name: string, { limits, scopes, fields }: Config): JsonSchema {
  const uris = { type: 'string', maxLength: limits.uri_length_max }
  switch (name) {
    case 'client_name':
      return { type: 'string', minLength: limits.client_name_min, maxLength: limits.client_name_max }
    case 'description':
      return { maxLength: limits.description_max }
    case 'redirect_uris':
      return { type: 'array', anyOf: undefined, maxItems: limits.redirect_uris_max, items: uris }
    case 'allowed_origins':
      return { type: 'array', anyOf: undefined, maxItems: limits.allowed_origins_max, items: uris }
    case 'scopes': {
      const all = listScopes(scopes)
      const names = all.map((scope) => scope.name)
      const dangerous = all.filter(({ risk }) => risk === 'dangerous').map((scope) => scope.name)
      const warning = dangerous.length > 0 ? ` Dangerous: ${dangerous.join(', ')}.` : ''
      const least = fields.scopes.presence === 'required' ? { minItems: 1 } : {}
      return {
        type: 'array',
        anyOf: undefined,
        description: `What the application may ask people for.${warning}`,
        ...least,
        items: { type: 'string', enum: names },
      }
    }
    default:
      return {}
  }
}
