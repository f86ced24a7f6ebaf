/**
 * Whether it is text that a database can hold: PostgreSQL has no NUL, and half a surrogate pair is no character. What a host
 * passes on from a request may be something else than text: MySQL takes the number 0 for every ID that begins with a letter.
 */
export function isDatabaseText(text: unknown): boolean {
  return typeof text === 'string' && !/\0|\p{Cs}/u.test(text)
}
