/** Code points of a word that count in a search, and of a name that count in an order. */
export const lengths = { word: 64, sortKey: 200 } as const

/** Accents of the Latin, Greek and Cyrillic scripts; in other scripts, marks are letters. */
const accents = /[\u0300-\u036f]/g

/** Between letters and figures: a word may begin after each. */
const separator = String.raw`[\p{P}\p{S}]`

/** Scripts that put no space between words: there a word may begin with every character. */
const unspaced = String.raw`[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}]`

const wordBegins = new RegExp(String.raw`(?<=${separator})(?=[^\p{P}])|(?=${unspaced})|(?=\p{S})`, 'gu')

/**
 * The form in which texts are compared: compatible characters, case and accents count as one (Unicode §3.11, NFKC), and `ß`
 * is `ss`, as full case folding has it (§5.18).
 */
export function foldText(text: string): string {
  return text.normalize('NFKD').replace(accents, '').normalize('NFKC').toLowerCase().replaceAll('ß', 'ss')
}

/** What a name stands by in an order that is the same in every database. */
export function sortKey(name: string): string {
  return cut(foldText(name), lengths.sortKey)
}

/**
 * Every beginning that a name can be found by: each of its words, and what follows the punctuation within one, so that
 * `node.js` is found by `node`, `js` and `node.j`.
 */
export function searchWords(name: string): string[] {
  const words = new Set<string>()
  for (const token of tokens(name)) {
    words.add(cut(token, lengths.word))
    for (const { index } of token.matchAll(wordBegins)) words.add(cut(token.slice(index), lengths.word))
  }
  return [...words]
}

/** The words of a search, each to be found at the beginning of a word of the name. */
export function searchTerms(query: string): string[] {
  return [...new Set(tokens(query).map((token) => cut(token, lengths.word)))]
}

function tokens(text: string): string[] {
  return foldText(text).split(/\s+/u).filter(Boolean)
}

function cut(text: string, codePoints: number): string {
  return text.length <= codePoints ? text : [...text].slice(0, codePoints).join('')
}
