/** Values that are forgotten when their time is up; all live about equally long. */
export class ExpiringMap<Value> {
  readonly #entries = new Map<string, { readonly value: Value; readonly endsAt: number }>()

  get(key: string, now: number): Value | undefined {
    const entry = this.#entries.get(key)
    return entry && entry.endsAt > now ? entry.value : undefined
  }

  set(key: string, value: Value, endsAt: number, now: number): void {
    this.#entries.delete(key)
    this.#entries.set(key, { value, endsAt })
    // The order of a Map is that of insertion: what ends first stands at its beginning.
    for (const [oldest, entry] of this.#entries) {
      if (entry.endsAt > now) break
      this.#entries.delete(oldest)
    }
  }
}
