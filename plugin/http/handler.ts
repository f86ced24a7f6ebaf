import type { FieldFault } from '../contract/faults.js'
import type { OperationAnswer, OperationParams, OperationStatus } from '../contract/operations.js'
import type { RouteName, routes } from '../contract/routes.js'
import type { Principal } from '../principal.js'
import type { Registry } from '../registry/registry.js'
import type { IfMatch } from './if-match.js'

/** A body as it was read, before any member is judged. */
export interface ReceivedBody {
  /** The parsed JSON: of the whole body, or of the multipart part `app`. */
  readonly value: unknown
  /** The file of the multipart part `icon`; longer than the limit by one byte where the file was too large. */
  readonly icon?: Uint8Array
  /** Parts that are unknown, or there twice. */
  readonly faults: readonly FieldFault[]
}

/** A request without Express: all that a handler may know of it. */
export interface HandlerRequest<Name extends RouteName> {
  readonly principal: (typeof routes)[Name] extends { signedIn: true } | { token: 'initial' } ? Principal : null
  /** The bearer token of a route that is no sign-in's. */
  readonly token: string | undefined
  readonly params: OperationParams<Name>
  /** Parameters as strings; one that is given several times is an array of them. */
  readonly query: Readonly<Record<string, unknown>>
  readonly body: ReceivedBody
  readonly ifMatch: IfMatch
  /** The same for a request that is made again. */
  readonly idempotencyKey: string | undefined
  /** Whether an answer that would be empty should say what was done. */
  readonly prefersRepresentation: boolean
  /** Where the router is mounted: absolute when the public URL is known, else a path. */
  readonly mount: string
}

type Frozen<Value> = Value extends readonly (infer Item)[]
  ? readonly Frozen<Item>[]
  : Value extends object
    ? { readonly [Key in keyof Value]: Frozen<Value[Key]> }
    : Value

/** What a route answers when all went well; an error is thrown as `ProblemError`. */
export interface HandlerAnswer<Name extends RouteName> {
  readonly status: OperationStatus<Name>
  readonly headers?: Readonly<Record<string, string>>
  /** JSON as the contract says, the bytes of an image, or a file that is written as it is read. */
  readonly body?: Frozen<OperationAnswer<Name>> | Uint8Array | AsyncIterable<string>
}

/** Answers one route: asks the registry, and gives its answer the shape of the contract. */
export type Handler<Name extends RouteName> = (
  request: HandlerRequest<Name>,
  registry: Registry,
) => HandlerAnswer<Name> | Promise<HandlerAnswer<Name>>
