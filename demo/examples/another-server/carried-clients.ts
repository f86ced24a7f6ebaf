import type { Knex } from 'knex'
import type { Registration } from './registration-client.js'
import type { Seal } from './seal.js'

/** What is known of an app at the other server. */
export interface CarriedClient {
  readonly clientId: string
  /** What it is called there; it stays when the registration goes, since what people allowed it stays, too. */
  readonly thereId: string | null
  /** `null` while it is not registered there. */
  readonly registration: Registration | null
  /** Of the metadata that were taken or refused last. */
  readonly fingerprint: string | null
  /** Which state of the app was carried over, or refused. */
  readonly updatedAt: number
  /** Why the other server refused that state. */
  readonly problem: string | null
}

export interface CarriedState extends Pick<CarriedClient, 'updatedAt'> {
  readonly registered: boolean
  readonly refused: boolean
}

interface Row {
  readonly client_id: string
  readonly there_id: string | null
  readonly registration_uri: string | null
  readonly sealed_token: string | null
  readonly fingerprint: string | null
  readonly updated_at: number | string
  readonly problem: string | null
  readonly claimed_until: number | string
}

const table = 'carried_clients'

/** The host's own table beside those of the kit. */
export class CarriedClients {
  constructor(
    private readonly knex: Knex,
    private readonly seal: Seal,
  ) {}

  async migrate(): Promise<void> {
    if (await this.knex.schema.hasTable(table)) return
    await this.knex.schema.createTable(table, (columns) => {
      columns.string('client_id', 64).primary()
      columns.string('there_id', 255).index()
      columns.text('registration_uri')
      columns.text('sealed_token')
      columns.string('fingerprint', 64)
      columns.bigInteger('updated_at').notNullable().defaultTo(0)
      columns.text('problem')
      columns.bigInteger('claimed_until').notNullable().defaultTo(0)
    })
  }

  async find(clientId: string): Promise<CarriedClient | undefined> {
    const row = await this.#rows().where('client_id', clientId).first()
    return row && this.#clientOf(row)
  }

  async findThere(thereId: string): Promise<CarriedClient | undefined> {
    const row = await this.#rows().where('there_id', thereId).first()
    return row && this.#clientOf(row)
  }

  /** How it stands with everything that was ever carried over. */
  async states(): Promise<ReadonlyMap<string, CarriedState>> {
    const rows = await this.#rows().select('client_id', 'registration_uri', 'updated_at', 'problem')
    return new Map(
      rows.map(({ client_id, registration_uri, updated_at, problem }) => [
        client_id,
        { registered: registration_uri !== null, refused: problem !== null, updatedAt: Number(updated_at) },
      ]),
    )
  }

  /** Whether nobody else is at it: of several nodes one carries an app over, and of one that died another takes on. */
  async claim(clientId: string, now: number, milliseconds: number): Promise<boolean> {
    await this.knex(table).insert({ client_id: clientId }).onConflict('client_id').ignore()
    const claimed = await this.#rows()
      .where('client_id', clientId)
      .where('claimed_until', '<=', now)
      .update({ claimed_until: now + milliseconds })
    return claimed === 1
  }

  /** Lets go of it, and keeps what has become of it. */
  async release(clientId: string, changed: Partial<Omit<CarriedClient, 'clientId'>> = {}): Promise<void> {
    const { registration, thereId, fingerprint, updatedAt, problem } = changed
    await this.#rows()
      .where('client_id', clientId)
      .update({
        claimed_until: 0,
        ...(thereId !== undefined && { there_id: thereId }),
        ...(registration === null && { registration_uri: null, sealed_token: null }),
        ...(registration && {
          registration_uri: registration.registration_client_uri,
          sealed_token: this.seal.close(registration.registration_access_token, clientId),
        }),
        ...(fingerprint !== undefined && { fingerprint }),
        ...(updatedAt !== undefined && { updated_at: updatedAt }),
        ...(problem !== undefined && { problem }),
      })
  }

  #rows() {
    return this.knex<Row>(table)
  }

  #clientOf(row: Row): CarriedClient {
    const { client_id, there_id, registration_uri, sealed_token } = row
    const registration =
      there_id === null || registration_uri === null || sealed_token === null
        ? null
        : {
            client_id: there_id,
            registration_client_uri: registration_uri,
            registration_access_token: this.seal.open(sealed_token, client_id),
          }
    return {
      clientId: client_id,
      thereId: there_id,
      registration,
      fingerprint: row.fingerprint,
      updatedAt: Number(row.updated_at),
      problem: row.problem,
    }
  }
}
