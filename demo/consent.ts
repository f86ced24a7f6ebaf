import express, { type ErrorRequestHandler, type Router } from 'express'
import type { AuthorizationServer, Interaction } from '../plugin/authorization-server/index.js'
import type { Principal } from '../plugin/principal.js'
import { ProblemError } from '../plugin/problem-error.js'
import { html } from './markup.js'
import { sendPage } from './pages.js'
import { apiPath, type Portal } from './portals/portal.js'
import { authenticate, welcome } from './sign-in.js'

/** The page on which somebody who is signed in says whether an app may act for them. It needs no script of its own. */
export function consentRoutes(portal: Portal, server: AuthorizationServer): Router {
  const router = express.Router()
  router.use(welcome(portal.visitor))

  router.get('/:uid', async (request, response) => {
    const person = authenticate(request)
    const asked = await server.interaction(request, response, person?.id)
    if (person && isRemembered(asked)) {
      response.redirect(303, await server.allow(request, response, { accountId: person.id }))
      return
    }
    // A browser asks the policy about where a form leads in the end, too.
    const policy = `default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self' ${new URL(asked.redirect_uri).origin}; frame-ancestors 'none'`
    response.set({ 'Content-Security-Policy': policy, 'Referrer-Policy': 'same-origin' })
    await sendPage(response, 'consent', { portal: portal.title, consent: consentMarkup(portal, asked, person) })
  })

  router.post('/:uid', express.urlencoded({ extended: false, limit: '20kb' }), async (request, response) => {
    const person = authenticate(request)
    const { decision, scope = [] } = answerOf(request.body)
    if (decision === 'allow' && person) {
      const { scopes } = await server.interaction(request, response, person.id)
      const granted = scopes.filter((asked) => asked.granted).map(({ name }) => name)
      const allowed = [...granted, ...[scope].flat()]
      response.redirect(303, await server.allow(request, response, { accountId: person.id, scopes: allowed }))
    } else {
      response.redirect(303, await server.deny(request, response))
    }
  })

  router.use(problemPage(portal))
  return router
}

function isRemembered({ scopes, ask_again }: Interaction): boolean {
  return !ask_again && scopes.length > 0 && scopes.every(({ granted }) => granted)
}

function consentMarkup(portal: Portal, asked: Interaction, person: Principal | null): string {
  const request = {
    scopes: asked.scopes.map(({ name }) => name),
    granted_scopes: asked.scopes.filter(({ granted }) => granted).map(({ name }) => name),
    required_scopes: ['openid'],
    redirect_uri: asked.redirect_uri,
    // Of what nobody has registered or approved, the element could read nothing.
    app: asked.app,
  }
  const user = person && { name: person.name, email: person.email }
  const unregistered = asked.registered
    ? undefined
    : html`<p slot="footer">Nobody has registered this app with ${portal.title}: who it is, it says itself.</p>`
  return html`<oauth-consent
    api="${apiPath(portal)}"
    client-id="${asked.app.client_id}"
    request="${JSON.stringify(request)}"
    user="${JSON.stringify(user)}"
    choose-scopes
    >${unregistered}</oauth-consent
  >`.text
}

interface Answer {
  readonly decision?: unknown
  readonly scope?: string | string[]
}

function answerOf(body: unknown): Answer {
  return typeof body === 'object' && body !== null ? body : {}
}

/** Most often somebody came back to a page that was answered long ago; or the app works for its owner alone. */
const problems: Readonly<Partial<Record<ProblemError['code'], string>>> = {
  not_found: 'expired',
  not_approved: 'app_unapproved',
}

function problemPage({ title }: Portal): ErrorRequestHandler {
  return (error, _request, response, next) => {
    const problem = error instanceof ProblemError ? problems[error.code] : undefined
    if (!problem) {
      next(error)
      return
    }
    response.status(problem === 'expired' ? 404 : 403)
    const consent = html`<oauth-consent problem="${problem}"></oauth-consent>`.text
    void sendPage(response, 'consent', { portal: title, consent }).catch(next)
  }
}
