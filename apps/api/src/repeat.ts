/**
 * Does something again and again as long as the process lives, so many milliseconds apart; while one time is under way no other
 * begins, and what fails is told and tried the next time. Answers how to end it.
 */
export function repeat(work: () => Promise<void>, milliseconds: number, failed: (error: unknown) => void): () => void {
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
  const timer = setInterval(() => {
    void once()
  }, milliseconds)
  timer.unref()
  return () => clearInterval(timer)
}
