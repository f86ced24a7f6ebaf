/** What a client is to be (RFC 7591 §2). */
export type ClientMetadata = Readonly<Record<string, unknown>>

/** What it takes to change a registration later (RFC 7592 §3). */
export interface Registration {
  /** The name that the other server knows the client by. */
  readonly client_id: string
  readonly registration_client_uri: string
  /** Worth as much as a password for this one client. */
  readonly registration_access_token: string
}

/** The other server cannot be reached, or asks for patience. Nothing is wrong with what it was asked. */
export class ServerAway extends Error {}

/** The other server does not take these metadata; asking again with the same would change nothing. */
export class MetadataRefused extends Error {}

/** The other server does not know the registration, or its token, any more. */
export class RegistrationGone extends Error {}

export interface RegistrationClient {
  create(metadata: ClientMetadata): Promise<Registration>
  replace(registration: Registration, metadata: ClientMetadata): Promise<Registration>
  /** What is gone already is no fault. */
  remove(registration: Registration): Promise<void>
}

export interface RegistrationClientOptions {
  /** The registration endpoint of the other server (RFC 7591 §3). */
  readonly endpoint: string
  readonly initialAccessToken: string
}

/** Milliseconds for one request. */
const patience = 5000

/** Speaks RFC 7591 and RFC 7592. No error of it holds a token, or anything but what the other server says is wrong. */
export function createRegistrationClient({
  endpoint,
  initialAccessToken,
}: RegistrationClientOptions): RegistrationClient {
  const { origin } = new URL(endpoint)

  /** A token goes nowhere but to the server that it is for, whatever address came with it. */
  function registrationIn(answer: Readonly<Record<string, unknown>>, before?: Registration): Registration {
    const { client_id, registration_client_uri: uri, registration_access_token: token } = { ...before, ...answer }
    if (
      ![client_id, uri, token].every((value) => typeof value === 'string') ||
      new URL(String(uri)).origin !== origin
    ) {
      throw new ServerAway('It answered without what it takes to manage the registration.')
    }
    return {
      client_id: String(client_id),
      registration_client_uri: String(uri),
      registration_access_token: String(token),
    }
  }

  return {
    async create(metadata) {
      const response = await send('POST', endpoint, initialAccessToken, metadata)
      // Wrong for all apps, and mended by whoever runs this: no fault of the app.
      if ([401, 403, 404].includes(response.status))
        throw new ServerAway(`It lets nobody register: ${response.status}.`)
      return registrationIn(await answerOf(response))
    },
    async replace(registration, metadata) {
      const { client_id, registration_client_uri: uri, registration_access_token: token } = registration
      const response = await send('PUT', uri, token, { client_id, ...metadata })
      if ([401, 403, 404].includes(response.status)) throw new RegistrationGone()
      return registrationIn(await answerOf(response), registration)
    },
    async remove({ registration_client_uri: uri, registration_access_token: token }) {
      const response = await send('DELETE', uri, token)
      if (![204, 401, 403, 404].includes(response.status)) await answerOf(response)
    },
  }
}

async function send(method: string, address: string, token: string, body?: ClientMetadata): Promise<Response> {
  try {
    return await fetch(address, {
      method,
      headers: { Authorization: `Bearer ${token}`, ...(body && { 'Content-Type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
      redirect: 'error',
      signal: AbortSignal.timeout(patience),
    })
  } catch {
    throw new ServerAway('It does not answer.')
  }
}

async function answerOf(response: Response): Promise<Readonly<Record<string, unknown>>> {
  const { status } = response
  const answer: unknown = await response.json().catch(() => undefined)
  const members = typeof answer === 'object' && answer !== null ? Object.fromEntries(Object.entries(answer)) : {}
  if (response.ok) return members
  if (status >= 500 || status === 429 || status === 408) throw new ServerAway(`It answered ${status}.`)
  const { error, error_description: description } = members
  throw new MetadataRefused([error ?? status, description].filter(Boolean).join(': ').slice(0, 500))
}
