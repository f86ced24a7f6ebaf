import { expect, fixture, html, waitUntil } from '@open-wc/testing'
import { LitElement, type TemplateResult } from 'lit'
import { registerLocale } from '../../components/internal/locale-registry.js'
import { LocaleController } from '../../components/internal/locale.controller.js'
import '../../components/locales/ar.js'
import '../../components/locales/de.js'
import { en, type Strings } from '../../components/locales/en.js'
import type { LocalizedText } from '../../plugin/contract/scope-catalogue.js'

class SpeakingElement extends LitElement {
  readonly locale = new LocaleController<Strings>(this, en, (strings) => strings)

  protected override render(): TemplateResult {
    return html`${this.locale.strings.common.save}`
  }

  get said(): string {
    return this.shadowRoot?.textContent ?? ''
  }
}
customElements.define('speaking-element', SpeakingElement)

const speaker = (lang?: string): Promise<SpeakingElement> =>
  lang === undefined
    ? fixture(html`<speaking-element></speaking-element>`)
    : fixture(html`<speaking-element lang=${lang}></speaking-element>`)

function saying(save: string): Strings {
  return { ...en, common: { ...en.common, save } }
}

describe('The language of an element', () => {
  afterEach(() => {
    document.documentElement.lang = 'en'
  })

  it('is that of the nearest ancestor with a lang', async () => {
    document.documentElement.lang = 'en'
    const section = await fixture(
      html`<section lang="de">
        <div><speaking-element></speaking-element></div>
      </section>`,
    )
    expect(section.querySelector<SpeakingElement>('speaking-element')?.said).to.equal('Speichern')
  })

  it('is its own lang before that of any ancestor', async () => {
    document.documentElement.lang = 'de'
    expect((await speaker('ar')).said).to.equal('حفظ')
  })

  it('is inherited across shadow roots', async () => {
    const { inner } = await nested('de')
    expect(inner.said).to.equal('Speichern')
  })

  it('follows a lang that changes outside', async () => {
    const element = await speaker()
    document.documentElement.lang = 'de'
    await waitUntil(() => element.said === 'Speichern')
    document.documentElement.lang = 'ar'
    await waitUntil(() => element.said === 'حفظ')
  })

  it('follows a lang that changes within a shadow root around it', async () => {
    const { inner, wrapper } = await nested('de')
    wrapper.lang = 'ar'
    await waitUntil(() => inner.said === 'حفظ')
  })

  it('follows the page again after it was taken out and put back', async () => {
    const element = await speaker('de')
    const { parentNode } = element
    element.remove()
    parentNode?.append(element)
    element.lang = 'ar'
    await waitUntil(() => element.said === 'حفظ')
  })

  it('is taken up when the page adds it later', async () => {
    const element = await speaker('nl')
    expect(element.said).to.equal('Save')
    registerLocale('nl', saying('Opslaan'))
    await waitUntil(() => element.said === 'Opslaan')
  })

  it('goes from a region to its language, and from there to English', async () => {
    expect((await speaker('pt-BR')).said).to.equal('Save')
    registerLocale('pt', saying('Guardar'))
    expect((await speaker('pt-BR')).said).to.equal('Guardar')
    registerLocale('PT-br', saying('Salvar'))
    expect((await speaker('pt-BR')).said).to.equal('Salvar')
    expect((await speaker('pt-PT')).said).to.equal('Guardar')
  })

  it('keeps its region in dates, and has English ones where it is not spoken', async () => {
    const day = new Date(2020, 0, 2).toISOString()
    expect((await speaker('de-AT')).locale.exactTime(day)).to.contain('Jänner')
    expect((await speaker('en-GB')).locale.exactTime(day)).to.contain('2 January')
    expect((await speaker('fr')).locale.exactTime(day)).to.contain('January 2')
  })

  it('passes over what is no language tag', async () => {
    document.documentElement.lang = 'de'
    for (const lang of ['', 'de_DE', 'not a language', '-']) {
      expect((await speaker(lang)).said, lang).to.equal('Speichern')
    }
  })

  it('is that of the browser where the page names none', async () => {
    document.documentElement.removeAttribute('lang')
    const { locale } = await speaker()
    expect(locale.lang).to.equal(navigator.language)
  })
})

describe("A text of the host's catalogue", () => {
  const text = async (lang: string, text: LocalizedText | undefined) => (await speaker(lang)).locale.text(text)

  it('is there in the language of the page, also where the elements do not speak it', async () => {
    const files = { en: 'Files', fr: 'Fichiers', 'pt-BR': 'Arquivos', 'zh-Hant': '檔案' }
    expect(await text('fr', files)).to.equal('Fichiers')
    expect(await text('fr-CA', files)).to.equal('Fichiers')
    expect(await text('pt-br', files)).to.equal('Arquivos')
    expect(await text('zh-Hant-TW', files)).to.equal('檔案')
  })

  it('falls back to English, and then to the first that there is', async () => {
    expect(await text('ja', { fr: 'Fichiers', en: 'Files' })).to.equal('Files')
    expect(await text('ja', { fr: 'Fichiers', de: 'Dateien' })).to.equal('Fichiers')
  })

  it('may be the same in every language, or missing', async () => {
    expect(await text('de', 'Files')).to.equal('Files')
    expect(await text('de', {})).to.equal('')
    expect(await text('de', undefined)).to.equal('')
  })
})

describe('A time as it is told', () => {
  const now = new Date(2026, 10, 18, 12, 0, 0)

  /** What is said at noon of 18 November 2026 of the time that the parts name. */
  const told = async (lang: string, ...parts: [number, number, number, number?, number?, number?]) =>
    (await speaker(lang)).locale.relativeTime(new Date(...parts).toISOString(), now.getTime())

  const times: readonly (readonly [string, ...Parameters<typeof told>])[] = [
    ['now', 'en', 2026, 10, 18, 12, 0, 0],
    ['now', 'en', 2026, 10, 18, 11, 59, 1],
    ['now', 'en', 2026, 10, 18, 12, 0, 59],
    ['1 minute ago', 'en', 2026, 10, 18, 11, 59, 0],
    ['59 minutes ago', 'en', 2026, 10, 18, 11, 0, 1],
    ['1 hour ago', 'en', 2026, 10, 18, 11, 0, 0],
    ['23 hours ago', 'en', 2026, 10, 17, 12, 0, 1],
    ['yesterday', 'en', 2026, 10, 17, 12, 0, 0],
    ['2 days ago', 'en', 2026, 10, 16, 23, 59, 59],
    ['13 days ago', 'en', 2026, 10, 5, 0, 0, 0],
    ['14 days ago', 'en', 2026, 10, 4, 12, 0, 1],
    ['2 weeks ago', 'en', 2026, 10, 4, 12, 0, 0],
    ['8 weeks ago', 'en', 2026, 8, 17, 12, 0, 0],
    ['Sep 15, 2026', 'en', 2026, 8, 15, 12, 0, 0],
    ['in 5 minutes', 'en', 2026, 10, 18, 12, 5, 59],
    ['in 23 hours', 'en', 2026, 10, 19, 11, 59, 59],
    ['tomorrow', 'en', 2026, 10, 19, 23, 59, 59],
    ['in 3 weeks', 'en', 2026, 11, 10, 12, 0, 0],
    ['Jan 31, 2030', 'en', 2030, 0, 31],
    ['jetzt', 'de', 2026, 10, 18, 12, 0, 0],
    ['vor 1 Minute', 'de', 2026, 10, 18, 11, 59, 0],
    ['gestern', 'de', 2026, 10, 17, 8, 0, 0],
    ['vor 3 Tagen', 'de', 2026, 10, 15, 8, 0, 0],
    ['in 2 Wochen', 'de', 2026, 11, 2, 12, 0, 0],
    ['31.01.2020', 'de', 2020, 0, 31],
    ['الآن', 'ar', 2026, 10, 18, 12, 0, 0],
    ['قبل دقيقتين', 'ar', 2026, 10, 18, 11, 58, 0],
    ['أمس', 'ar', 2026, 10, 17, 8, 0, 0],
    ['قبل 3 أيام', 'ar', 2026, 10, 15, 8, 0, 0],
    ['قبل 11 يومًا', 'ar', 2026, 10, 7, 8, 0, 0],
  ]
  for (const [expected, lang, ...parts] of times) {
    it(`is “${expected}” for ${new Date(...parts).toLocaleString('sv')} at noon of 18 November 2026, in ${lang}`, async () => {
      expect(await told(lang, ...parts)).to.equal(expected)
    })
  }

  it('is exact to the minute where the exact one is asked for', async () => {
    const iso = new Date(2026, 0, 31, 9, 30).toISOString()
    expect((await speaker('en')).locale.exactTime(iso)).to.equal('January 31, 2026 at 9:30 AM')
    expect((await speaker('de')).locale.exactTime(iso)).to.equal('31. Januar 2026 um 09:30')
    expect((await speaker('ar')).locale.exactTime(iso)).to.equal('31 يناير 2026 في 9:30 ص')
  })
})

describe('A number', () => {
  it('has the separators of the language', async () => {
    expect((await speaker('en')).locale.number(12_345)).to.equal('12,345')
    expect((await speaker('de')).locale.number(12_345)).to.equal('12.345')
    expect((await speaker('ar')).locale.number(12_345)).to.equal('12,345')
    expect((await speaker('ar-EG')).locale.number(12_345)).to.equal('١٢٬٣٤٥')
  })
})

/** An element in the shadow root of another, whose root has a part with a lang. */
async function nested(lang: string): Promise<{ inner: SpeakingElement; wrapper: HTMLElement }> {
  const outer = await fixture<HTMLElement>(html`<div></div>`)
  const wrapper = document.createElement('div')
  wrapper.lang = lang
  const host = document.createElement('div')
  const inner = new SpeakingElement()
  host.attachShadow({ mode: 'open' }).append(inner)
  wrapper.append(host)
  outer.attachShadow({ mode: 'open' }).append(wrapper)
  await inner.updateComplete
  return { inner, wrapper }
}
