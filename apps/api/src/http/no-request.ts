import { STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import { problemHeaders, problemText, Problem } from './problem.ts'
import { unreadable } from './errors.ts'

/* What cannot be read as a request of HTTP reaches no route: it is answered on the connection itself, like any other error. */

const unknownMethod = new Problem('not-implemented', {
  da: 'Den metode findes ikke her. Offentlige adresser svarer på GET, HEAD og OPTIONS.',
  en: 'There is no such method here. Public addresses answer GET, HEAD and OPTIONS.',
})

const longHeaders = new Problem('headers-too-large', {
  da: 'Adressen og headerne er tilsammen for lange. Send dem kortere, fx med færre parametre eller cookies.',
  en: 'The address and the headers together are too long. Send shorter ones, e.g. with fewer parameters or cookies.',
})

const tooSlow = new Problem('request-timeout', {
  da: 'Forespørgslen var for længe om at komme. Send den igen.',
  en: 'The request took too long to arrive. Send it again.',
})

const problems: Readonly<Record<string, Problem>> = {
  HPE_INVALID_METHOD: unknownMethod,
  HPE_HEADER_OVERFLOW: longHeaders,
  ERR_HTTP_REQUEST_TIMEOUT: tooSlow,
}

/** Answers what is no request with a problem document, and ends the connection: where the next request would begin is not known. */
export function answerNoRequest(error: Error & { readonly code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return
  const problem = problems[error.code ?? ''] ?? unreadable
  // What it says of languages could not be read either.
  const text = problemText(problem, 'da')
  const headers = Object.entries({
    ...problemHeaders('da'),
    'content-length': String(Buffer.byteLength(text)),
    connection: 'close',
  }).map(([name, value]) => `${name}: ${value}`)
  if (!socket.writable) {
    socket.destroy(error)
    return
  }
  socket.end([`HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}`, ...headers, '', text].join('\r\n'))
}
