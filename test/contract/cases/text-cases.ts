import { checkText, normalizeText } from '../../../plugin/contract/text.js'
import { codesOf, expectSame, type Case } from './case.js'

const welcome: readonly (readonly [what: string, name: string])[] = [
  ['Persian with ZWNJ', 'می\u200Cخواهم'],
  ['Malayalam ending in ZWJ', 'ന്\u200D'],
  ['Sinhala with ZWJ', 'ශ්\u200Dරී'],
  ['Bengali with ZWJ before a virama', 'র\u200D্য'],
  ['Mongolian with a variation selector', 'ᠮᠤᠩ\u180B'],
  ['Han with an ideographic variation', '葛\u{E0100}'],
  ['a family', '👨\u200D👩\u200D👧\u200D👦'],
  ['a person with skin tone and profession', '👩🏽\u200D💻'],
  ['a rainbow flag', '🏳\uFE0F\u200D🌈'],
  ['a burning heart', '❤\uFE0F\u200D🔥'],
  ['a keycap', '1\uFE0F\u20E3'],
  ['the flag of England', '🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}'],
  ['a country flag', '🇯🇵'],
  ['Arabic', 'تطبيقي'],
  ['Hindi', 'मेरा ऐप'],
  ['Hieroglyphs', '\u{13000}\u{13430}\u{13001}'],
  ['punctuation and quotes', `"O'Reilly" & <Sons> \\ %00`],
]

const refused: readonly (readonly [what: string, name: string, code: string])[] = [
  ['NUL', 'a\0b', 'text_control'],
  ['a tab', 'a\tb', 'text_control'],
  ['DEL', 'a\x7Fb', 'text_control'],
  ['half a surrogate pair', 'a\uD800', 'text_control'],
  ['a noncharacter', 'a\uFFFEb', 'text_control'],
  ['a right-to-left override', 'a\u202Eb', 'text_bidi'],
  ['an isolate', 'a\u2066b\u2069', 'text_bidi'],
  ['a line feed', 'a\nb', 'text_line_break'],
  ['a line separator', 'a\u2028b', 'text_line_break'],
  ['ZWJ between Latin letters', 'a\u200Db', 'text_invisible'],
  ['ZWNJ between Latin letters', 'a\u200Cb', 'text_invisible'],
  ['a zero width space', 'a\u200Bb', 'text_invisible'],
  ['a soft hyphen', 'a\u00ADb', 'text_invisible'],
  ['a word joiner', 'a\u2060b', 'text_invisible'],
  ['a byte order mark within', 'a\uFEFFb', 'text_invisible'],
  ['a Mongolian vowel separator', 'a\u180Eb', 'text_invisible'],
  ['Hangul fillers', '\u3164\u115F', 'text_invisible'],
  ['a variation selector after a Latin letter', 'a\uFE0F', 'text_invisible'],
  ['tags outside a flag', 'a\u{E0041}\u{E007F}', 'text_invisible'],
  ['a left-to-right mark', 'a\u200Eb', 'text_invisible'],
  ['nothing but Braille blanks', '\u2800\u2800', 'text_invisible'],
  ['a dangling ZWJ after an emoji', '👩\u200D', 'text_invisible'],
]

export const textCases: readonly Case[] = [
  ...welcome.map(([what, name]): Case => {
    return { title: `${what} is welcome in a name`, check: () => expectSame(checkText('client_name', name), []) }
  }),
  ...refused.map(([what, name, code]): Case => {
    return {
      title: `${what} is refused in a name with ${code}`,
      check: () => expectSame(codesOf(checkText('client_name', name)), [code]),
    }
  }),
  {
    title: 'a description may have lines and soft hyphens, but no control characters and no overrides',
    check() {
      expectSame(checkText('description', 'one\ntwo\r\nthree\u00AD'), [])
      expectSame(codesOf(checkText('description', 'a\tb')), ['text_control'])
      expectSame(codesOf(checkText('description', 'a\u202Eb')), ['text_bidi'])
    },
  },
  {
    title: 'a name is required, a description is not, and blanks are no name',
    check() {
      expectSame(codesOf(checkText('client_name', ' \n ')), ['text_required'])
      expectSame(checkText('description', ''), [])
      expectSame(codesOf(checkText('description', '', { min: 1 })), ['text_required'])
    },
  },
  {
    title: 'lengths are counted in code points of the normalised text',
    check() {
      expectSame(checkText('client_name', '🙂'.repeat(100)), [])
      expectSame(checkText('client_name', 'e\u0301'.repeat(100)), [])
      expectSame(checkText('client_name', '\u03B1\u0313\u0300\u0345'.repeat(100)), [])
      expectSame(checkText('client_name', '\u{1611E}\u{1611E}\u{1611F}'.repeat(34)).length, 0)
      expectSame(checkText('client_name', '🙂'.repeat(101)), [{ code: 'text_too_long', max: 100, length: 101 }])
      expectSame(checkText('client_name', 'ab', { min: 3 }), [{ code: 'text_too_short', min: 3, length: 2 }])
      expectSame(checkText('description', 'x'.repeat(501)), [{ code: 'text_too_long', max: 500, length: 501 }])
    },
  },
  {
    title: 'text comes back in NFC and trimmed',
    check: () => expectSame(normalizeText('  Cafe\u0301\n'), 'Café'),
  },
]
