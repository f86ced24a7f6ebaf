/** Whether a database, ours or the host's, can compare with it: PostgreSQL has no NUL, and half a surrogate pair is no character. */
export function isSoundText(text: string): boolean {
  return !/\0|\p{Cs}/u.test(text)
}
