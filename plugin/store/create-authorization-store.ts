import type { Knex } from 'knex'
import type { AuthorizationStore } from '../authorization-server/authorization-store.js'
import {
  addArtifact,
  consumeArtifact,
  findArtifact,
  purgeArtifacts,
  removeArtifact,
  removeArtifactsOf,
  saveArtifact,
} from './artifacts.js'
import { countTokens, pageOfGrants } from './granted-tokens.js'
import { findGrant, findGrantOf, narrowGrant, purgeGrants, removeGrant, saveGrant, stampUse } from './grants.js'
import { revokeTokens } from './revoke-granted.js'
import { runQuery, runTransaction } from './run-transaction.js'
import type { StoreOptions } from './create-store.js'
import { whenMigrated } from './when-migrated.js'

/** What an authorization server keeps in the same database as the apps. */
export function createAuthorizationStore({ knex, openDialect, clock }: StoreOptions): AuthorizationStore {
  const ready = whenMigrated({ knex, openDialect })

  /** Also for a single statement that may be run twice: it needs no transaction around it, which would cost as much again. */
  async function run<Result>(query: () => Promise<Result>): Promise<Result> {
    return runQuery(async () => {
      await ready()
      return query()
    })
  }

  async function change<Result>(work: (transaction: Knex.Transaction) => Promise<Result>): Promise<Result> {
    await runQuery(ready)
    return runTransaction(knex, work)
  }

  return {
    saveArtifact: (artifact) => run(() => saveArtifact(knex, artifact)),
    addArtifact: (artifact) => change((transaction) => addArtifact(transaction, artifact)),
    findArtifact: (idHashes) => run(() => findArtifact(knex, { idHashes }, clock())),
    findArtifactBy: (lookupHash) => run(() => findArtifact(knex, { lookupHash }, clock())),
    consumeArtifact: (idHash, at) => change((transaction) => consumeArtifact(transaction, idHash, at)),
    removeArtifact: (idHash) => run(() => removeArtifact(knex, idHash)),
    removeArtifactsOf: (grantId, kind) => run(() => removeArtifactsOf(knex, grantId, kind)),

    saveGrant: (grant) => run(() => saveGrant(knex, grant, clock())),
    findGrant: (grantId) => run(() => findGrant(knex, grantId)),
    findGrantOf: (accountId, clientId) => run(() => findGrantOf(knex, accountId, clientId, clock())),
    removeGrant: (grantId) => run(() => removeGrant(knex, grantId)),
    narrowGrant: (grantId, scopes) => change((transaction) => narrowGrant(transaction, grantId, scopes)),
    stampUse: (grantId, clientId, at) => change((transaction) => stampUse(transaction, grantId, clientId, at)),

    count: (of) => run(() => countTokens(knex, of, clock())),
    pageOfGrants: (of, page) => run(() => pageOfGrants(knex, of, page, clock())),
    revoke: async (of) => {
      await runQuery(ready)
      return revokeTokens(knex, (work) => change(work), of, clock())
    },

    purgeArtifacts: (expiredBy, limit) => change((transaction) => purgeArtifacts(transaction, expiredBy, limit)),
    purgeGrants: (expiredBy, limit) => change((transaction) => purgeGrants(transaction, expiredBy, limit)),
  }
}
