import { html, nothing, type TemplateResult } from 'lit'
import { canMakeLink, type SignInLink } from './sign-in-link.js'
import { copyable, part, type TryItView } from './try-it-view.js'

/** A sign-in by hand; `undefined` until the link is made. */
export function linkPart(view: TryItView, link: SignInLink | undefined, renew: () => void): TemplateResult {
  const { tryIt } = view.locale.strings
  const absent = canMakeLink() ? html`` : html`<p class="quiet">${tryIt.linkInsecure}</p>`
  return part('link', tryIt.link, tryIt.linkText, link ? made(view, link, renew) : absent)
}

function made(view: TryItView, { address, verifier }: SignInLink, renew: () => void): TemplateResult {
  const { tryIt } = view.locale.strings
  const [redirectUri = ''] = view.app.redirect_uris
  return html`${copyable('link', address, tryIt.linkCopy, view)}
    <div class="row">
      <a class="button open-link" href=${address} target="_blank" rel="noopener noreferrer">${tryIt.linkOpen}</a>
      <button type="button" class="button renew" @click=${renew}>${tryIt.linkNew}</button>
    </div>
    <p class="label">${tryIt.verifier}</p>
    ${copyable('verifier', verifier, tryIt.verifierCopy, view)}
    <ol class="help steps">
      <li>${tryIt.stepOpen}</li>
      <li>${spelled(tryIt.stepBack, redirectUri)}</li>
      <li>${tryIt.stepExchange}</li>
    </ol>`
}

/** An address within a sentence keeps its own direction, wherever the language puts it. */
function spelled(sentence: (address: string) => string, address: string): TemplateResult {
  const [before = '', after = ''] = sentence('\u0000').split('\u0000')
  const code = address === '' ? nothing : html`<code class="mono" dir="ltr" translate="no">${address}</code>`
  return html`${before}${code}${after}`
}
