import { pipeline } from 'node:stream/promises'
import type { Response } from 'express'

/** Milliseconds without a byte, after which a reader is taken for one who has gone: what was read for them is in memory. */
const patience = 30_000

/**
 * Writes an answer as it comes, no faster than it is read. Who goes away, or stops reading, ends the reading of its source;
 * where the source fails, the connection is cut, so that half an answer is not taken for a whole one.
 *
 * @throws whatever the source throws.
 */
export async function sendStream(
  response: Response,
  chunks: AsyncIterable<string>,
  milliseconds = patience,
): Promise<void> {
  // Nobody listens to this event, so Node destroys the socket; it sets the time anew for the next request.
  response.setTimeout(milliseconds)
  try {
    await pipeline(chunks, response)
  } catch (error) {
    if (!isClosedByReader(error)) throw error
  }
}

function isClosedByReader(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE'
}
