/** One option that is wrong, for the developer who wrote it: what it is, and what to write instead. */
export interface OptionFault {
  /** For example `fields.icon`. */
  readonly option: string
  readonly message: string
}

/**
 * Thrown by whatever takes options (`createOAuthApps`, `cors`) and, for what only the database can tell, by `migrate`: all
 * that is wrong, at once.
 */
export class OptionsError extends Error {
  override readonly name = 'OptionsError'
  readonly faults: readonly OptionFault[]

  constructor(faults: readonly OptionFault[], taker = 'createOAuthApps') {
    super([`${taker} cannot use these options:`, ...faults.map(asLine)].join('\n'))
    this.faults = faults
  }
}

function asLine({ option, message }: OptionFault): string {
  return `  ${option}: ${message}`
}
