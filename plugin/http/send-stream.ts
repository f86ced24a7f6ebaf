import { pipeline } from 'node:stream/promises'
import type { Response } from 'express'

/**
 * Writes an answer as it comes, no faster than it is read. Who goes away ends the reading of its source; where the source
 * fails, the connection is cut, so that half an answer is not taken for a whole one.
 *
 * @throws whatever the source throws.
 */
export async function sendStream(response: Response, chunks: AsyncIterable<string>): Promise<void> {
  try {
    await pipeline(chunks, response)
  } catch (error) {
    if (!isClosedByReader(error)) throw error
  }
}

function isClosedByReader(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE'
}
