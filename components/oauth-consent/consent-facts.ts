import { html, nothing, svg, type TemplateResult } from 'lit'
import { canonicalHost } from '../../plugin/contract/host.js'
import { splitUri } from '../../plugin/contract/raw-uri.js'
import { checkWebUrl } from '../../plugin/contract/web-url.js'
import { drawn } from '../internal/drawn-glyph.js'
import { firstLetter } from '../internal/app-actions/app-icon.js'
import { consentIcon } from './consent-icon.js'
import type { ConsentView } from './consent-view.js'
import { destinationOf } from './destination.js'

const leavesGlyph = drawn(svg`<path d="M6.5 3.5h-3v9h9v-3M9 3h4v4m0-4L7.5 8.5"/>`)

/** Who asks, and for what kind of thing. */
export function appHeader(view: ConsentView): TemplateResult {
  const { language, request, preview } = view
  const { client_name, description } = request.app
  const words = language.strings.consent
  return html`<header>
    <slot name="icon">${consentIcon(request.app)}</slot>
    <h2 id="title" tabindex=${preview ? nothing : '-1'} aria-level=${preview ? '4' : nothing}>
      ${spoken(client_name, words.previewName, 'name')} <span class="wants">${wants(view)}</span>
    </h2>
    ${publisher(view)}
    ${
      description === undefined || (description === '' && !preview)
        ? nothing
        : html`<div class="own-words">
            <p class="label">${words.ownWords}</p>
            <p>${spoken(description, words.previewDescription)}</p>
          </div>`
    }
  </header>`
}

function wants({ access, request, language, preview }: ConsentView): string {
  const words = language.strings.consent
  const before = access.remembered.length > 0
  if (access.fresh.length > 0) return before ? words.wantsMore : words.wants
  if (preview) return words.wants
  return request.scopes.length > 0 ? words.wantsNothingNew : words.wantsNothing
}

function publisher(view: ConsentView): TemplateResult | typeof nothing {
  const { language, request, preview } = view
  const { publisher: owner, client_uri: uri } = request.app
  const words = language.strings.consent
  const host = uri ? hostOf(uri) : undefined
  const site = host !== undefined && uri ? link(uri, host, view, 'ltr') : nothing
  const placeholder = preview && typeof uri === 'string' && host === undefined
  if (!owner && !uri && !placeholder) return nothing
  return html`<p class="publisher muted">
    ${owner ? html`<span>${words.publisher} <strong dir="auto">${owner.name}</strong></span>` : nothing}
    ${placeholder ? html`<span class="placeholder">${words.previewWebsite}</span>` : site}
  </p>`
}

/** Who is asked, and the way out for whoever that is not. */
export function signedIn({ user, language }: ConsentView, notYou: unknown): TemplateResult | typeof nothing {
  if (!user) return nothing
  const words = language.strings.consent
  return html`<div class="user">
    <span class="initial" aria-hidden="true">${firstLetter(user.name)}</span>
    <p>
      <span class="muted">${words.signedInAs}</span> <strong dir="auto">${user.name}</strong>
      ${user.email ? html`<span class="muted" dir="auto">${user.email}</span>` : nothing}
    </p>
    ${notYou}
  </div>`
}

/** Where the answer goes, whichever it is: the host, and nothing around it that could mislead. */
export function destination({ request, language, preview }: ConsentView): TemplateResult | typeof nothing {
  const { redirect_uri: uri } = request
  const words = language.strings.consent
  if (uri === undefined || (uri === '' && !preview)) return nothing
  const { name, onDevice } = destinationOf(uri)
  return html`<p class="destination">
    <span class="muted">${words.sentTo}</span>
    ${
      uri === ''
        ? html`<span class="placeholder">${words.previewRedirect}</span>`
        : html`<span
            ><strong class="mono" dir="ltr">${name}</strong>${
              onDevice ? html` <span class="muted">(${words.onDevice})</span>` : nothing
            }</span
          >`
    }
  </p>`
}

export function legalLinks(view: ConsentView): TemplateResult | typeof nothing {
  const { policy_uri, tos_uri } = view.request.app
  const words = view.language.strings.consent
  const links = [legalLink(policy_uri, words.policy, view), legalLink(tos_uri, words.terms, view)]
  return links.every((one) => one === nothing) ? nothing : html`<p class="links">${links}</p>`
}

function legalLink(uri: string | null | undefined, words: string, view: ConsentView): TemplateResult | typeof nothing {
  if (view.preview && uri === '') return html`<span class="placeholder">${words}</span>`
  return uri ? link(uri, words, view) : nothing
}

/** Judged again, since strangers follow it. It opens beside the request, which would be lost otherwise. */
function link(
  uri: string,
  text: string,
  { language, preview }: ConsentView,
  dir?: 'ltr',
): TemplateResult | typeof nothing {
  if (preview) return html`<span class="link" dir=${dir ?? nothing}>${text}</span>`
  if (checkWebUrl(uri).length > 0) return nothing
  return html`<a class="link" dir=${dir ?? nothing} href=${uri} target="_blank" rel="noopener noreferrer"
    >${text}${leavesGlyph}<span class="visually-hidden">(${language.strings.consent.newTab})</span></a
  >`
}

function hostOf(uri: string): string | undefined {
  const host = splitUri(uri)?.host
  return host === undefined ? undefined : canonicalHost(host)
}

/** What the app says of itself, in its own direction; in a preview, what will stand there. */
function spoken(text: string, placeholder: string, name = ''): TemplateResult {
  return text.trim() === ''
    ? html`<span class="${name} placeholder">${placeholder}</span>`
    : html`<span class=${name}><bdi>${text}</bdi></span>`
}
