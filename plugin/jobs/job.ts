import type { RegistryContext } from '../registry/registry-context.js'

/**
 * Does what nobody asks for, and answers how much: rows or apps that it did away with, or what it told. Bounded: it works in batches and ends when no time is left;
 * what it leaves, the next run finds. Any number of processes may run it at once, and each may end at any point.
 */
export type Job = (context: RegistryContext, isTimeLeft: () => boolean) => Promise<number>
