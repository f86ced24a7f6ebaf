import type { Config } from '../../plugin/contract/config.js'

/** The organizations that apps may be shown of: the caller's own, unless the host told others. */
export function organizationsOf({
  organizations,
  caller,
}: Pick<Config, 'caller' | 'organizations'>): readonly { readonly id: string; readonly name: string }[] {
  return organizations ?? caller.organizations
}

/** What it is called; `undefined` where nobody has told. */
export function organizationName(
  config: Pick<Config, 'caller' | 'organizations'> | undefined,
  id: string,
): string | undefined {
  return config && organizationsOf(config).find((organization) => organization.id === id)?.name
}
