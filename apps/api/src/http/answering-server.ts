import { Server, type RequestListener } from 'node:http'
import type { Socket } from 'node:net'

/** How long a connection stays open for the next request, in milliseconds: longer than the minute proxies usually wait. */
const keepAliveTimeout = 72_000
/** How often it is looked whether a request takes longer than it may, in milliseconds. */
const connectionsCheckingInterval = 10_000

/** What a request is for where its address names the server, too, as it does when sent to a proxy (RFC 9112, 3.2.2). */
const absoluteForm = /^https?:\/\/[^/?#]*/i

/** Has the address of a request in the one form routes know: a path with its query. */
const inOriginForm =
  (listener: RequestListener): RequestListener =>
  (request, response) => {
    const path = request.url?.replace(absoluteForm, '') ?? ''
    if (path !== request.url) request.url = path.startsWith('/') ? path : `/${path}`
    listener(request, response)
  }

/**
 * The server of the application. Unlike Node's own it does not take a connection for idle whose answer has been written but not
 * sent yet: Node closes such a connection when the server is closed, and a reader on a slow line gets half of a large file.
 */
export class AnsweringServer extends Server {
  readonly #sockets = new Set<Socket>()

  /** `requestTimeout`: how long a whole request may take to arrive, in milliseconds. */
  constructor(listener: RequestListener, requestTimeout: number) {
    super({ keepAliveTimeout, requestTimeout, connectionsCheckingInterval }, inOriginForm(listener))
    this.on('connection', (socket) => {
      this.#sockets.add(socket)
      socket.once('close', () => this.#sockets.delete(socket))
    })
  }

  override closeIdleConnections(): void {
    if ([...this.#sockets].every(({ writableLength }) => writableLength === 0)) super.closeIdleConnections()
  }
}
