import assert from 'node:assert/strict'
import { join } from 'node:path'
import { after, before, describe, it, type TestContext } from 'node:test'
import { bundle, elementsOf, inputsOf, type BundledFile } from '../support/host-bundle.js'
import { PackedPackage } from '../support/packed-package.js'
import { tags } from '../support/tags.js'

const page = "import 'oauth-app-kit/oauth-apps/define'"
const picker = "import 'oauth-app-kit/scope-picker/define'"
const consent = "import 'oauth-app-kit/oauth-consent/define'"
const grants = "import 'oauth-app-kit/oauth-grant-list/define'"
const webhooks = "import 'oauth-app-kit/oauth-app-webhooks/define'"
const everything = "import 'oauth-app-kit/define'"

/** Bytes of gzip with Lit and English, each file by itself as a server sends it. Bounds against growth, as near as that goes. */
const budgets = {
  /** What every visit loads: the list with all that can be done in it. More than 40,000 it may never be. */
  page: 39_980,
  /** What the first visit to the form, or to an app, loads on top; what both need comes with whichever is first. */
  form: 29_900,
  details: 20_600,
  /** All of it. Well above 40,000: that is held for every visit, not for those that go everywhere. */
  whole: 106_200,
  picker: 14_000,
  /** All that a consent page loads: people come to it once, from somewhere else, and wait. */
  consent: 19_000,
  /** All that the page of authorized applications loads. */
  grants: 20_000,
  /** All that the page of webhooks loads. */
  webhooks: 25_800,
  /** What the form loads on top when the preview of that page comes into sight. */
  preview: 7_200,
  /** What the page of an app loads on top when the part in which it is tried comes into sight. */
  tryIt: 7_900,
}

describe('A host that bundles', () => {
  let packed: PackedPackage
  before(() => {
    packed = new PackedPackage()
  })
  after(() => packed.remove())

  it(`gets what <oauth-apps> begins with for at most ${budgets.page / 1000} kB`, async (t) => {
    const { first } = await bundle(packed.project, page)
    measure(t, '<oauth-apps>, at first', first, budgets.page)
    assert.deepEqual(elementsOf(first), ['oauth-app-credentials', 'oauth-app-list', 'oauth-apps'])
  })

  it(`gets the form on top of it for at most ${budgets.form / 1000} kB, when somebody is about to use it`, async (t) => {
    const { parts } = await bundle(packed.project, page)
    measure(t, '<oauth-apps>, for the form', parts.get('oauth-app-form') ?? [], budgets.form)
  })

  it(`gets the page of an app on top of it for at most ${budgets.details / 1000} kB`, async (t) => {
    const { parts } = await bundle(packed.project, page)
    measure(t, '<oauth-apps>, for the page of an app', parts.get('oauth-app-details') ?? [], budgets.details)
  })

  it(`gets <oauth-apps> with all that it ever loads for at most ${budgets.whole / 1000} kB`, async (t) => {
    const { first, parts } = await bundle(packed.project, page)
    const files = new Map([first, ...parts.values()].flat().map((file) => [file.name, file]))
    measure(t, '<oauth-apps>, all of it', [...files.values()], budgets.whole)
  })

  it(`gets the preview on top of the form for at most ${budgets.preview / 1000} kB, when it comes into sight`, async (t) => {
    const { parts } = await bundle(packed.project, page)
    const form = parts.get('oauth-app-form') ?? []
    assert.deepEqual(
      elementsOf(form).filter((tag) => tag === 'oauth-consent'),
      [],
    )
    const names = new Set(form.map(({ name }) => name))
    const files = (parts.get('preview-screen') ?? []).filter(({ name }) => !names.has(name))
    measure(t, 'the preview in the form', files, budgets.preview)
  })

  it(`gets what an app is tried with on top of its page for at most ${budgets.tryIt / 1000} kB, when it comes into sight`, async (t) => {
    const { parts } = await bundle(packed.project, page)
    const names = new Set((parts.get('oauth-app-details') ?? []).map(({ name }) => name))
    const files = (parts.get('try-it-part') ?? []).filter(({ name }) => !names.has(name))
    assert.deepEqual(elementsOf(files), ['oauth-app-try-it'])
    measure(t, 'what an app is tried with', files, budgets.tryIt)
  })

  it(`gets <oauth-consent> for at most ${budgets.consent / 1000} kB`, async (t) => {
    const { first, parts } = await bundle(packed.project, consent)
    measure(t, '<oauth-consent>', first, budgets.consent)
    assert.deepEqual(elementsOf(first), ['oauth-consent'])
    assert.equal(parts.size, 0)
  })

  it(`gets <oauth-grant-list> for at most ${budgets.grants / 1000} kB`, async (t) => {
    const { first, parts } = await bundle(packed.project, grants)
    measure(t, '<oauth-grant-list>', first, budgets.grants)
    assert.deepEqual(elementsOf(first), ['oauth-grant-list'])
    assert.equal(parts.size, 0)
  })

  it(`gets <oauth-app-webhooks> for at most ${budgets.webhooks / 1000} kB`, async (t) => {
    const { first, parts } = await bundle(packed.project, webhooks)
    measure(t, '<oauth-app-webhooks>', first, budgets.webhooks)
    assert.deepEqual(elementsOf(first), ['oauth-app-webhooks'])
    assert.equal(parts.size, 0)
  })

  it(`gets <scope-picker> for at most ${budgets.picker / 1000} kB`, async (t) => {
    const { first, parts } = await bundle(packed.project, picker)
    measure(t, '<scope-picker>', first, budgets.picker)
    assert.equal(parts.size, 0)
  })

  it('gets all elements at once when it imports them all', async () => {
    const { first, parts } = await bundle(packed.project, everything)
    assert.deepEqual(
      tags.filter((tag) => !elementsOf(first).includes(tag)),
      [],
    )
    assert.deepEqual(elementsOf([...parts.values()].flat()), [])
  })

  it('gets no schema library with the elements', async () => {
    const { first } = await bundle(packed.project, everything)
    assert.deepEqual(
      inputsOf(first).filter((file) => file.includes(join('node_modules', 'zod'))),
      [],
    )
  })

  it('gets no language but English, which comes with what speaks it, unless it imports another', async () => {
    const { first } = await bundle(packed.project, everything)
    const languages = inputsOf(first)
      .filter((file) => /locales\/[a-z]{2}(-.+)?\.js$/.test(file))
      .map((file) => file.slice(-5, -3))
    assert.deepEqual(languages, [])
  })

  it('gets one tag when it imports one', async () => {
    const { first } = await bundle(packed.project, picker)
    assert.deepEqual(elementsOf(first), ['scope-picker'])
  })

  it('gets one tag when it imports one React component', async () => {
    const { first } = await bundle(
      packed.project,
      "import { ScopePicker } from 'oauth-app-kit/react'; console.log(ScopePicker)",
    )
    assert.deepEqual(elementsOf(first), ['scope-picker'])
  })

  it('gets one class, and nothing to load later, when it uses one of them all', async () => {
    const { first, parts } = await bundle(
      packed.project,
      "import { ScopePicker } from 'oauth-app-kit'; console.log(ScopePicker)",
    )
    assert.deepEqual(elementsOf(first), ['scope-picker'])
    assert.equal(parts.size, 0)
  })

  it('gets a sentence when it bundles the plugin for browsers', async () => {
    const { first } = await bundle(
      packed.project,
      "import { createOAuthApps } from 'oauth-app-kit/express'; createOAuthApps({})",
    )
    assert.deepEqual(
      inputsOf(first)
        .filter((file) => file.includes('plugin/'))
        .map((file) => file.slice(file.indexOf('plugin/'))),
      ['plugin/browser.js'],
    )
  })
})

/** Prints what files have together, and holds them to it. */
function measure(t: TestContext, what: string, files: readonly BundledFile[], budget: number): void {
  const gzipped = files.reduce((sum, file) => sum + file.gzipped, 0)
  t.diagnostic(`${what}: ${gzipped} bytes gzipped`)
  assert.ok(files.length > 0, `${what} is nowhere`)
  assert.ok(gzipped <= budget, `${what} has ${gzipped} bytes`)
}
