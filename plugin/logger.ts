/** The host's log: pino, `console`, or anything that takes what happened and a name for it. No secret ever reaches it. */
export interface Logger {
  debug?(details: object, message: string): void
  info(details: object, message: string): void
  warn(details: object, message: string): void
  error(details: object, message: string): void
}
