/** Whether a database can hold the text at all: PostgreSQL has no NUL, and half a surrogate pair is no character. */
export function isDatabaseText(text: string): boolean {
  return !/\0|\p{Cs}/u.test(text)
}
