import { transformSync } from 'esbuild'
import { edited } from './edited.mjs'

/** No minifier of a host touches what stands in templates, so it is made small here. */
export function templates() {
  return {
    name: 'templates',
    transform(code) {
      const edits = templatesIn(this.parse(code)).flatMap(({ tag, quasi }) => tighten[tag.name](quasi))
      return { code: edited(code, edits), map: null }
    },
  }
}

const tighten = {
  /** One space is as good as a line break and its indentation. */
  html: ({ quasis }) => quasis.map(({ start, end, value }) => ({ start, end, by: value.raw.replace(/\s+/g, ' ') })),
  css: ({ start, end, quasis: [{ value }, ...others] }) => {
    if (others.length > 0) throw new Error('A style sheet holds an expression.')
    const { code, warnings } = transformSync(value.cooked, { loader: 'css', minify: true, charset: 'utf8' })
    if (warnings.length > 0) throw new Error(warnings[0].text)
    return [{ start, end, by: `\`${code.trim().replace(/[\\`]|\$\{/g, '\\$&')}\`` }]
  },
}

function templatesIn(node) {
  if (node === null || typeof node !== 'object') return []
  const inner = Object.values(node).flatMap(templatesIn)
  return node.type === 'TaggedTemplateExpression' && node.tag.name in tighten ? [...inner, node] : inner
}
