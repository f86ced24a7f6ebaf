import type { Logger } from '../plugin/index.js'

/** One line of JSON for each thing that happened, as a log collector wants it; too small to be worth a debug level. */
export const consoleLogger: Logger = {
  info: (fields, message) => {
    write('info', fields, message)
  },
  warn: (fields, message) => {
    write('warn', fields, message)
  },
  error: (fields, message) => {
    write('error', fields, message)
  },
}

function write(level: string, fields: object, message: string): void {
  const error = 'err' in fields && fields.err instanceof Error ? { err: fields.err.stack } : {}
  console.log(JSON.stringify({ time: new Date().toISOString(), level, message, ...fields, ...error }))
}
