/**
 * The last resort of a process that goes on whatever one piece of its work does: a promise that is rejected and that no one waits
 * for is told, and ends nothing. Returns how to end this.
 */
export function logUnhandledRejections(failed: (error: unknown) => void): () => void {
  process.on('unhandledRejection', failed)
  return () => process.off('unhandledRejection', failed)
}
