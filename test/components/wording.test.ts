import { expect, fixture, html, waitUntil } from '@open-wc/testing'
import { registerLocale, registerWording } from '../../components/internal/locale-registry.js'
import { de } from '../../components/locales/de.js'
import '../../components/oauth-app-list/oauth-app-list.js'
import type { OauthAppList } from '../../components/oauth-app-list/oauth-app-list.element.js'
import '../../components/scope-picker/scope-picker.js'
import { sampleApp } from '../support/sample-data.js'

/** What a list says, in the language. */
async function list(lang: string): Promise<OauthAppList> {
  const apps = [sampleApp({ client_name: 'Docs Reader', status: 'disabled' })]
  return fixture(html`<oauth-app-list lang=${lang} .apps=${apps}></oauth-app-list>`)
}

const textOf = (element: Element): string => element.shadowRoot?.textContent ?? ''

describe('The words of a host', () => {
  afterEach(() => {
    for (const tag of ['en', 'de', 'nl']) registerWording(tag, {})
  })

  it('take the place of those that it names, and of no others', async () => {
    registerWording('en', { statuses: { disabled: 'Inactive' }, list: { columnApp: 'Program' } })
    const element = await list('en')
    expect(textOf(element)).to.contain('Inactive').and.to.contain('Program').and.to.contain('Newest first')
    expect(textOf(element)).not.to.contain('Application')
  })

  it('may be sentences with a name or a number in them', async () => {
    registerWording('en', { list: { menuOf: (name) => `More about ${name}` } })
    const element = await list('en')
    expect(element.shadowRoot?.querySelector('.actions button')?.ariaLabel).to.equal('More about Docs Reader')
  })

  it('are those of one language, and of its regions unless they have their own', async () => {
    registerWording('en', { list: { columnApp: 'Program' } })
    expect(textOf(await list('de'))).not.to.contain('Program')
    expect(textOf(await list('en-GB'))).to.contain('Program')
    registerWording('EN-gb', { list: { columnApp: 'Programme' } })
    expect(textOf(await list('en-GB'))).to.contain('Programme')
    expect(textOf(await list('en-US'))).to.contain('Program')
  })

  it('are taken up by what is shown already, and hold for a language that comes later', async () => {
    registerWording('nl', { list: { columnApp: 'Programma' } })
    const element = await list('nl')
    expect(textOf(element), 'English is spoken as long as there is no Dutch').to.contain('Application')
    registerLocale('nl', de)
    await waitUntil(() => textOf(element).includes('Programma'))
    registerWording('nl', { list: { columnApp: 'Toepassing' } })
    await waitUntil(() => textOf(element).includes('Toepassing'))
    expect(textOf(element)).not.to.contain('Programma')
  })

  it('reach elements that say little', async () => {
    registerWording('en', { scopes: { empty: 'Nothing to allow.' }, common: { save: 'Keep' } })
    const picker = await fixture(html`<scope-picker lang="en" .catalogue=${[]}></scope-picker>`)
    expect(textOf(picker)).to.contain('Nothing to allow.')
  })

  it('leave the strings of the language as they are', async () => {
    registerWording('de', { list: { columnApp: 'Programm' } })
    expect(textOf(await list('de'))).to.contain('Programm')
    registerWording('de', {})
    expect(textOf(await list('de')))
      .to.contain('Anwendung')
      .and.not.to.contain('Programm')
  })
})
