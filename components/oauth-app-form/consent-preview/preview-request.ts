import type { App } from '../../../plugin/contract/app.js'
import type { Config } from '../../../plugin/contract/config.js'
import type { FieldName } from '../../../plugin/contract/fields.js'
import type { CompleteRequest } from '../../oauth-consent/consent-request.js'
import type { FormValues } from '../form-values.js'

/** What the form holds and what it knows around it. */
export interface PreviewSource {
  readonly values: FormValues
  readonly config: Config
  /** The app that is edited, as it was last read. */
  readonly current: App | undefined
}

/** What people will be asked: text that is still empty stays so and gets a placeholder, what the host hides is not there. */
export function previewRequest({ values, config, current }: PreviewSource): CompleteRequest {
  const shown = <Value>(field: FieldName, value: Value): Value | undefined =>
    config.fields[field].presence === 'hidden' ? undefined : value
  const { icon } = values
  return {
    app: {
      client_name: values.client_name,
      description: shown('description', values.description),
      client_uri: shown('client_uri', values.client_uri),
      policy_uri: shown('policy_uri', values.policy_uri),
      tos_uri: shown('tos_uri', values.tos_uri),
      logo_uri: typeof icon === 'string' ? icon : null,
      // Densities are those of the icon that is kept, not of one that was chosen in its place.
      logo_srcset: typeof icon === 'string' ? current?.logo_srcset : null,
      publisher: publisherOf({ values, config, current }),
    },
    scopes: values.scopes,
    redirect_uri: values.redirect_uris[0] ?? '',
  }
}

/** As the server tells it: the organization, or else the person. */
function publisherOf({ values, config, current }: PreviewSource): { readonly name: string } | null {
  const { caller } = config
  if (values.organization_id === '') return { name: current?.created_by.name ?? caller.name }
  const organization = caller.organizations.find(({ id }) => id === values.organization_id)
  return organization ? { name: organization.name } : null
}
