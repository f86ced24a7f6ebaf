import { expect, fixture, html as page } from '@open-wc/testing'
import { LitElement, type TemplateResult } from 'lit'
import { LocaleController } from '../../components/internal/locale.controller.js'
import { RelativeTimeController } from '../../components/internal/relative-time.js'
import '../../components/locales/de.js'
import { en, type Strings } from '../../components/locales/en.js'
import { textOf } from '../support/list-page.js'

const minute = 60_000

class Teller extends LitElement {
  // As the clock of the test has it, which may be behind.
  iso = new Date(Date.now()).toISOString()
  readonly #times = new RelativeTimeController(this, new LocaleController<Strings>(this, en, (strings) => strings))

  protected override render(): TemplateResult {
    return this.#times.render(this.iso, 'Created')
  }

  get said(): string {
    return textOf(this.renderRoot.querySelector('time'))
  }
}
customElements.define('test-teller', Teller)

/** Stands in for the clock of the page and its timers, so that minutes pass at once. */
class Clock {
  readonly #now = Date.now()
  readonly #real = { now: Date.now, set: globalThis.setInterval, clear: globalThis.clearInterval }
  readonly #timers = new Map<number, () => void>()
  #passed = 0
  #ids = 0

  constructor() {
    Date.now = () => this.#now + this.#passed
    globalThis.setInterval = ((callback: () => void) => {
      this.#timers.set((this.#ids += 1), callback)
      return this.#ids
    }) as unknown as typeof globalThis.setInterval
    globalThis.clearInterval = (id) => this.#timers.delete(Number(id))
  }

  get timers(): number {
    return this.#timers.size
  }

  pass(ms: number): void {
    this.#passed += ms
    for (const callback of [...this.#timers.values()]) callback()
  }

  restore(): void {
    Date.now = this.#real.now
    globalThis.setInterval = this.#real.set
    globalThis.clearInterval = this.#real.clear
  }
}

function setVisibility(state: DocumentVisibilityState): void {
  Object.defineProperty(document, 'visibilityState', { value: state, configurable: true })
  document.dispatchEvent(new Event('visibilitychange'))
}

describe('A time', () => {
  let clock: Clock

  beforeEach(() => {
    clock = new Clock()
  })

  afterEach(() => {
    clock.restore()
    Reflect.deleteProperty(document, 'visibilityState')
    document.documentElement.lang = 'en'
  })

  const tell = () => fixture<Teller>(page`<test-teller></test-teller>`)

  it('is told by how long ago it was, and exactly on hover and to a screen reader', async () => {
    const element = await tell()
    const time = element.renderRoot.querySelector('time')
    expect(time?.dateTime).to.equal(element.iso)
    expect(element.said).to.equal(`Created now, ${time?.title ?? ''}`)
  })

  it('grows older on a page that stays open', async () => {
    const element = await tell()
    clock.pass(3 * minute)
    await element.updateComplete
    expect(element.said).to.contain('3 minutes ago')
  })

  it('is not counted while nobody sees the page, and right at once when somebody does', async () => {
    const element = await tell()
    setVisibility('hidden')
    expect(clock.timers).to.equal(0)
    clock.pass(5 * minute)
    setVisibility('visible')
    await element.updateComplete
    expect(element.said).to.contain('5 minutes ago')
    expect(clock.timers).to.equal(1)
  })

  it('is not counted by an element that was taken out of the page', async () => {
    const element = await tell()
    element.remove()
    expect(clock.timers).to.equal(0)
    setVisibility('visible')
    expect(clock.timers).to.equal(0)
  })

  it('is told in the language of the page', async () => {
    const element = await tell()
    document.documentElement.lang = 'de'
    clock.pass(3 * minute)
    await element.updateComplete
    expect(element.said).to.contain('vor 3 Minuten')
  })
})
