import { expect, fixture, html } from '@open-wc/testing'
import { ar } from '../../components/locales/ar.js'
import { de } from '../../components/locales/de.js'
import { en, type Strings } from '../../components/locales/en.js'

/** Where each word of a language is the English one, and should be. */
const languages = [
  {
    tag: 'de',
    strings: de,
    sameAsEnglish: [
      'common.optional',
      'list.status',
      'list.columnStatus',
      'scopes.areaAccess',
      'form.typeWeb',
      'impact.both',
      'form.redirect_urisPlaceholder',
      'form.allowed_originsPlaceholder',
      'webhooks.title',
    ],
  },
  {
    tag: 'ar',
    strings: ar,
    sameAsEnglish: ['form.redirect_urisPlaceholder', 'form.allowed_originsPlaceholder', 'form.contactsPlaceholder'],
  },
]

/** What a fault may carry: each sentence takes its own from it. */
const faultData = {
  scheme: 'gopher',
  parameter: 'state',
  name: 'files:read',
  found: 'gif',
  expected: 'integer',
  allowed: ['kiosk', 'cli'],
  grant: 'client_credentials',
  suggestion: 'https://example.com',
  width: 64,
  height: 48,
  length: 123,
  min: 7,
  max: 262_144,
}
const faultMarks = [...Object.values(faultData).flat().map(String), '256', 'https', 'localhost', '[::1]']
const marks = ['21', '34', 'PKCE', 'RFC 7517', '32 × 32', '256', 'OAuth']

describe('English, the source of the keys,', () => {
  it('has a form for each plural category of its own', () => {
    for (const count of counting(en)) expect(forms(count)).to.have.length(2)
  })
})

for (const { tag, strings, sameAsEnglish } of languages) {
  describe(`The strings in “${tag}”`, () => {
    const english = said(en)
    const texts = said(strings)

    it('are all there', () => {
      expect([...texts.keys()].sort()).to.deep.equal([...english.keys()].sort())
      for (const [key, text] of texts) expect(text.trim(), key).not.to.equal('')
    })

    it('are none of them left in English', () => {
      const same = [...texts].filter(([key, text]) => text === english.get(key)).map(([key]) => key)
      expect(same.sort()).to.deep.equal([...sameAsEnglish].sort())
    })

    it('say all that the English ones are given to say', () => {
      const lost = [...english].flatMap(([key, text]) =>
        (key.startsWith('faults.') ? faultMarks : marks)
          .filter((mark) => text.includes(mark) && !ungrouped(texts.get(key) ?? '').includes(mark))
          .map((mark) => `${key} lacks ${mark}`),
      )
      expect(lost).to.deep.equal([])
    })

    it('end like the English ones: a sentence with its mark, a label without', () => {
      const ending = (text = '') => /[.?؟]$/.exec(text)?.[0].replace('؟', '?') ?? ''
      const other = [...texts.keys()].filter((key) => ending(texts.get(key)) !== ending(english.get(key)))
      expect(other).to.deep.equal([])
    })

    it('have a form for each plural category of the language', () => {
      const { pluralCategories } = new Intl.PluralRules(tag).resolvedOptions()
      for (const count of counting(strings)) expect(forms(count)).to.have.length(pluralCategories.length)
    })

    it('give the number, except where a word says it', () => {
      for (const count of counting(strings)) {
        for (const number of [3, 11, 100]) expect(count(number)).to.contain(String(number)).and.not.contain('#')
        for (const number of [0, 1, 2]) expect(count(number)).to.match(/\p{L}/u).and.not.contain('#')
      }
    })

    it('have no control characters for the direction of text', () => {
      const controlled = [...texts].filter(([, text]) => /\p{Bidi_Control}/u.test(text)).map(([key]) => key)
      expect(controlled).to.deep.equal([])
    })
  })
}

describe('Counts', () => {
  const counted = (count: (number: number) => string) => [0, 1, 2, 3, 11, 100].map(count)

  it('are German', () => {
    expect(counted(de.list.shown)).to.deep.equal([
      '0 Anwendungen angezeigt',
      '1 Anwendung angezeigt',
      '2 Anwendungen angezeigt',
      '3 Anwendungen angezeigt',
      '11 Anwendungen angezeigt',
      '100 Anwendungen angezeigt',
    ])
    expect(de.list.shownMore(1200, 200)).to.equal('1.200 Anwendungen angezeigt, davon 200 neu')
  })

  it('are Arabic', () => {
    expect(counted(ar.list.shown)).to.deep.equal([
      'لا يُعرض أي تطبيق',
      'يُعرض تطبيق واحد',
      'يُعرض تطبيقان',
      'تُعرض 3 تطبيقات',
      'يُعرض 11 تطبيقًا',
      'يُعرض 100 تطبيق',
    ])
    expect([0, 1, 2, 3, 11, 100].map((added) => ar.list.shownMore(112, added).split('، ')[1])).to.deep.equal([
      'ولا جديد بينها',
      'منها واحد جديد',
      'منها اثنان جديدان',
      'منها 3 جديدة',
      'منها 11 جديدًا',
      'منها 100 جديد',
    ])
    expect(ar.faults.text_too_long({ max: 100, length: 103 })).to.equal(
      'استخدم 100 حرف على الأكثر. عدد الأحرف الآن 103.',
    )
  })
})

describe('Text from right to left', () => {
  it('keeps technical tokens whole and in their order', async () => {
    const paragraph = await fixture<HTMLElement>(html`<p dir="rtl" style="white-space: nowrap; width: 4000px"></p>`)
    const torn = [...said(ar)].flatMap(([key, text]) => {
      paragraph.textContent = text
      return tokensOf(text)
        .filter(({ at, token }) => !runsToTheRight(paragraph.firstChild, at, token.length))
        .map(({ token }) => `${key}: ${token}`)
    })
    expect(torn).to.deep.equal([])
  })
})

/** All that a language says, by the way to it; what takes something is given a mark of its own. */
function said(strings: object, way: readonly string[] = []): Map<string, string> {
  const texts = Object.entries(strings).flatMap(([key, value]: [string, unknown]): [string, string][] => {
    const path = [...way, key]
    if (typeof value === 'object' && value !== null) return [...said(value, path)]
    if (typeof value !== 'function') return [[path.join('.'), String(value)]]
    // Numbers as text pass for numbers and for names.
    const given = path[0] === 'faults' ? [faultData] : ['21', '34']
    return [[path.join('.'), String(value(...given))]]
  })
  return new Map(texts)
}

/** The strings that take a number and have forms for it. */
function counting(strings: Strings): ((count: number) => string)[] {
  const { actions, bulk, consent, details, events, form, grants, impact, list, scopes } = strings
  return [
    scopes.chosen,
    consent.includesMore,
    list.shown,
    (count) => list.shownMore(count, 0),
    list.unusedFor,
    list.secretExpiresWithin,
    bulk.enableTitle,
    bulk.disableTitle,
    bulk.deleteTitle,
    bulk.deleteRestText,
    bulk.revokeTitle,
    bulk.failed,
    bulk.notBegun,
    form.faultCount,
    form.addedCount,
    actions.deleteRestText,
    actions.reassignFound,
    impact.people,
    impact.stop,
    impact.stopForGood,
    impact.goOn,
    impact.lost,
    impact.regained,
    impact.stopped,
    impact.suspended,
    impact.revoked,
    impact.workAgain,
    details.deletedRests,
    details.secretExpiryDays,
    details.usersPeople,
    details.usersTokens,
    details.usersShown,
    grants.revokedAll,
    grants.shown,
    grants.moreAccess,
    events.shown,
  ]
}

/** The different texts that come with numbers, less the numbers themselves. */
function forms(count: (number: number) => string): string[] {
  return [...new Set(Array.from({ length: 101 }, (_, number) => count(number).replace(/\d+/g, '#')))]
}

/** Without the marks that a language puts between groups of three digits. */
function ungrouped(text: string): string {
  return text.replace(/(\d)[.,](?=\d{3})/g, '$1')
}

/** The Latin words, addresses and numbers in a text, less the marks of the sentence around them. */
function tokensOf(text: string): { at: number; token: string }[] {
  return [...text.matchAll(/[\x21-\x7e]{2,}/g)].flatMap(({ 0: found, index }) => {
    const token = found.replace(/^[(]+|[.,:;)]+$/g, '')
    return token.length > 1 ? [{ at: index + found.indexOf(token), token }] : []
  })
}

function runsToTheRight(text: Node | null, at: number, length: number): boolean {
  const lefts = Array.from({ length }, (_, index) => {
    const range = new Range()
    if (!text) return 0
    range.setStart(text, at + index)
    range.setEnd(text, at + index + 1)
    return range.getBoundingClientRect().left
  })
  return lefts.every((left, index) => index === 0 || left > (lefts[index - 1] ?? 0))
}
