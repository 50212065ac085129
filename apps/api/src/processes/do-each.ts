/* Doing the same with several things, so that one that fails does not keep the others. */

/** Thrown where some failed and the others were done: the message says which, the cause is the first error. */
export class SomeFailedError extends Error {
  override name = 'SomeFailedError'
  constructor(failed: ReadonlyMap<string, unknown>, all: number) {
    const [cause] = failed.values()
    super(`${failed.size} of ${all} failed: ${[...failed.keys()].join(', ')}`, { cause })
  }
}

/** Does something with each, whatever becomes of the others. Throws a {@link SomeFailedError} at the end. */
export function doEach<Item>(items: readonly Item[], name: (item: Item) => string, work: (item: Item) => void): void {
  const failed = new Map<string, unknown>()
  for (const item of items) {
    try {
      work(item)
    } catch (error) {
      failed.set(name(item), error)
    }
  }
  if (failed.size > 0) throw new SomeFailedError(failed, items.length)
}

/** The same with work that takes a while, one after another. Rejects with a {@link SomeFailedError} at the end. */
export async function doEachInTurn<Item>(
  items: readonly Item[],
  name: (item: Item) => string,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const failed = new Map<string, unknown>()
  for (const item of items) {
    await work(item).catch((error: unknown) => failed.set(name(item), error))
  }
  if (failed.size > 0) throw new SomeFailedError(failed, items.length)
}
