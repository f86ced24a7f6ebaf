import type { Secret } from '../../../plugin/contract/app.js'
import type { DetailsStrings } from '../../locales/en.js'

/** What a secret is called: its name or, without one, its last characters, which tell it from the others. */
export function secretName({ name, hint }: Pick<Secret, 'name' | 'hint'>, { details }: DetailsStrings): string {
  return name === '' ? `${details.secretUnnamed} …${hint}` : name
}
