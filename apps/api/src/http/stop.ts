import type { FastifyInstance } from 'fastify'

/** How often connections are looked at that have been answered and would stay open, in milliseconds. */
const lookEvery = 50

/** How long an answer may take that is under way when the server is told to stop, in milliseconds. */
export const stopTimeout = 30_000

/**
 * Stops answering: takes no new connection, answers what is under way, and closes each connection when it has had its answer. What
 * takes longer than `timeout` (milliseconds) is cut off. Resolves when every connection is closed and the application with it.
 */
export async function stopAnswering(app: FastifyInstance, timeout = stopTimeout): Promise<void> {
  const closed = app.close()
  // A browser keeps its connection for the next request; each is closed as soon as nothing is under way on it.
  const sweep = setInterval(() => app.server.closeIdleConnections(), lookEvery)
  const cut = setTimeout(() => app.server.closeAllConnections(), timeout)
  try {
    await closed
  } finally {
    clearInterval(sweep)
    clearTimeout(cut)
  }
}
