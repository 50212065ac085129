/**
 * Does something every so many milliseconds as long as the process lives; while one run is under way no other begins. What
 * fails is passed to `failed` and tried the next time. Returns how to end it.
 */
export function repeat(
  work: () => Promise<void>,
  milliseconds: number,
  failed: (error: unknown) => void,
  atStart = false,
): () => void {
  let isUnderWay = false
  const once = async (): Promise<void> => {
    if (isUnderWay) return
    isUnderWay = true
    try {
      await work()
    } catch (error) {
      failed(error)
    } finally {
      isUnderWay = false
    }
  }
  const timer = setInterval(() => void once(), milliseconds)
  timer.unref()
  if (atStart) void once()
  return () => clearInterval(timer)
}
