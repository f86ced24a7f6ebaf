import { html, nothing, type TemplateResult } from 'lit'
import type { SnippetSource } from './snippets/snippet-source.js'
import { snippetNames, snippets, type SnippetName } from './snippets/snippets.js'
import { copyable, part, type TryItView } from './try-it-view.js'

/** Examples that run as they are, one at a time. */
export function snippetsPart(
  view: TryItView,
  source: SnippetSource,
  shown: SnippetName,
  show: (name: SnippetName) => void,
): TemplateResult {
  const { locale } = view
  const { tryIt } = locale.strings
  const { code, variables } = snippets[shown]
  const names = variables(source)
  const content = html`<fieldset class="kinds">
      <legend class="visually-hidden">${tryIt.snippetKind}</legend>
      ${snippetNames.map(
        (name) =>
          html`<label class="kind">
            <input type="radio" name="snippet" .checked=${name === shown} @change=${() => show(name)} />
            <bdi>${name}</bdi>
          </label>`,
      )}
    </fieldset>
    ${
      names.length === 0
        ? nothing
        : html`<p class="help variables">
            ${tryIt.snippetVariables(new Intl.ListFormat(locale.lang, { type: 'conjunction' }).format(names))}
          </p>`
    }
    ${shown === 'Node.js' ? html`<p class="help">${tryIt.snippetPackage}</p>` : nothing}
    ${copyable(shown, code(source), tryIt.snippetCopy, view, true)}`
  return part('snippets', tryIt.snippets, tryIt.snippetsText, content)
}
