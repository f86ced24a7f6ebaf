import { EventListQuerySchema } from '../../contract/events.js'
import { eventFiles } from '../event-files.js'
import type { Handler } from '../handler.js'
import { presentEvent } from '../present-event.js'
import { readParameters } from '../read-parameters.js'

export const listEvents: Handler<'listEvents'> = async ({ principal, params, query }, registry) => {
  const submission = readParameters(EventListQuerySchema, query)
  const { format } = submission.members
  if (format !== undefined) {
    const file = eventFiles[format]
    const batches = await registry.exportEvents(principal, params.client_id, submission)
    return {
      status: 200,
      headers: { ...file.headers, 'Content-Disposition': attachment(`${params.client_id}-events.${format}`) },
      body: file.write(batches),
    }
  }
  const { items, next_cursor } = await registry.listEvents(principal, params.client_id, submission)
  return { status: 200, body: { items: items.map(presentEvent), next_cursor } }
}

/** A name that every file system takes, and that cannot end the header (RFC 6266 §4.3). */
function attachment(name: string): string {
  return `attachment; filename="${name.replaceAll(/[^\w.-]/g, '_')}"`
}
