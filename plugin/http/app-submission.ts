import { AppInputSchema, AppWithSecretSchema } from '../contract/app.js'
import type { FieldFault } from '../contract/faults.js'
import { readInput } from '../contract/read-input.js'
import type { AppSubmission } from '../registry/registry.js'
import type { ReceivedBody } from './handler.js'
import { decodeIconDataUrl } from './icon-data-url.js'

/** What somebody wants an app to be, out of a JSON body or of a multipart one: two ways to give the same icon. */
export function readAppSubmission(body: ReceivedBody): AppSubmission {
  const input = readInput(AppInputSchema, body.value, { answer: AppWithSecretSchema })
  const { icon, ...members } = input.members
  const faults = [...body.faults, ...input.faults.map((fault) => namelessness(fault, body.value))]
  if (body.icon !== undefined) {
    if (icon !== undefined) faults.push({ pointer: '/icon', code: 'too_many', max: 1 })
    return { members, faults, icon: body.icon }
  }
  if (icon === undefined || icon === null) return { members, faults, ...(icon === null && { icon }) }
  return withDecodedIcon({ members, faults }, icon)
}

/** `null` takes a member away (RFC 7396): a name that is taken away is missing, not of another type. */
function namelessness(fault: FieldFault, value: unknown): FieldFault {
  if (fault.pointer !== '/client_name' || fault.code !== 'wrong_type') return fault
  const taken = typeof value === 'object' && value !== null && 'client_name' in value && value.client_name === null
  return taken ? { pointer: fault.pointer, code: 'text_required' } : fault
}

function withDecodedIcon(submission: AppSubmission, url: string): AppSubmission {
  const bytes = decodeIconDataUrl(url)
  if (bytes) return { ...submission, icon: bytes }
  const unreadable: FieldFault = { pointer: '/icon', code: 'icon_unreadable' }
  return { ...submission, faults: [...submission.faults, unreadable] }
}
