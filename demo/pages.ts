import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import express, { type RequestHandler, type Response, type Router } from 'express'
import type { Portal } from './portals/portal.js'
import { renderReference } from './reference/render-reference.js'
import { welcome } from './sign-in.js'
import { themeParts } from './theme-parts.js'

/**
 * `/` lists the portals, `/themes` shows the ready themes, `/<portal>` is the page of one, `/<portal>/authorized` that of the
 * apps that people allowed something, `/<portal>/applications` that of all users' apps, `/<portal>/webhooks` that of endpoints,
 * and `/<portal>/reference` its API.
 */
export function pageRoutes(portals: readonly Portal[]): Router {
  const router = express.Router()
  router.get('/', page('index'))
  router.get('/themes', welcome('member'), (request, response) =>
    sendPage(response, 'themes', themeParts(request.query['look'])),
  )
  for (const { name, visitor, grants, overview, webhooks, examples } of portals) {
    router.get(`/${name}`, welcome(visitor), page(name))
    if (grants) router.get(`/${name}/authorized`, welcome(visitor), page(`${name}-authorized`))
    if (overview) router.get(`/${name}/applications`, welcome(visitor), page(`${name}-applications`))
    if (webhooks) router.get(`/${name}/webhooks`, welcome(visitor), page(`${name}-webhooks`))
    if (!examples) continue
    router.get(`/${name}/reference`, welcome(visitor), async (request, response) => {
      const reference = await renderReference(request, name, examples)
      await sendPage(response, `${name}-reference`, reference)
    })
  }
  return router
}

function page(name: string): RequestHandler {
  return (_request, response) => sendPage(response, name)
}

/**
 * A page of `demo/pages/`, with other markup in the place of each `<!-- part: … -->`: that of `parts`, or the file of
 * switches that all portals have.
 */
export async function sendPage(
  response: Response,
  name: string,
  parts: Readonly<Record<string, string>> = {},
): Promise<void> {
  const markup: Readonly<Record<string, string>> = { ...parts, switches: await read('parts/switches') }
  const text = await read(name)
  response
    .type('html')
    .set('Cache-Control', 'no-cache')
    .send(text.replaceAll(/<!-- part: (\w+) -->/g, (comment, part: string) => markup[part] ?? comment))
}

function read(name: string): Promise<string> {
  return readFile(fileURLToPath(new URL(`pages/${name}.html`, import.meta.url)), 'utf8')
}
