import type { MailMessage, RenderedMail } from '../../plugin/index.js'
import { html, type Markup } from '../markup.js'

type Address = MailMessage['from']

/** A mail as it is shown: one that was sent has an envelope and a source. */
export interface Letter
  extends Pick<RenderedMail, 'subject' | 'text'>, Partial<Pick<MailMessage, 'from' | 'to' | 'cc' | 'bcc'>> {
  readonly source?: string
  /** Where its HTML is. */
  readonly frame: string
  /** Where this is shown; `&as=` says as what. */
  readonly address: string
  readonly as: 'html' | 'text' | 'source'
}

export function letterMarkup(letter: Letter | undefined): Markup {
  if (!letter) return html``
  const tabs = [
    tab(letter, 'html', html`HTML`),
    tab(letter, 'text', html`<span data-words="text">Text</span>`),
    letter.source === undefined
      ? html``
      : tab(letter, 'source', html`<span data-words="source">Headers and source</span>`),
  ]
  return html`<article class="letter" aria-labelledby="letter-subject">
    <h2 id="letter-subject" dir="auto">${letter.subject}</h2>
    ${envelope(letter)}
    <nav class="tabs" aria-labelledby="letter-subject">${tabs}</nav>
    ${shown(letter)}
  </article>`
}

function envelope({ from, to, cc = [], bcc = [] }: Letter): Markup {
  if (!from || !to) return html``
  const rows: [string, string, readonly Address[]][] = [
    ['from', 'From', [from]],
    ['to', 'To', to],
    ['cc', 'Copy', cc],
    ['bcc', 'Blind copy', bcc],
  ]
  return html`<dl class="envelope">
    ${rows
      .filter(([, , addresses]) => addresses.length > 0)
      .map(
        ([word, label, addresses]) =>
          html`<div>
            <dt data-words="mail_${word}">${label}</dt>
            <dd>${addresses.map(({ name, address }) => html`<span dir="auto">${name} &lt;${address}&gt;</span> `)}</dd>
          </div>`,
      )}
  </dl>`
}

function tab({ address, as }: Letter, kind: Letter['as'], label: Markup): Markup {
  const current = kind === as ? html`aria-current="page"` : html``
  return html`<a href="${address}&as=${kind}" ${current}>${label}</a>`
}

function shown({ as, frame, subject, text, source = '' }: Letter): Markup {
  if (as === 'html') {
    return html`<iframe
      src="${frame}"
      title="${subject}"
      sandbox="allow-popups allow-popups-to-escape-sandbox"
    ></iframe>`
  }
  return html`<pre dir="auto" tabindex="0" role="region" aria-labelledby="letter-subject">
${as === 'text' ? text : source}</pre>`
}
