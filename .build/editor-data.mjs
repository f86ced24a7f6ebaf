import { readFileSync } from 'node:fs'

const tokens = 'components/styles/tokens.ts'

/** VS Code's custom data (https://code.visualstudio.com/blogs/2020/02/24/custom-data-format): tags for HTML, tokens for CSS. */
export function editorData(elements) {
  return {
    'html-custom-data.json': json({ version: 1.1, tags: elements.map(tagData) }),
    'css-custom-data.json': json({ version: 1.1, properties: tokensIn(readFileSync(tokens, 'utf8')) }),
  }
}

function tagData({ tag, description, attributes, events, slots }) {
  const value = [description, list('Events', events), list('Slots', slots)].filter(Boolean).join('\n\n')
  return { name: tag, description: { kind: 'markdown', value }, attributes: attributes.map(attributeData) }
}

function list(title, items) {
  if (items.length === 0) return ''
  return [`**${title}**`, '', ...items.map((item) => `- \`${item.name}\`: ${oneLine(item.description)}`)].join('\n')
}

function attributeData({ name, description, type }) {
  const words = [...(type?.text ?? '').matchAll(/'([^']+)'/g)].map(([, word]) => ({ name: word }))
  return {
    name,
    description: oneLine(description),
    ...(type?.text === 'boolean' && { valueSet: 'v' }),
    ...(words.length > 0 && { values: words }),
  }
}

/** Each token with its default, in the order of the source. */
function tokensIn(source) {
  return [...source.matchAll(/var\((--oauth-app-[a-z-]+), (.+)\);/g)].map(([, name, standard]) => ({
    name,
    description: `Default: ${standard.replace(/var\(--_([a-z-]+)\)/, 'var(--oauth-app-$1)')}`,
  }))
}

function oneLine(text) {
  return text.replace(/\s+/g, ' ')
}

function json(data) {
  return `${JSON.stringify(data, null, 2)}\n`
}
