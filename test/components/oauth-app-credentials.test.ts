import { expect, waitUntil } from '@open-wc/testing'
import { sendKeys, sendMouse, setViewport } from '@web/test-runner-commands'
import { accessibleNodes } from '../support/accessible-nodes.js'
import { CredentialsPage, credentials, publicClient } from '../support/credentials-page.js'
import { wholeDocument } from '../support/whole-document.js'

const secret = credentials.client_secret

describe('<oauth-app-credentials>', () => {
  afterEach(async () => {
    document.documentElement.dir = 'ltr'
    document.documentElement.style.colorScheme = ''
    await setViewport({ width: 1000, height: 800 })
  })

  describe('what it shows', () => {
    it('is nothing until it is given credentials', async () => {
      const page = await CredentialsPage.show({})
      expect(page.text).to.equal('')
    })

    it('is the client ID, the secret and that it is shown once', async () => {
      const page = await CredentialsPage.show({ credentials })
      expect(page.text).to.contain('Credentials of Zap & Co')
      expect(page.text).to.contain('You will not see this secret again')
      expect(page.values).to.deep.equal([credentials.client_id, secret])
    })

    it('is the client ID alone for a public client, which is closed without a question', async () => {
      const page = await CredentialsPage.show({ credentials: publicClient })
      expect(page.text).to.contain('This is a public client')
      expect(page.text).not.to.contain('secret again')
      expect(page.values).to.deep.equal([publicClient.client_id])
      await page.click('Done')
      expect(page.dismissals).to.deep.equal([{ client_id: publicClient.client_id }])
    })

    it('is no public client where the app signs with its own key', async () => {
      const page = await CredentialsPage.show({
        credentials: { ...publicClient, token_endpoint_auth_method: 'private_key_jwt' },
      })
      expect(page.text).to.contain('This application signs with its own key. It has no secret.')
      expect(page.text).not.to.contain('public client')
      expect(page.values).to.deep.equal([publicClient.client_id])
    })

    it('never stands in an attribute, and is not kept by one', async () => {
      const page = await CredentialsPage.show({ credentials })
      for (const element of [page.element, ...page.element.renderRoot.querySelectorAll('*')]) {
        for (const { value } of element.attributes) expect(value).not.to.contain(secret)
      }
    })
  })

  describe('storing', () => {
    it('copies the ID and the secret and says so', async () => {
      const page = await CredentialsPage.show({ credentials })
      const copied = page.captureClipboard()
      await page.clickNamed('Copy the client ID')
      await page.says('Copied')
      await page.clickNamed('Copy the client secret')
      await waitUntil(() => copied.length === 2)
      expect(copied).to.deep.equal([credentials.client_id, secret])
      expect(page.dismissals).to.deep.equal([])
      expect(page.values).to.contain(secret)
    })

    it('says so when the browser refuses to copy', async () => {
      const page = await CredentialsPage.show({ credentials })
      page.refuseClipboard()
      await page.clickNamed('Copy the client secret')
      await page.says('Copying was refused')
      await expect(page.element).to.be.accessible()
    })

    it('downloads a .env file named after the app, and keeps no address of it', async () => {
      const page = await CredentialsPage.show({ credentials })
      const download = page.captureDownload()
      await page.click('Download as .env')
      expect(download.name).to.equal('zap-co.env')
      expect(await download.text()).to.equal(
        `OAUTH_CLIENT_ID=${credentials.client_id}\nOAUTH_CLIENT_SECRET=${secret}\n`,
      )
      expect(page.values).to.contain(secret)
      await waitUntil(() => download.revoked.includes(download.url), 'the address is gone', { timeout: 3000 })
    })

    it('quotes what would mean something else in a .env file', async () => {
      const page = await CredentialsPage.show({
        credentials: { client_id: 'a b', client_name: '???', client_secret: `it's $5 "now"` },
      })
      const download = page.captureDownload()
      await page.click('Download as .env')
      expect(download.name).to.equal('oauth-app.env')
      expect(await download.text()).to.equal(`OAUTH_CLIENT_ID='a b'\nOAUTH_CLIENT_SECRET="it's \\$5 \\"now\\""\n`)
    })
  })

  describe('closing', () => {
    it('takes no question once the secret is said to be stored', async () => {
      const page = await CredentialsPage.show({ credentials })
      await page.tickStored()
      await page.click('Done')
      expect(page.dismissals).to.deep.equal([{ client_id: credentials.client_id }])
      expect(page.text).to.equal('')
    })

    it('asks first otherwise, with the focus on the way back', async () => {
      const page = await CredentialsPage.show({ credentials })
      await page.click('Done')
      expect(page.question).to.contain('Close without storing the secret?')
      expect(page.focusedText).to.equal('Back to the secret')
      await page.click('Back to the secret')
      expect(page.question).to.equal('')
      expect(page.values).to.contain(secret)
      expect(page.dismissals).to.deep.equal([])
    })

    for (const modal of [false, true]) {
      it(`leaves nothing of the secret behind, ${modal ? 'as a dialog' : 'in the page'}`, async () => {
        const page = await CredentialsPage.show({ credentials, modal })
        expect(wholeDocument()).to.contain(secret)
        await page.dismiss()
        expect(page.element.credentials).to.equal(undefined)
        for (const form of [secret, btoa(secret), encodeURIComponent(secret)]) {
          expect(wholeDocument()).not.to.contain(form)
        }
        expect(page.dismissals).to.deep.equal([{ client_id: credentials.client_id }])
      })
    }

    it('has taken the secret out of the document when the event is fired', async () => {
      const page = await CredentialsPage.show({ credentials })
      let seen = ''
      page.element.addEventListener('oauth-app-credentials-dismissed', () => (seen = wholeDocument()))
      await page.dismiss()
      expect(seen).to.contain('<body')
      expect(seen).not.to.contain(secret)
    })

    it('forgets the secret when the element leaves the document, and keeps it when it is moved', async () => {
      const page = await CredentialsPage.show({ credentials, modal: true })
      const place = document.createElement('div')
      page.element.parentNode?.append(place)
      place.append(page.element)
      await page.element.updateComplete
      expect(page.values).to.contain(secret)
      expect(page.dialog.matches(':modal')).to.equal(true)
      page.element.remove()
      await waitUntil(() => page.text === '')
      expect(page.element.credentials).to.equal(undefined)
      expect(page.dismissals).to.deep.equal([])
    })

    it('asks anew for the next credentials', async () => {
      const page = await CredentialsPage.show({ credentials })
      await page.tickStored()
      page.element.credentials = { ...credentials, client_secret: 'oak_another' }
      await page.element.updateComplete
      expect(page.stored.checked).to.equal(false)
    })

    it('holds the page back from being left while the secret is not stored', async () => {
      const page = await CredentialsPage.show({ credentials })
      expect(page.mayLeave()).to.equal(false)
      await page.tickStored()
      expect(page.mayLeave()).to.equal(true)
      const other = await CredentialsPage.show({ credentials: publicClient })
      expect(other.mayLeave()).to.equal(true)
      const removed = await CredentialsPage.show({ credentials })
      expect(removed.mayLeave()).to.equal(false)
      removed.element.remove()
      expect(removed.mayLeave()).to.equal(true)
    })
  })

  describe('as a dialog', () => {
    it('is modal, is named and described, and gives the focus back when it closes', async () => {
      const page = await CredentialsPage.show({})
      page.opener.focus()
      page.element.modal = true
      page.element.credentials = credentials
      await page.element.updateComplete
      expect(page.dialog.matches(':modal')).to.equal(true)
      const [dialog] = await accessibleNodes('dialog')
      expect(dialog?.name).to.equal('Credentials of Zap & Co')
      expect(dialog?.description).to.contain('You will not see this secret again')
      await page.dismiss()
      expect(document.activeElement).to.equal(page.opener)
    })

    it('asks at every Escape, and Escape there leads back', async () => {
      const page = await CredentialsPage.show({ credentials, modal: true })
      for (let time = 0; time < 3; time++) {
        await sendKeys({ press: 'Escape' })
        await page.asks()
        await sendKeys({ press: 'Escape' })
        await page.asksNothing()
        expect(page.dialog.matches(':modal')).to.equal(true)
      }
      expect(page.values).to.contain(secret)
    })

    it('stays when somebody clicks beside it', async () => {
      const page = await CredentialsPage.show({ credentials, modal: true })
      await sendMouse({ type: 'click', position: [5, 5] })
      await page.element.updateComplete
      expect(page.question).to.equal('')
      expect(page.dialog.matches(':modal')).to.equal(true)
    })

    it('stays when the browser closes it by itself', async () => {
      const page = await CredentialsPage.show({ credentials, modal: true })
      page.dialog.close()
      await waitUntil(() => page.dialog.matches(':modal'))
      expect(page.values).to.contain(secret)
    })

    it('is worked with the keyboard alone', async () => {
      const page = await CredentialsPage.show({ credentials, modal: true })
      const stops: string[] = []
      for (let stop = 0; stop < 5; stop++) {
        stops.push(page.focusedText)
        if (stop < 4) await sendKeys({ press: 'Tab' })
      }
      expect(stops).to.deep.equal([
        'Copy the client ID',
        'Copy the client secret',
        'Download as .env',
        'I have stored the secret',
        'Done',
      ])
      await sendKeys({ press: 'Shift+Tab' })
      await sendKeys({ press: 'Space' })
      await sendKeys({ press: 'Tab' })
      await sendKeys({ press: 'Enter' })
      await waitUntil(() => page.dismissals.length === 1)
      expect(wholeDocument()).not.to.contain(secret)
    })
  })

  describe('its looks', () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      it(`has nothing for axe to find, ${colorScheme}`, async () => {
        document.documentElement.style.colorScheme = colorScheme
        const inline = await CredentialsPage.show({ credentials })
        expect(inline.values).to.contain(secret)
        await expect(inline.element).to.be.accessible()
        const open = await CredentialsPage.show({ credentials: publicClient })
        expect(open.text).to.contain('public client')
        await expect(open.element).to.be.accessible()
        const dialog = await CredentialsPage.show({ credentials, modal: true })
        await expect(dialog.element).to.be.accessible()
        await dialog.click('Done')
        expect(dialog.question).to.contain('Close without storing')
        await expect(dialog.element).to.be.accessible()
      })
    }

    for (const modal of [false, true]) {
      it(`wraps long values at 320 px, from left to right in any language, ${modal ? 'as a dialog' : 'in the page'}`, async () => {
        document.documentElement.dir = 'rtl'
        await setViewport({ width: 320, height: 800 })
        const long = { ...credentials, client_id: `https://example.com/${'x'.repeat(200)}` }
        const page = await CredentialsPage.show({ credentials: long, modal })
        expect(page.values).to.contain(long.client_id)
        expect(document.documentElement.scrollWidth).to.equal(320)
        const code = page.element.renderRoot.querySelector('code')
        expect(code && getComputedStyle(code).direction).to.equal('ltr')
        expect(code?.getBoundingClientRect().right).to.be.at.most(320)
        await expect(page.element).to.be.accessible()
      })
    }
  })
})
