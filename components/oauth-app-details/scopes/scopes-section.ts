import { html, nothing, type TemplateResult } from 'lit'
import { expandScopes, listScopes } from '../../../plugin/contract/scopes.js'
import type { ScopeCatalogue, ScopeDefinition, ScopeRisk } from '../../../plugin/contract/scope-catalogue.js'
import { glyphs } from '../../internal/glyphs.js'
import type { DetailsSection } from '../details-section.js'
import type { DetailsView } from '../details-view.js'
import { scopeLocks } from '../../scope-picker/scope-locks.js'
import { scopeSentences } from '../../scope-picker/scope-sentences.js'

interface GrantedScope {
  readonly scope: ScopeDefinition
  /** What it lets an app do, in the viewer's language. */
  readonly sentence: string
  readonly includedIn: readonly string[]
}

/** What hurts most comes first. */
const risks = ['dangerous', 'normal', 'safe'] as const satisfies readonly ScopeRisk[]

export function scopesSection(view: DetailsView): DetailsSection {
  const { details } = view.locale.strings
  const content =
    view.app.scopes.length === 0 ? html`<p class="quiet">${details.scopesNone}</p>` : html`${grouped(view)}`
  return { id: 'scopes', text: details.scopesText, content }
}

function grouped(view: DetailsView): TemplateResult[] {
  const { details } = view.locale.strings
  const catalogue = view.config?.scopes ?? []
  const granted = grantedScopes(catalogue, view)
  const titles = { dangerous: details.scopesDangerous, normal: details.scopesNormal, safe: details.scopesSafe }
  const known = new Set(granted.map(({ scope }) => scope.name))
  const unknown = view.app.scopes.filter((name) => !known.has(name))
  const groups = risks.map((risk) => ({
    risk,
    title: titles[risk],
    scopes: granted.filter(({ scope }) => (scope.risk ?? 'normal') === risk),
  }))
  const left = unknown.map((name): GrantedScope => ({ scope: { name }, sentence: '', includedIn: [] }))
  return [...groups, { risk: 'unknown', title: details.scopesUnknown, scopes: left }]
    .filter(({ scopes }) => scopes.length > 0)
    .map(({ risk, title, scopes }) => scopeGroup(risk, title, scopes, view))
}

function scopeGroup(
  risk: string,
  title: string,
  scopes: readonly GrantedScope[],
  { locale }: DetailsView,
): TemplateResult {
  const included = (names: readonly string[]): string =>
    locale.strings.scopes.includedIn(new Intl.ListFormat(locale.lang, { type: 'conjunction' }).format(names))
  return html`<div class="scope-group ${risk}">
    <h4>${risk === 'dangerous' ? glyphs.alert : nothing}${title}</h4>
    <ul class="rows" role="list">
      ${scopes.map(
        ({ scope, sentence, includedIn }) =>
          html`<li class="scope">
            ${sentence === '' ? nothing : html`<p dir="auto">${sentence}</p>`}
            <p class="help"><code class="mono" dir="ltr" translate="no">${scope.name}</code></p>
            ${includedIn.length === 0 ? nothing : html`<p class="help included">${glyphs.lock}${included(includedIn)}</p>`}
          </li>`,
      )}
    </ul>
  </div>`
}

/** What the app gets in the end: what was chosen and what comes with it, in the order of the catalogue. */
function grantedScopes(catalogue: ScopeCatalogue, { app, locale }: DetailsView): GrantedScope[] {
  const granted = new Set(expandScopes(catalogue, app.scopes))
  const locks = scopeLocks(catalogue, app.scopes)
  const sentences = scopeSentences(catalogue, (text) => locale.text(text), locale.strings.scopes)
  return listScopes(catalogue)
    .filter(({ name }) => granted.has(name))
    .map((scope) => ({
      scope,
      sentence: sentences.get(scope.name) ?? '',
      includedIn: app.scopes.includes(scope.name) ? [] : (locks.get(scope.name) ?? []),
    }))
}
