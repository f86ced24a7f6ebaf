import type { AppStore } from './app-store.js'

/** The same store, which calls back whenever something may have been changed through it. */
export function announceChanges(store: AppStore, announce: () => void): AppStore {
  /** Also after a failure: a connection that is lost may have committed before. */
  async function announced<Result>(change: Promise<Result>): Promise<Result> {
    try {
      return await change
    } finally {
      announce()
    }
  }
  return {
    ...store,
    transaction: (work) => announced(store.transaction(work)),
    purgeApp: (app) => announced(store.purgeApp(app)),
  }
}
