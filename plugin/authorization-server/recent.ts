/** Milliseconds for which what was looked up is taken for what is: what several nodes promise each other. */
const freshFor = 1000

/** Keys of one memory: whoever asks for made-up ones does not fill it. */
const most = 10_000

export interface Recent<Value> {
  get(key: string): Promise<Value>
  clear(): void
}

/**
 * Looks a thing up once a second however often it is asked for, and again when that failed. Its age counts from before the
 * lookup, so that nothing older than a second is ever answered.
 */
export function recent<Value>(lookUp: (key: string) => Promise<Value>): Recent<Value> {
  const known = new Map<string, { readonly at: number; readonly value: Promise<Value> }>()
  return {
    get(key) {
      const found = known.get(key)
      if (found && performance.now() - found.at < freshFor) return found.value
      const entry = { at: performance.now(), value: lookUp(key) }
      // The order of a Map is that of insertion: the first is the oldest.
      known.delete(key)
      known.set(key, entry)
      const [oldest] = known.keys()
      if (known.size > most && oldest !== undefined) known.delete(oldest)
      entry.value.catch(() => {
        if (known.get(key) === entry) known.delete(key)
      })
      return entry.value
    },
    clear: () => known.clear(),
  }
}
