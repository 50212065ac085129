import { siteFiles } from '@pejling/addresses/words'
import { createServer } from 'node:http'
import { rm } from 'node:fs/promises'
import type { Listening } from '../config/config.ts'
import type { Metrics } from './metrics.ts'

/**
 * Serves the metrics at a separate address, so that no reverse proxy of the site can expose them. Returns the function that stops
 * it. Rejects where the address cannot be listened on.
 */
export async function serveMetrics(metrics: Metrics, listen: Listening): Promise<() => Promise<void>> {
  const server = createServer((request, response) => {
    response.setHeader('x-content-type-options', 'nosniff')
    if (request.url !== siteFiles.metrics || (request.method !== 'GET' && request.method !== 'HEAD')) {
      response
        .writeHead(404, { 'content-type': 'text/plain' })
        .end(`Not found; the metrics are at ${siteFiles.metrics}\n`)
      return
    }
    metrics.read().then(
      (text) => response.writeHead(200, { 'content-type': metrics.contentType }).end(text),
      () => response.writeHead(500, { 'content-type': 'text/plain' }).end('The metrics could not be read\n'),
    )
  })
  // The socket file of a killed server would prevent listening. It is safe to delete: this server has locked the data folder.
  if ('path' in listen) await rm(listen.path, { force: true })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(listen, () => resolve())
  })
  return () =>
    new Promise((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
}
