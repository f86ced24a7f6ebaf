import { curlSnippet, curlVariables } from './curl.js'
import { nodeSnippet, nodeVariables } from './node.js'
import { pythonSnippet, pythonVariables } from './python.js'
import type { SnippetSource } from './snippet-source.js'

/** The examples, by names that are the same in every language. */
export const snippets = {
  curl: { code: curlSnippet, variables: curlVariables },
  'Node.js': { code: nodeSnippet, variables: nodeVariables },
  Python: { code: pythonSnippet, variables: pythonVariables },
} as const satisfies Record<
  string,
  { code(source: SnippetSource): string; variables(source: SnippetSource): readonly string[] }
>

export type SnippetName = keyof typeof snippets

export const snippetNames: readonly SnippetName[] = ['curl', 'Node.js', 'Python']
