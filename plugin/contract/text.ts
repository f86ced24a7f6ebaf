import type { Fault } from './faults.js'
import { defaultLimits } from './limits.js'
import { isFarTooLong, normalizeText } from './normalize-text.js'

export { normalizeText }

/** Descriptions may have lines; every other text is a name, on one line and without anything that cannot be seen. */
export type TextKind = 'client_name' | 'description' | 'secret_name'

export interface TextLimits {
  /** In code points; from 1 on, the text is required. */
  readonly min?: number
  /** In code points. */
  readonly max?: number
}

const kindLimits: Readonly<Record<TextKind, Required<TextLimits>>> = {
  client_name: { min: defaultLimits.client_name_min, max: defaultLimits.client_name_max },
  description: { min: 0, max: defaultLimits.description_max },
  secret_name: { min: 0, max: defaultLimits.secret_name_max },
}

const lineBreak = /[\n\r\u2028\u2029]/
/** Tabs too: no page shows them as typed. Half a surrogate pair and noncharacters are no text that could come back. */
const control = /(?![\n\r])\p{Cc}|\p{Cs}|\p{Noncharacter_Code_Point}/u
const bidi = /[\u202A-\u202E\u2066-\u2069]/

/** Scripts whose letters join or stack, and in which ZWJ and ZWNJ are spelling. */
const joiningScripts = (
  'Arab Syrc Nkoo Mand Mong Phag Mani Adlm Rohg Sogd ' +
  'Deva Beng Guru Gujr Orya Taml Telu Knda Mlym Sinh Tibt Mymr Khmr ' +
  'Lana Java Bali Sund Cakm Mtei Newa Gran Tirh Sidd Modi Brah'
)
  .split(' ')
  .map((script) => `\\p{scx=${script}}`)
  .join('')

/** Invisible characters where they belong: between letters that need them, in emoji, after what they vary. */
const atHome = new RegExp(
  [
    `(?<=[\\p{L}\\p{M}])(?<=[${joiningScripts}])[\\u200C\\u200D](?![\\u200C\\u200D])`,
    '(?<=\\p{Extended_Pictographic}[\\uFE0F\\p{Emoji_Modifier}]?)\\u200D(?=\\p{Extended_Pictographic})',
    '(?<=[\\p{Emoji}\\p{S}\\p{scx=Hani}\\p{scx=Mymr}\\p{scx=Phag}\\p{scx=Mani}])[\\uFE00-\\uFE0F]',
    '(?<=\\p{scx=Hani})[\\u{E0100}-\\u{E01EF}]',
    '(?<=\\p{scx=Mong})[\\u180B-\\u180D\\u180F]',
    '(?<=\\p{M})\\u034F(?=\\p{M})',
    '(?<=\\p{scx=Egyp})[\\u{13430}-\\u{1343F}]',
    // The flags of England, Scotland and Wales: a black flag, a region in tag letters, and the tag that ends it.
    '(?<=\\u{1F3F4})[\\u{E0030}-\\u{E0039}\\u{E0061}-\\u{E007A}]{3,6}\\u{E007F}',
  ].join('|'),
  'gu',
)

/** Format characters and all else that leaves no mark, less the ones that a script does write (Arabic number signs …). */
const invisible =
  /(?![\u0600-\u0605\u06DD\u070F\u0890\u0891\u08E2\u{110BD}\u{110CD}\u202A-\u202E\u2066-\u2069])[\p{Cf}\p{Default_Ignorable_Code_Point}]/u

/** Braille has a blank that is no white space to `trim`. */
const onlyBlank = /^[\s\u2800]+$/

/**
 * Whether a text may be shown to others under this app's name. Every script and emoji is welcome; what could reorder,
 * hide or fake text is not, least of all in a name, which stands on consent screens.
 *
 * @returns every reason against the normalised text, none when it is sound. What is far too long is that, and is judged no
 *   further.
 */
export function checkText(kind: TextKind, text: string, limits: TextLimits = {}): Fault[] {
  const { min, max } = { ...(kind in kindLimits ? kindLimits[kind] : kindLimits.client_name), ...limits }
  const normal = normalizeText(text, max)
  const length = codePoints(normal)
  if (isFarTooLong(normal, max)) return [{ code: 'text_too_long', max, length }]
  if (length === 0) return min > 0 ? [{ code: 'text_required' }] : []
  const faults: Fault[] = []
  if (length < min) faults.push({ code: 'text_too_short', min, length })
  if (length > max) faults.push({ code: 'text_too_long', max, length })
  if (control.test(normal)) faults.push({ code: 'text_control' })
  if (bidi.test(normal)) faults.push({ code: 'text_bidi' })
  if (kind === 'description') return faults
  if (lineBreak.test(normal)) faults.push({ code: 'text_line_break' })
  if (invisible.test(normal.replace(atHome, '')) || onlyBlank.test(normal)) faults.push({ code: 'text_invisible' })
  return faults
}

function codePoints(text: string): number {
  let count = 0
  // eslint-disable-next-line @typescript-eslint/no-unused-vars -- an array of them would take many times the memory of the text
  for (const _ of text) count++
  return count
}
