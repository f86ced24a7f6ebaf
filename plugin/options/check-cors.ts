import {
  fault,
  got,
  isFunction,
  isInteger,
  isRecord,
  listOf,
  membersOf,
  optional,
  type OptionCheck,
} from './option-value.js'
import { OptionsError } from './options-error.js'

/** RFC 9110 §5.6.2, less `*`, which in a list of CORS means everything. */
const isToken: OptionCheck = (value, option) =>
  typeof value === 'string' && /^[\w!#$%&'+.^`|~-]+$/.test(value)
    ? []
    : fault(option, `has to be one name, such as PATCH or X-Request-Id, and never *, ${got(value)}`)

const day = 24 * 60 * 60

const areCorsOptions = membersOf({
  clientOf: isFunction("(request) => the client_id that the request's token was issued to, or null"),
  methods: optional(listOf(isToken)),
  allowedHeaders: optional(listOf(isToken)),
  exposedHeaders: optional(listOf(isToken)),
  maxAge: optional(isInteger(0, day)),
})

/** @throws OptionsError naming everything that is wrong, and how to mend it. */
export function checkCors(options: unknown): void {
  const faults = isRecord(options)
    ? areCorsOptions(options, '')
    : fault('options', `has to be an object, ${got(options)}`)
  if (faults.length > 0) throw new OptionsError(faults, 'apps.cors()')
}
