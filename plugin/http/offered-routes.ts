import type { Capabilities } from '../contract/config.js'
import { routes, type RouteName, type RouteShape } from '../contract/routes.js'

/** The routes of a host: what it is not set up for has no address. */
export function offeredRoutes(capabilities: Capabilities): RouteName[] {
  return Object.keys(routes)
    .filter(isRouteName)
    .filter((name) => isOffered(routes[name], capabilities))
}

function isOffered({ needs }: RouteShape, capabilities: Capabilities): boolean {
  return needs === undefined || Boolean(capabilities[needs])
}

function isRouteName(name: string): name is RouteName {
  return Object.hasOwn(routes, name)
}
