import { ProblemError } from '../../problem-error.js'
import type { Handler } from '../handler.js'

/** The content hash and, after `@`, the scale; `@1x` is written without. */
const iconId = /^(?<hash>[0-9a-f]{64})(?:@(?<scale>[23])x)?$/

/** Under one address there is one image for ever, so it may be kept for as long as caches go (RFC 8246). */
export const getIcon: Handler<'getIcon'> = async ({ params }, registry) => {
  const { hash, scale = '1' } = iconId.exec(params.icon_id)?.groups ?? {}
  const image = hash === undefined ? null : await registry.findIcon(hash, Number(scale))
  if (!image) throw new ProblemError('not_found', { detail: 'There is no icon at this address.' })
  return {
    status: 200,
    headers: {
      'Cache-Control': 'public, max-age=31536000, immutable',
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'Content-Type': image.type,
      'Cross-Origin-Resource-Policy': 'cross-origin',
      ETag: `"${params.icon_id}"`,
    },
    body: image.bytes,
  }
}
