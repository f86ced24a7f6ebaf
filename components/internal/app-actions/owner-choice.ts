import type { TemplateResult } from 'lit'
import type { Missing } from '../confirm.controller.js'

/** The part of a question that says to whom an app is given. */
export interface OwnerChoice {
  /** A principal's id; empty until somebody is chosen. */
  readonly ownerId: string
  readonly missing: Missing | undefined
  render(): TemplateResult
}
