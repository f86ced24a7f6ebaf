import type { IncomingMessage, ServerResponse } from 'node:http'
import type Provider from 'oidc-provider'
import { documentHost } from '../contract/client-document.js'
import type { PublicApp } from '../contract/public-app.js'
import { presentPublicApp } from '../http/present-app.js'
import { ProblemError } from '../problem-error.js'
import { getAskingApp } from '../registry/get-public-app.js'
import type { RegistryContext } from '../registry/registry-context.js'
import type { AdapterContext } from './adapter.js'
import { presentDocument } from './client-documents.js'
import type { Interactions } from './interaction.js'
import type { OidcProvider } from './load-provider.js'
import { splitScopes } from './scope-rules.js'

interface InteractionsContext extends AdapterContext {
  readonly provider: Provider
  readonly registry: RegistryContext
  /** Where icons are. */
  readonly publicUrl: string | undefined
}

export function createInteractions(context: InteractionsContext): Interactions {
  const { oidc, provider, registry, store, scopes, findHonoured, publicUrl } = context

  async function find(request: IncomingMessage, response: ServerResponse) {
    try {
      const { uid, params } = await provider.interactionDetails(request, response)
      return { uid, params, clientId: text(params['client_id']), asked: splitScopes(text(params['scope'])) }
    } catch (cause) {
      if (!(cause instanceof oidc.errors.SessionNotFound)) throw cause
      throw new ProblemError('not_found', {
        detail: 'This sign-in took too long, or was begun in another browser: go back to the app and begin again.',
      })
    }
  }

  async function findGrant(accountId: string, clientId: string) {
    const kept = await store.findGrantOf(accountId, clientId)
    return kept ? provider.Grant.find(kept.id) : undefined
  }

  /** The app as anybody may see it whom it may ask. */
  async function present(clientId: string, accountId: string | undefined): Promise<PublicApp> {
    if (documentHost(clientId) === undefined) {
      return presentPublicApp(await getAskingApp(registry, clientId, accountId), publicUrl ?? '')
    }
    const honoured = await findHonoured(clientId, 'somebody')
    const client = honoured && (await provider.Client.find(clientId).catch(unknownTo(oidc)))
    if (!client) throw new ProblemError('not_found', { detail: 'The app cannot be told by its document.' })
    return presentDocument(client, honoured)
  }

  async function deny(request: IncomingMessage, response: ServerResponse): Promise<string> {
    await find(request, response)
    const refusal = { error: 'access_denied', error_description: 'the user did not allow it' }
    return provider.interactionResult(request, response, refusal)
  }

  return {
    deny,

    async interaction(request, response, accountId) {
      const { uid, params, clientId, asked } = await find(request, response)
      const app = await present(clientId, accountId)
      const grant = accountId === undefined ? undefined : await findGrant(accountId, clientId)
      const granted = splitScopes(grant?.getOIDCScope())
      const prompts = splitScopes(text(params['prompt']))
      return {
        uid,
        app,
        registered: documentHost(clientId) === undefined,
        scopes: asked.map((name) => ({ name, granted: granted.includes(name) })),
        redirect_uri: text(params['redirect_uri']),
        sign_in_again: prompts.includes('login') || params['max_age'] !== undefined,
        ask_again: prompts.includes('consent'),
        login_hint: text(params['login_hint']) || null,
      }
    },

    async allow(request, response, { accountId, scopes: chosen }) {
      const { clientId, asked } = await find(request, response)
      await present(clientId, accountId)
      const strange = (chosen ?? []).filter((name) => !asked.includes(name))
      if (strange.length > 0) {
        throw new ProblemError('invalid_input', { detail: `The app did not ask for ${strange.join(', ')}.` })
      }
      const allowed = scopes.expand(chosen ?? asked).filter((name) => asked.includes(name))
      if (allowed.length === 0) return deny(request, response)
      const grant = (await findGrant(accountId, clientId)) ?? new provider.Grant({ accountId, clientId })
      const others = splitScopes(grant.getOIDCScope()).filter((name) => !asked.includes(name))
      const refused = asked.filter((name) => !allowed.includes(name))
      grant.openid = { scope: [...others, ...allowed].join(' ') }
      delete grant.rejected
      // Without this the same would be asked again and again.
      if (refused.length > 0) grant.rejectOIDCScope(refused)
      const grantId = await grant.save()
      const result = { login: { accountId, remember: false }, consent: { grantId } }
      return provider.interactionResult(request, response, result, { mergeWithLastSubmission: false })
    },
  }
}

/** A document that could not be read, or is unsound by now. */
function unknownTo({ errors }: OidcProvider) {
  return (cause: unknown): undefined => {
    if (!(cause instanceof errors.OIDCProviderError) || cause.status === 503) throw cause
  }
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
