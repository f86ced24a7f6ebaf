const minute = 60_000

/** Keys that are remembered; what is forgotten is written down once more. */
const most = 10_000

/** Whether a use has to be written down: not where it was within the last minute, by this process. */
export function onceAMinute(): { isDue(key: string, now: number): boolean; forget(key: string): void } {
  const times = new Map<string, number>()
  return {
    isDue(key, now) {
      if (now - (times.get(key) ?? -Infinity) < minute) return false
      if (times.size >= most) times.clear()
      times.set(key, now)
      return true
    },
    forget: (key) => times.delete(key),
  }
}
