/** The rows of a CSV file (RFC 4180), with its quotes undone and without its byte order mark. */
export function parseCsv(file: string): string[][] {
  const text = file.replace(/^\uFEFF/, '')
  assertWhole(text)
  const rows: string[][] = [[]]
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    rows.at(-1)?.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'))
    if (end === '\r\n') rows.push([])
  }
  return rows.slice(0, -1)
}

function assertWhole(text: string): void {
  if (!text.endsWith('\r\n')) throw new Error('The last line of the file has no end')
}
