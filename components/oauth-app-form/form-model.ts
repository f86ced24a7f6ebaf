import type { AppDraft } from '../../plugin/contract/app-draft.js'
import type { App } from '../../plugin/contract/app.js'
import { checkApp } from '../../plugin/contract/check-app.js'
import type { Config } from '../../plugin/contract/config.js'
import type { Fault, FieldFault } from '../../plugin/contract/faults.js'
import type { FieldName } from '../../plugin/contract/fields.js'
import type { ItemFault } from '../../plugin/contract/item-fault.js'
import { draftOfChanges, draftOfNew, parseJwks } from './draft.js'
import { faultsAt, FormFaults, placeOf } from './form-faults.js'
import { wantedApp, type Outcome } from './form-review.js'
import { blankValues, changedFields, sameValue, valuesOf, type FormValues } from './form-values.js'
import { compareEdits, mergeEdits, takeField, type StaleEdit } from './stale-merge.js'

export type ListField = 'redirect_uris' | 'allowed_origins' | 'contacts'

/** What is being created or edited, what stands against saving it, and what to send. Knows nothing of the page. */
export class FormModel {
  /** As last set by the program and not by a person: what controls that keep a state of their own begin from. */
  given: FormValues
  /** The comparison that a stale edit waits on. */
  stale: StaleEdit | undefined
  /** What becomes of it where apps are reviewed. */
  outcome: Outcome = 'save'
  readonly faults = new FormFaults()
  /** What is being created is one app, however often it is sent. */
  readonly idempotencyKey = newKey()
  #values: FormValues
  #base: FormValues
  #current: App | undefined

  constructor(
    public config: Config,
    app: App | undefined,
    private readonly changed: () => void,
  ) {
    this.#current = app
    this.#base = app ? valuesOf(wantedApp(app)) : blankValues(config)
    this.#values = this.#base
    this.given = this.#base
  }

  /** The app that is edited, as it was last read. */
  get current(): App | undefined {
    return this.#current
  }

  get values(): FormValues {
    return this.#values
  }

  /** The values as they were read, or blank ones. */
  get base(): FormValues {
    return this.#base
  }

  get dirty(): boolean {
    return changedFields(this.#base, this.#values).length > 0
  }

  /** What to send: a new app, or the members that changed. */
  get draft(): AppDraft {
    return this.#draftOf(this.#values)
  }

  isChanged(field: FieldName): boolean {
    return !sameValue(field, this.#base, this.#values)
  }

  set<Field extends FieldName>(field: Field, value: FormValues[Field]): void {
    this.#values = { ...this.#values, [field]: value }
    this.faults.change(field)
    if (field === 'jwks' || field === 'token_endpoint_auth_method') this.#holdJwks()
    if (this.stale?.conflicts.includes(field) && !sameValue(field, this.#values, this.stale.theirs)) {
      this.stale = { ...this.stale, mine: takeField(this.stale.mine, field, this.#values) }
    }
    this.changed()
  }

  /** A person paused in a field, or went on from it. One that is as it was is none of our business yet. */
  leave(field: FieldName): void {
    if (!this.isChanged(field)) return
    this.faults.leave(field)
    this.changed()
  }

  hold(field: FieldName, fault: Fault | undefined): void {
    this.faults.hold(field, fault)
    this.changed()
  }

  refuse(errors: readonly FieldFault[]): void {
    this.faults.refuse(errors)
    this.changed()
  }

  /** Everything that stands against saving. */
  get standing(): FieldFault[] {
    return this.faults.standing(this.#check(this.#values))
  }

  /** What to tell at one field now. */
  shownAt(field: FieldName): ItemFault[] {
    return faultsAt(this.#shown, field)
  }

  /** The fields that show a fault. */
  get shownFields(): ReadonlySet<FieldName> {
    return new Set(this.#shown.flatMap((fault) => placeOf(fault)?.field ?? []))
  }

  /** What is told of members that the form does not show. */
  stray(isVisible: (field: FieldName) => boolean): FieldFault[] {
    return this.#shown.filter((fault) => {
      const place = placeOf(fault)
      return !place || !isVisible(place.field)
    })
  }

  /** What would stand against one more item of a list. */
  judgeItem(field: ListField, items: readonly string[], item: string): Fault[] {
    const candidate = { ...this.#values, [field]: [...items, item] }
    return faultsAt(this.#check(candidate), field)
      .filter(({ index, fault }) => index === items.length || (index === undefined && fault.code === 'too_many'))
      .map(({ fault }) => fault)
  }

  /** Another edit came first: merges it in, and asks where both changed the same. */
  overtake(app: App): void {
    const stale = compareEdits(this.#base, this.#values, valuesOf(wantedApp(app)))
    this.#current = app
    this.#base = stale.theirs
    this.#values = mergeEdits(stale)
    this.given = this.#values
    this.stale = stale
    for (const field of stale.adopted) this.faults.change(field)
    this.changed()
  }

  /** Settles one field that both changed. */
  choose(field: FieldName, side: 'mine' | 'theirs'): void {
    const { stale } = this
    if (!stale) return
    this.#values = takeField(this.#values, field, stale[side])
    this.given = this.#values
    this.faults.change(field)
    this.faults.hold(field, undefined)
    this.changed()
  }

  #draftOf(values: FormValues): AppDraft {
    return this.#current ? draftOfChanges(this.#base, values) : draftOfNew(values, this.config)
  }

  #check(values: FormValues): FieldFault[] {
    const current = this.#current
    const draft = this.#draftOf(values)
    if (current) return checkApp(draft, this.config, { current: wantedApp(current) })
    // Where there is none to choose, the app belongs to none, whatever the host requires.
    const homeless = !this.config.caller.organizations.some(({ can_create }) => can_create)
    return checkApp(draft, this.config, homeless ? { faulty: new Set(['organization_id']) } : {})
  }

  get #shown(): FieldFault[] {
    return this.faults.shown(this.#check(this.#values))
  }

  #holdJwks(): void {
    const { jwks, token_endpoint_auth_method: method } = this.#values
    const unreadable = method === 'private_key_jwt' && jwks !== '' && parseJwks(jwks) === undefined
    this.faults.hold('jwks', unreadable ? { code: 'jwks_malformed' } : undefined)
  }
}

/** 128 random bits; `crypto.randomUUID` is for pages that came over https. */
function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
