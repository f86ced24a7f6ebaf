import type { RegistryContext } from '../registry/registry-context.js'

/**
 * Tidies up, and answers how many rows or apps it did away with. Bounded: it works in batches and ends when no time is left;
 * what it leaves, the next run finds. Any number of processes may run it at once, and each may end at any point.
 */
export type Job = (context: RegistryContext, isTimeLeft: () => boolean) => Promise<number>
