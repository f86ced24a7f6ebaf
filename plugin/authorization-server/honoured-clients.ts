import { documentHost } from '../contract/client-document.js'
import type { AppRecord } from '../registry/app-record.js'
import type { HonouredFor } from '../registry/honours.js'
import type { AuthorizationServerOptions } from './options.js'
import type { RecentClients } from './recent-clients.js'

/** An app that introduces itself by a document at the address that is its client ID: nobody has registered it. */
export interface DocumentClient {
  readonly client_id: string
  /** The host of that address: nothing else that it says of itself is certain. */
  readonly client_name: string
  /** What the host lets such apps ask for. */
  readonly scopes: readonly string[]
}

/** An app that may act here. One of the registry has a `status`, and all that is registered. */
export type HonouredClient = AppRecord | DocumentClient

/** An app that works for them; one that introduces itself works for everybody. */
export type FindHonoured = (clientId: string, who: HonouredFor) => Promise<HonouredClient | null>

/** How apps are found that may act: in the registry and, where the host lets them, by their own word. */
export function honouredClients(
  clients: Pick<RecentClients, 'findClient'>,
  { clientIdMetadataDocuments: documents }: Pick<AuthorizationServerOptions, 'clientIdMetadataDocuments'>,
): FindHonoured {
  async function introduced(clientId: string, host: string): Promise<DocumentClient | null> {
    if (!documents || (documents.allow && !(await documents.allow(clientId)))) return null
    return { client_id: clientId, client_name: host, scopes: documents.scopes }
  }

  return (clientId, who) => {
    const host = documentHost(clientId)
    return host === undefined ? clients.findClient(clientId, who) : introduced(clientId, host)
  }
}
