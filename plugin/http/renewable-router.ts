import type { Router } from 'express'
import { loadExpress } from './load-peer.js'

/**
 * A router that is made when it is first needed, and made anew after `renew`: what a host is set up for may be known only
 * after it has been mounted.
 */
export function renewableRouter(create: () => Router): { readonly router: Router; readonly renew: () => void } {
  let current: Router | undefined
  const router = loadExpress().Router()
  router.use((request, response, next) => {
    current ??= create()
    current(request, response, next)
  })
  return {
    router,
    renew() {
      current = undefined
    },
  }
}
