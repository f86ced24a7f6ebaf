/** Rows that one statement removes: others wait for their locks. */
const batch = 500

/** Removes rows until there are none left, or no time. Answers how many. */
export async function purgeInBatches(
  purge: (limit: number) => Promise<number>,
  isTimeLeft: () => boolean,
): Promise<number> {
  let purged = 0
  while (isTimeLeft()) {
    const count = await purge(batch)
    purged += count
    if (count < batch) break
  }
  return purged
}
