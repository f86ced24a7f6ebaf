import type { Principal } from '../../../plugin/index.js'
import { mountPath, openPortal, type Portal, type PortalOptions } from './portal.js'

export const registerPath = `${mountPath}/register`

/** In whose name tools register. */
export const robot: Principal = {
  id: 'u-robot',
  name: 'Acme build server',
  organizations: [{ id: 'acme', name: 'Acme', role: 'admin' }],
}

const initialTokens: Readonly<Record<string, Principal>> = {
  'token-of-acme': robot,
  'token-of-nobody': { id: 'u-nobody', name: 'Of no use', organizations: [] },
}

/** A client that has registered itself. */
export interface Registered {
  readonly client_id: string
  readonly client_secret?: string
  readonly registration_access_token: string
  readonly registration_client_uri: string
  readonly [member: string]: unknown
}

/** A portal where clients register themselves, with `token-of-acme`. */
export class RegistrationHost {
  private constructor(readonly portal: Portal) {}

  static async open(options: PortalOptions = {}): Promise<RegistrationHost> {
    const verifyInitialAccessToken = (token: string) => Promise.resolve(initialTokens[token] ?? null)
    return new RegistrationHost(await openPortal({ registration: { verifyInitialAccessToken }, ...options }))
  }

  /** Whatever the status is. */
  post(metadata: object | string, token: string | null = 'token-of-acme') {
    return this.call('post', registerPath, token).type('json').send(metadata)
  }

  async register(metadata: object = {}): Promise<Registered> {
    const { body } = await this.post({
      client_name: 'A tool',
      redirect_uris: ['https://tool.example/cb'],
      ...metadata,
    }).expect(201)
    return body
  }

  read(client: Registered, token: string | null = client.registration_access_token) {
    return this.call('get', client.registration_client_uri, token)
  }

  replace(client: Registered, metadata: object, token: string | null = client.registration_access_token) {
    return this.call('put', client.registration_client_uri, token).send({ client_id: client.client_id, ...metadata })
  }

  delete(client: Registered, token: string | null = client.registration_access_token) {
    return this.call('delete', client.registration_client_uri, token)
  }

  /** The app as its owners see it, or its audit log. */
  async asOwner(client: Registered, what: '' | '/events' = '') {
    const { body } = await this.portal.as('owner').get(`${mountPath}/apps/${client.client_id}${what}`).expect(200)
    return body
  }

  close(): Promise<void> {
    return this.portal.close()
  }

  private call(method: 'get' | 'post' | 'put' | 'delete', address: string, token: string | null) {
    const request = this.portal.as('nobody')[method](address)
    return token === null ? request.unset('Authorization') : request.set('Authorization', `Bearer ${token}`)
  }
}
