import type { Socket } from 'node:net'
import { SMTPServer } from 'smtp-server'

/** A mail as a mail server received it. */
export interface Received {
  readonly from: string
  readonly to: readonly string[]
  /** Headers and body, as they came. */
  readonly raw: string
  /** The body, decoded. */
  readonly text: string
  readonly subject: string
}

/** What a mail server does with the next mail. */
export type Behaviour = 'accept' | 'refuse' | 'later' | 'cut'

/** A mail server of a test's own. */
export interface TestMailServer {
  readonly url: string
  readonly received: Received[]
  behaviour: Behaviour
  readonly stop: () => Promise<void>
}

const decoded = (words: string): string =>
  words
    .replaceAll(/\?=\s+=\?/g, '?==?')
    .replaceAll(/=\?utf-8\?(q|b)\?(.*?)\?=/gi, (_all, how: string, code: string) =>
      how.toLowerCase() === 'b' ? Buffer.from(code, 'base64').toString() : quotedPrintable(code.replaceAll('_', ' ')),
    )

function quotedPrintable(code: string): string {
  const bytes = code
    .replaceAll(/=\r?\n/g, '')
    .replaceAll(/=([0-9A-F]{2})/g, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString()
}

function textOf(raw: string): string {
  const at = raw.indexOf('\r\n\r\n')
  const [head, body] = [raw.slice(0, at), raw.slice(at + 4)]
  const how = /^content-transfer-encoding: (.*)$/im.exec(head)?.[1]?.trim().toLowerCase()
  if (how === 'base64') return Buffer.from(body, 'base64').toString()
  return (how === 'quoted-printable' ? quotedPrintable(body) : body).replaceAll('\r\n', '\n')
}

const subjectOf = (raw: string): string =>
  decoded(/^subject: (.*(?:\r\n[ \t].*)*)/im.exec(raw)?.[1]?.replaceAll(/\r\n[ \t]/g, ' ') ?? '')

const refusal = (code: number, words: string): Error => Object.assign(new Error(words), { responseCode: code })

/** Starts a mail server at a free port of this machine. */
export async function startMailServer(): Promise<TestMailServer> {
  const received: Received[] = []
  const sockets = new Set<Socket>()
  const own = { behaviour: 'accept' as Behaviour }
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: (_address, _session, done) =>
      done(own.behaviour === 'refuse' ? refusal(550, 'No such mailbox ida@example.dk') : null),
    onData(stream, session, done) {
      const pieces: Buffer[] = []
      stream.on('data', (piece: Buffer) => pieces.push(piece))
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope
        const raw = Buffer.concat(pieces).toString()
        if (own.behaviour === 'later') return done(refusal(451, 'Try again later'))
        const from = mailFrom === false ? '' : mailFrom.address
        received.push({
          from,
          to: rcptTo.map(({ address }) => address),
          raw,
          text: textOf(raw),
          subject: subjectOf(raw),
        })
        // The mail has arrived, and its sender does not hear of it.
        if (own.behaviour === 'cut') return sockets.forEach((socket) => socket.destroy())
        return done()
      })
    },
  })
  server.on('error', () => undefined)
  server.server.on('connection', (socket: Socket) => sockets.add(socket))
  const { promise, resolve } = Promise.withResolvers<void>()
  server.listen(0, '127.0.0.1', resolve)
  await promise
  const address = server.server.address()
  const port = address !== null && typeof address === 'object' ? address.port : 0
  return Object.assign(own, {
    url: `smtp://127.0.0.1:${port}`,
    received,
    stop: () => new Promise<void>((ended) => server.close(() => ended())),
  })
}
