import { siteFiles } from '@pejling/addresses/words'
import { createServer } from 'node:http'
import { rm } from 'node:fs/promises'
import type { Listening } from '../config/config.ts'
import type { Metrics } from './metrics.ts'

/**
 * Returns the metrics at an address of their own, which readers of the site do not reach, whatever a proxy before it passes on.
 * Returns how to stop. Rejects where nothing can listen there.
 */
export async function serveMetrics(metrics: Metrics, listen: Listening): Promise<() => Promise<void>> {
  const server = createServer((request, response) => {
    response.setHeader('x-content-type-options', 'nosniff')
    if (request.url !== siteFiles.metrics || (request.method !== 'GET' && request.method !== 'HEAD')) {
      response.writeHead(404, { 'content-type': 'text/plain' }).end(`Only ${siteFiles.metrics} is here\n`)
      return
    }
    metrics.read().then(
      (text) => response.writeHead(200, { 'content-type': metrics.contentType }).end(text),
      () => response.writeHead(500, { 'content-type': 'text/plain' }).end('The metrics could not be read\n'),
    )
  })
  // What a server that was killed has left behind would keep this one from listening. The folder is locked by this server.
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
