import { html, type Markup } from '../markup.js'
import { actsForItself, type Portal } from '../portals/portal.js'
import type { PortalAddresses } from './portal-client.js'
import type { ClientSession } from './sessions.js'

/** All portals that one can sign in through. */
export function indexPage(portals: readonly Portal[]): string {
  return page(
    'Sample app',
    html`<h1>Sample app</h1>
      <p>This is somebody else's app. It acts for people at a portal, once it is registered there.</p>
      <ul>
        ${portals.map((portal) => html`<li><a href="/${portal.name}">Use it with ${portal.title}</a></li>`)}
      </ul>`,
  )
}

export interface PortalPage {
  readonly portal: Portal
  /** Of the portals. */
  readonly origin: string
  readonly own: string
  readonly addresses: PortalAddresses
  readonly session: ClientSession
}

/** The way from registering to a token, a step below the other. */
export function portalPage({ portal, origin, own, addresses, session }: PortalPage): string {
  const { title } = portal
  const { credentials, tokens, told } = session
  const alone = actsForItself(portal)
  return page(
    `Sample app for ${title}`,
    html`<p><a href="/">All portals</a></p>
      <h1>Sample app for ${title}</h1>
      <p id="told" role="status">${told ?? ''}</p>
      <section>
        <h2>1. Register it</h2>
        ${alone ? html`<p>Add an application in <a href="${origin}/${portal.name}#new">${title}</a>, under any name.</p>` : whatToRegister({ portal, origin, own, addresses })}
        <form method="post" action="/${portal.name}/credentials" autocomplete="off">
          <label>Client ID <input name="client_id" required value="${credentials?.clientId ?? ''}" /></label>
          <label>Client secret <input name="client_secret" type="password" /></label>
          <button>Use these</button>
          ${credentials && html`<p class="done">The app knows its credentials.</p>`}
        </form>
      </section>
      <section>
        <h2>2. ${alone ? 'Get a token' : 'Sign in'}</h2>
        ${credentials ? (alone ? getToken(portal) : html`<p><a class="action" href="/${portal.name}/sign-in">Sign in with ${title}</a></p>`) : html`<p>First it has to be registered.</p>`}
      </section>
      <section>
        <h2>3. Use the API</h2>
        ${tokens ? useApi(portal) : html`<p>${alone ? 'First it needs a token.' : 'First somebody has to sign in.'}</p>`}
      </section>
      <section>
        <h2>4. Take it back</h2>
        <p>Disable or delete the application in ${title}, or revoke its tokens there, and use the API again.</p>
      </section>`,
    portal.name,
  )
}

function whatToRegister({ portal, origin, own, addresses }: Omit<PortalPage, 'session'>): Markup {
  return html`<p>Register an application in <a href="${origin}/${portal.name}#new">${portal.title}</a>, with</p>
    <dl>
      <dt>Redirect URL</dt>
      <dd><code>${addresses.redirectUri}</code></dd>
      <dt>Allowed origin, where there is such a field</dt>
      <dd><code>${own}</code></dd>
    </dl>`
}

/** The app acts for itself: nobody has to sign in. */
function getToken({ name }: Portal): Markup {
  return html`<form method="post" action="/${name}/own-token"><button>Get a token</button></form>`
}

function useApi(portal: Portal): Markup {
  const { name } = portal
  const fromServer = html`<form method="post" action="/${name}/call"><button>Call it from the server</button></form>`
  if (actsForItself(portal)) return html`<div class="actions">${fromServer}</div>`
  return html`<p>From its page, whose origin has to be allowed, or from its server.</p>
    <div class="actions">
      <button id="call" type="button">Call the API</button>
      ${fromServer}
      <form method="post" action="/${name}/refresh"><button>Get a new token</button></form>
    </div>
    <pre id="answer" role="status" aria-label="Answer of the API"></pre>`
}

function page(title: string, content: Markup, portal = ''): string {
  return html`<!doctype html>
    <html lang="en" data-portal="${portal}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <link rel="icon" href="/assets/favicon.svg" />
        <link rel="stylesheet" href="/assets/demo.css" />
        <link rel="stylesheet" href="/assets/client-app.css" />
        <script type="module" src="/assets/client-app.js"></script>
      </head>
      <body>
        <main class="client-app">${content}</main>
      </body>
    </html>`.text
}
