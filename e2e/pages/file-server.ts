import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { dirname, join } from 'node:path'
import sirv from 'sirv'

/** A server that knows of files and nothing else. */
export interface FileServer {
  readonly origin: string
  readonly stop: () => void
}

/** The page that stands for what is missing: the nearest `404.html`, as hosts of static sites look for it. */
function missingPage(folder: string, path: string): Buffer | null {
  for (let at = dirname(path); ; at = dirname(at)) {
    const file = join(folder, at, '404.html')
    if (existsSync(file)) return readFileSync(file)
    if (at === '/' || at === '.') return null
  }
}

/** Serves a folder: a file by its name, and of a folder its `index.html`. */
export async function serveFolder(folder: string): Promise<FileServer> {
  const files = sirv(folder, {
    etag: true,
    onNoMatch: (request, response) => {
      response.writeHead(404, { 'content-type': 'text/html; charset=utf-8' })
      response.end(missingPage(folder, new URL(request.url ?? '/', 'http://localhost').pathname))
    },
  })
  const server = createServer(files)
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  return {
    origin: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
    stop: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
