/**
 * The query as strings, one that is given several times as an array of them. Read from the address itself, since how
 * Express does it is the host's to set, and its "extended" parser makes objects of `a[b]=c`.
 */
export function readQuery(url: string): Readonly<Record<string, unknown>> {
  const start = url.indexOf('?')
  const parameters = new URLSearchParams(start === -1 ? '' : url.slice(start))
  const names = new Set(parameters.keys())
  // fromEntries defines members instead of assigning them, so `__proto__` is a name like any other.
  return Object.fromEntries([...names].map((name) => [name, valueOf(parameters.getAll(name))]))
}

function valueOf(values: string[]): unknown {
  return values.length === 1 ? values[0] : values
}
