import express, { type Request, type Response, type Router } from 'express'
import type { OAuthApps, RenderedMail } from '../../plugin/index.js'
import { mailNames, type MailName } from '../../plugin/notifications/mail/mail-names.js'
import { sendPage } from '../pages.js'
import type { Portal } from '../portals/portal.js'
import { visitorOf, welcome } from '../sign-in.js'
import { letterMarkup } from './letter-markup.js'
import { mailboxPath, mailList, shownAs, templateForm, templateList, type PreviewChoice } from './mailbox-markup.js'
import type { Mailbox } from './mailbox.js'

/** What a portal has sent, at `/<portal>/mailbox`, and what its templates look like, at `/<portal>/mailbox/templates`. */
export function mailboxRoutes(portal: Portal, apps: OAuthApps, mailbox: Mailbox): Router {
  const router = express.Router()
  const path = mailboxPath(portal)
  router.use(path, welcome(portal.visitor))

  router.get(path, async (request, response) => {
    const mail = mailbox.find(text(request, 'mail')) ?? mailbox.mails[0]
    const address = `${path}?mail=${mail?.number ?? ''}`
    await send(response, portal, 'mails', {
      list: mailList(path, mailbox.mails, mail),
      letter: letterMarkup(
        mail && {
          ...mail.message,
          source: mail.source,
          frame: `${path}/mails/${mail.number}`,
          address,
          as: shownAs(text(request, 'as')),
        },
      ),
    })
  })

  router.get(`${path}/mails/:number`, (request, response) => {
    sendMail(response, mailbox.find(request.params.number)?.message)
  })

  router.get(`${path}/templates`, async (request, response) => {
    const choice = await chosen(request, portal, apps)
    const mail = choice.app && (await apps.previewMail({ ...choice, clientId: choice.app.client_id }))
    const query = new URLSearchParams({ app: choice.app?.client_id ?? '', locale: choice.locale, name: choice.name })
    const frame = `${path}/templates/mail?${query.toString()}`
    const letter = mail && {
      ...mail,
      frame,
      address: `${path}/templates?${query.toString()}`,
      as: shownAs(text(request, 'as')),
    }
    await send(response, portal, 'templates', {
      list: [templateForm(path, choice), templateList(path, choice)],
      letter: letterMarkup(letter ?? undefined),
    })
  })

  router.get(`${path}/templates/mail`, async (request, response) => {
    const { app, ...choice } = await chosen(request, portal, apps)
    sendMail(response, (app && (await apps.previewMail({ ...choice, clientId: app.client_id }))) ?? undefined)
  })
  return router
}

/** Which template is previewed, of which of the apps that the visitor sees, in which language. */
async function chosen(request: Request, { visitor }: Portal, apps: OAuthApps): Promise<PreviewChoice> {
  const person = visitorOf(request, visitor)
  const page = person && (await apps.registry.listApps(person, { members: { limit: 50 }, faults: [] }))
  const items = page?.items ?? []
  return {
    apps: items,
    app: items.find(({ client_id }) => client_id === text(request, 'app')) ?? items[0],
    locale: text(request, 'locale') || 'en',
    name: mailName(text(request, 'name')),
  }
}

function mailName(name: string): MailName {
  return mailNames.find((known) => known === name) ?? 'created'
}

async function send(
  response: Response,
  { name, title }: Portal,
  shown: 'mails' | 'templates',
  { list, letter }: { list: { text: string } | readonly { text: string }[]; letter: { text: string } },
): Promise<void> {
  // Mails are shown in frames; nothing else of this host is.
  const policy = String(response.get('Content-Security-Policy'))
  response.set('Content-Security-Policy', `${policy}; frame-src 'self'`)
  await sendPage(response, 'mailbox', {
    portal: title,
    path: name,
    mails: shown === 'mails' ? 'page' : 'false',
    templates: shown === 'templates' ? 'page' : 'false',
    list: [list]
      .flat()
      .map(({ text }) => text)
      .join('\n'),
    letter: letter.text,
  })
}

/** As a careful mail client shows one: it runs nothing and fetches nothing, and its links open beside it. */
function sendMail(response: Response, mail: Pick<RenderedMail, 'html'> | undefined): void {
  if (!mail) {
    response.sendStatus(404)
    return
  }
  const policy =
    "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox"
  response.set({ 'Content-Security-Policy': policy, 'Cache-Control': 'no-cache' })
  response.type('html').send(mail.html.replace('<head>', '<head><base target="_blank">'))
}

function text({ query }: Request, name: string): string {
  const value = query[name]
  return typeof value === 'string' ? value : ''
}
