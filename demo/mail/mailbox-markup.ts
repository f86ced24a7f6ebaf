import type { AppSummaryRecord } from '../../plugin/index.js'
import { mailNames, type MailName } from '../../plugin/notifications/mail/mail-names.js'
import { html, type Markup } from '../markup.js'
import type { Portal } from '../portals/portal.js'
import type { Letter } from './letter-markup.js'
import type { SentMail } from './mailbox.js'

export interface PreviewChoice {
  readonly apps: readonly AppSummaryRecord[]
  readonly app: AppSummaryRecord | undefined
  readonly locale: string
  readonly name: MailName
}

export function mailboxPath({ name }: Pick<Portal, 'name'>): string {
  return `/${name}/mailbox`
}

export function shownAs(as: string): Letter['as'] {
  return as === 'text' || as === 'source' ? as : 'html'
}

/** What has been sent, the latest first. */
export function mailList(path: string, mails: readonly SentMail[], current: SentMail | undefined): Markup {
  if (mails.length === 0) {
    return html`<p class="empty" data-words="noMails">
      No mails yet. Register an application, disable it, or add a secret: what its owner is told appears here.
    </p>`
  }
  const items = mails.map((mail) => {
    const { subject, to } = mail.message
    return html`<li>
      <a href="${path}?mail=${mail.number}" ${ariaCurrent(mail === current)}>
        <span class="subject" dir="auto">${subject}</span>
        <span class="to" dir="auto">${to.map(({ address }) => address).join(', ')}</span>
        <time datetime="${mail.sentAt.toISOString()}">${mail.sentAt.toISOString().slice(11, 19)} UTC</time>
      </a>
    </li>`
  })
  return html`<ol class="mails">
    ${items}
  </ol>`
}

/** The templates that there are. */
export function templateList(path: string, { app, locale, name: current }: PreviewChoice): Markup {
  const items = mailNames.map((name) => {
    const query = new URLSearchParams({ app: app?.client_id ?? '', locale, name }).toString()
    return html`<li>
      <a href="${path}/templates?${query}" ${ariaCurrent(name === current)}>
        <span class="subject"><code>${name}</code></span>
      </a>
    </li>`
  })
  return html`<ol class="mails">
    ${items}
  </ol>`
}

/** Of which app, and in which language. */
export function templateForm(path: string, { apps, app, locale, name }: PreviewChoice): Markup {
  if (!app) {
    return html`<p class="empty" data-words="noApps">
      Templates are shown with a real application: register one first.
    </p>`
  }
  const names = { en: 'English', de: 'Deutsch', ar: 'العربية' }
  const options = apps.map(
    ({ client_id, client_name }) =>
      html`<option value="${client_id}" ${selected(client_id === app.client_id)}>${client_name}</option>`,
  )
  const languages = Object.entries(names).map(
    ([tag, label]) => html`<option value="${tag}" lang="${tag}" ${selected(tag === locale)}>${label}</option>`,
  )
  return html`<form class="choice" action="${path}/templates">
    <input type="hidden" name="name" value="${name}" />
    <label
      ><span data-words="application">Application</span>
      <select name="app">
        ${options}
      </select></label
    >
    <label
      ><span data-words="mailLanguage">Language of the mail</span>
      <select name="locale">
        ${languages}
      </select></label
    >
    <button data-words="show">Show</button>
  </form>`
}

function selected(is: boolean): Markup {
  return is ? html`selected` : html``
}

function ariaCurrent(is: boolean): Markup {
  return is ? html`aria-current="true"` : html``
}
