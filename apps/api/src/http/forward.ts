import { Agent, request as ask, type IncomingMessage, type OutgoingHttpHeaders, type ServerResponse } from 'node:http'
import { buffer } from 'node:stream/consumers'

/** Headers that concern one connection alone (RFC 9110, 7.6.1), and those that only the serving process may write. */
const ownOfConnection = new Set([
  'connection',
  // Node has answered it: whoever sends is sending already.
  'expect',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'forwarded',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-real-ip',
])

/** Where a request comes from, as the serving process and the proxies it trusts have seen it. */
export interface Asker {
  readonly ip: string
  /** The name and port it was asked at. */
  readonly host: string
  readonly protocol: string
}

function passedOn(headers: IncomingMessage['headers'], { ip, host, protocol }: Asker): OutgoingHttpHeaders {
  const kept = Object.entries(headers).filter(([name]) => !ownOfConnection.has(name))
  return {
    ...Object.fromEntries(kept),
    host,
    'x-forwarded-for': ip,
    'x-forwarded-proto': protocol,
    // A body must say where it ends. With methods that seldom have one Node does not say it by itself, and the other process
    // would take the body for the next request on the connection, with any headers its sender likes (RFC 9112, 11.2).
    ...(headers['transfer-encoding'] !== undefined && { 'transfer-encoding': 'chunked' }),
  }
}

/** Name and value of each header of an answer, as they are passed on. */
function headersOf({ rawHeaders }: IncomingMessage): (readonly [string, string])[] {
  return rawHeaders.flatMap((name, index) =>
    index % 2 === 0 && !ownOfConnection.has(name.toLowerCase()) ? [[name, rawHeaders[index + 1] ?? ''] as const] : [],
  )
}

/** How many requests are under way to one process at a time; what waits there on purpose must never be all of them. */
const maxSockets = 256
const agent = new Agent({ keepAlive: true, maxSockets })

/** How many milliseconds the body of a refused request may keep arriving, so that the client can read the response. */
const refusedFor = 5000

function discard(request: IncomingMessage): void {
  request.unpipe()
  request.resume()
  const timer = setTimeout(() => request.destroy(), refusedFor).unref()
  request.once('close', () => clearTimeout(timer))
}

/**
 * Has a request answered by another process of this machine, at a socket: its body goes there as it comes, and the answer comes
 * back as it is written. `from` is whoever asks. Rejects where the process cannot be reached or ends before it
 * answers; nothing has been written to `response` then. Once an answer has begun, a failure cuts it off, as a broken connection
 * would. Resolves when the answer is written, or no one waits for it any more.
 */
export function forward(
  socketPath: string,
  request: IncomingMessage,
  response: ServerResponse,
  from: Asker,
): Promise<void> {
  // Whoever asked may have left while the process was being started; `close` has been emitted then.
  if (response.destroyed) return Promise.resolve()
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const { method, url: path } = request
  const asked = ask({ agent, socketPath, method, path, headers: passedOn(request.headers, from) })
  asked.once('error', (error) => {
    if (response.headersSent || response.destroyed) {
      response.destroy()
      resolve()
    } else reject(error)
  })
  asked.once('response', (answer) => {
    response.writeHead(answer.statusCode ?? 502, headersOf(answer).flat())
    answer.once('error', () => response.destroy())
    answer.pipe(response)
  })
  response.once('finish', () => {
    if (!request.complete) discard(request)
  })
  response.once('close', () => {
    // Where no one waits for the answer any more, no one needs it.
    asked.destroy()
    resolve()
  })
  request.pipe(asked)
  return promise
}

/** A whole answer of another process. */
export interface WholeAnswer {
  readonly status: number
  readonly headers: readonly (readonly [string, string])[]
  readonly body: Buffer
}

/** The timeout of a complete response, in milliseconds: more than the largest needs. */
const longestAnswer = 120_000

/**
 * Asks another process of this machine for what is at an address. Rejects where it cannot be reached, ends before it answers, or
 * takes longer than `timeout` (milliseconds): whoever asks for the same meanwhile waits, too.
 */
export function askFor(
  socketPath: string,
  path: string,
  headers: OutgoingHttpHeaders,
  timeout = longestAnswer,
): Promise<WholeAnswer> {
  const { promise, resolve, reject } = Promise.withResolvers<WholeAnswer>()
  const asked = ask({ agent, socketPath, path, headers })
  const timer = setTimeout(() => {
    asked.destroy(new Error(`There was no answer within ${timeout / 1000} seconds`))
  }, timeout)
  asked.once('error', reject)
  asked.once('close', () => clearTimeout(timer))
  asked.once('response', (answer) => {
    buffer(answer).then(
      (body) => resolve({ status: answer.statusCode ?? 502, headers: headersOf(answer), body }),
      reject,
    )
  })
  asked.end()
  return promise
}
