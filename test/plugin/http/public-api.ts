import type { ErrorRequestHandler } from 'express'
import type { CorsOptions } from '../../../plugin/index.js'
import { openPortal, type Portal, type PortalOptions } from './portal.js'

export const apiPath = '/api/v1'

/** A portal with a public API of its own, whose tokens are `token-of-<client_id>`. */
export async function openPublicApi(
  cors: Partial<CorsOptions> = {},
  options: PortalOptions = {},
): Promise<Portal & { readonly calls: readonly string[] }> {
  const calls: string[] = []
  const portal = await openPortal({
    ...options,
    prepare(host, apps) {
      host.use(apiPath, apps.cors({ clientOf: (request) => clientOf(request.get('Authorization')), ...cors }))
      host.use(apiPath, (request, response, next) => {
        calls.push(request.method)
        const clientId = clientOf(request.get('Authorization'))
        if (request.path === '/failure') throw new Error('The API is broken')
        if (request.path === '/options' || clientId !== null) next()
        else
          response.status(401).set('WWW-Authenticate', 'Bearer error="invalid_token"').json({ error: 'invalid_token' })
      })
      host.use(
        `${apiPath}/files`,
        (request, response) => void response.json({ client: clientOf(request.get('Authorization')) }),
      )
      host.options(`${apiPath}/options`, (_request, response) => void response.set('Allow', 'GET').status(200).end())
      host.use(apiPath, failed)
    },
  })
  return { ...portal, calls }
}

// eslint-disable-next-line @typescript-eslint/no-unused-vars -- Express knows an error handler by its four parameters.
const failed: ErrorRequestHandler = (_error, _request, response, _next) =>
  void response.status(500).json({ error: 'failed' })

function clientOf(authorization = ''): string | null {
  return /^Bearer token-of-(.+)$/.exec(authorization)?.[1] ?? null
}
