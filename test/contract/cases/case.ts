/** One sentence about the rules, and the proof of it; runs in Node and in a browser, whose test runners differ. */
export interface Case {
  readonly title: string
  readonly check: () => void
}

/** Throws when two plain values differ; members that are `undefined` do not count. */
export function expectSame(actual: unknown, expected: unknown, about = ''): void {
  const [got, wanted] = [JSON.stringify(actual), JSON.stringify(expected)]
  if (got !== wanted) throw new Error(`${about} expected ${wanted}, got ${got}`)
}

export function codesOf(faults: readonly { readonly code: string }[]): string[] {
  return faults.map(({ code }) => code)
}
