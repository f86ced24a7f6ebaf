import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { after, before, describe, it } from 'node:test'
import { chromium, type Browser, type Page } from 'playwright-core'
import { ensureBuild } from '../../demo/ensure-build.js'
import { chromiumLaunchOptions } from '../support/chromium.js'

/** What is read or seen, on what it stands, by the names of the tokens within the elements. */
type Pair = readonly [front: string, back: string]
const semantic = ['accent', 'danger', 'warning', 'success']
const texts: readonly Pair[] = [
  ...['text', 'text-muted', ...semantic].flatMap((color): Pair[] => [
    [color, 'surface'],
    [color, 'surface-raised'],
  ]),
  ...semantic.map((color): Pair => [color, `${color}-soft`]),
  ['on-accent', 'accent'],
]
const edges: readonly Pair[] = [
  ['border-strong', 'surface'],
  ['border-strong', 'surface-raised'],
  ['focus-ring', 'surface'],
]

const names = readdirSync('components/themes').map((file) => file.replace('.css', ''))

describe('The ready themes', () => {
  let browser: Browser
  let page: Page
  before(async () => {
    ensureBuild()
    browser = await chromium.launch(chromiumLaunchOptions())
    page = await browser.newPage()
    await page.setContent('<!doctype html><html lang="en"><style></style><oauth-app-list></oauth-app-list></html>')
    await page.addScriptTag({ type: 'module', content: readFileSync('dist/cdn/oauth-app-kit.js', 'utf8') })
    await page.locator('oauth-app-list:defined').waitFor()
  })
  after(() => browser.close())

  it('are three', () => {
    assert.deepEqual(names, ['indigo', 'ink', 'neutral'])
  })

  for (const theme of ['defaults', ...names]) {
    for (const scheme of ['light', 'dark'] as const) {
      const least = theme === 'ink' ? 7 : 4.5
      it(`${theme}, ${scheme}: what is read has ${least}:1, and the edges of what is used have 3:1`, async () => {
        const css = theme === 'defaults' ? '' : readFileSync(`dist/themes/${theme}.css`, 'utf8')
        await page.locator('style').evaluate((style, text) => (style.textContent = text), css)
        await page.emulateMedia({ colorScheme: scheme })
        await page.locator('html').evaluate((root, value) => (root.style.colorScheme = value), scheme)
        const colors = await colorsOf(page, [...new Set([...texts, ...edges].flat())])
        const faint = (pairs: readonly Pair[], ratio: number) =>
          pairs.map((pair) => [...pair, contrast(pair, colors)] as const).filter(([, , found]) => found < ratio)
        assert.deepEqual(faint(texts, least), [])
        assert.deepEqual(faint(edges, 3), [])
      })
    }
  }

  for (const name of names) {
    it(`${name} sets public tokens alone`, () => {
      const known = new Set(readFileSync('components/styles/tokens.ts', 'utf8').match(/--oauth-app-[a-z-]+/g))
      const set = readFileSync(`dist/themes/${name}.css`, 'utf8')
        .match(/^ *[a-z-]+(?=:)/gm)
        ?.map((text) => text.trim())
      assert.ok(set && set.length >= 10)
      assert.deepEqual(
        set.filter((property) => !known.has(property)),
        [],
      )
    })
  }
})

type Rgb = readonly [number, number, number]

/** Each token as the screen has it. */
function colorsOf(page: Page, tokens: readonly string[]): Promise<Record<string, Rgb>> {
  return page.locator('oauth-app-list').evaluate((list, names) => {
    const probe = list.shadowRoot?.appendChild(document.createElement('i'))
    const context = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })
    if (!probe || !context) throw new Error('There is nothing to look at')
    const colors = names.map((name) => {
      probe.style.color = `var(--_${name})`
      context.fillStyle = getComputedStyle(probe).color
      context.fillRect(0, 0, 1, 1)
      const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data
      return [name, [red, green, blue]] as const
    })
    probe.remove()
    return Object.fromEntries(colors)
  }, tokens)
}

/** WCAG 2.2, 1.4.3: contrast ratio. */
function contrast([front, back]: Pair, colors: Readonly<Record<string, Rgb>>): number {
  const [dark = 0, light = 0] = [luminance(colors[front]), luminance(colors[back])].sort((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

function luminance(color: Rgb = [0, 0, 0]): number {
  const [red = 0, green = 0, blue = 0] = color.map((value) => {
    const part = value / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
