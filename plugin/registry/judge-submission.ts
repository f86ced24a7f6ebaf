import { checkApp } from '../contract/check-app.js'
import type { FieldFault } from '../contract/faults.js'
import type { Icon } from '../icons/icon-processor.js'
import { ProblemError } from '../problem-error.js'
import type { AppRecord } from './app-record.js'
import type { OrganizationChoice } from './choose-organization.js'
import type { RegistryContext } from './registry-context.js'
import type { AppSubmission } from './registry.js'

/**
 * Judges all of a submission, its icon included, so that every fault is told at once.
 *
 * @returns the icon that was given: `null` to take it away, `undefined` when it stays as it is.
 * @throws ProblemError `invalid_input` or, where the icon is among the faults for its size, `too_large`.
 */
export async function judgeSubmission(
  { rules, icons }: Pick<RegistryContext, 'rules' | 'icons'>,
  { members, faults: misread, icon }: AppSubmission,
  organization: OrganizationChoice,
  current?: AppRecord,
): Promise<Icon | null | undefined> {
  const faulty = new Set(misread.map(({ pointer }) => pointer.split('/')[1] ?? ''))
  // Whether one has to be named depends on who calls, and has been judged.
  if (members.organization_id === undefined) faulty.add('organization_id')
  const draft = { ...members, ...(icon !== undefined && { icon }) }
  const faults: FieldFault[] = [...misread, ...checkApp(draft, rules, { current, faulty })]
  if (!isFaulty(faults, '/organization_id')) faults.push(...organization.faults)

  const verdict = icon && !isFaulty(faults, '/icon') ? await icons.process(icon) : undefined
  if (verdict && 'fault' in verdict) faults.push({ pointer: '/icon', ...verdict.fault })
  if (faults.length > 0) {
    const tooLarge = faults.some(({ code }) => code === 'icon_too_large')
    throw new ProblemError(tooLarge ? 'too_large' : 'invalid_input', { errors: faults })
  }
  return verdict && 'icon' in verdict ? verdict.icon : icon === null ? null : undefined
}

function isFaulty(faults: readonly FieldFault[], pointer: string): boolean {
  return faults.some((fault) => fault.pointer === pointer)
}
