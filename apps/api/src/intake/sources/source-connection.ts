import type { Text } from '@pejling/domain/text'
import { SourceError } from './outside-source.ts'

/** How another machine is asked. */
export interface SourceConnection {
  /** The address everything is asked below; nothing else is reached. */
  readonly base: string
  readonly fetch: typeof globalThis.fetch
  /** Waits the given number of milliseconds. */
  readonly wait: (milliseconds: number) => Promise<void>
  /** The timeout of a response, in milliseconds. */
  readonly timeout: number
  /** The largest answer that is taken, in bytes as they are read. */
  readonly largest: number
}

/** Backoff: the wait before each retry, in milliseconds. */
const retryDelays = [1000, 4000, 15_000]
/** HTTP statuses that are retried: a later attempt may succeed. */
const retryableStatuses = new Set([408, 425, 429, 500, 502, 503, 504])
/** How much of what a source says in refusal is shown. */
const longestRefusalText = 300

const unreachable = (base: string, why: string): SourceError =>
  new SourceError({
    da: `${base} svarer ikke (${why}). Der er prøvet ${retryDelays.length + 1} gange; prøv igen senere, eller se efter, om serveren må nå dertil.`,
    en: `${base} does not answer (${why}). It was tried ${retryDelays.length + 1} times; try again later, or see whether the server may reach it.`,
  })

/** What the network says where it leads nowhere: there is no name server, or no way to the address. Waiting does not help. */
const deadEnds = new Set(['ENOTFOUND', 'EAI_AGAIN', 'ENETUNREACH', 'EHOSTUNREACH', 'UND_ERR_CONNECT_TIMEOUT'])

const noInternet = (base: string): SourceError =>
  new SourceError({
    da: `Serveren har ikke adgang til internettet: ${base} kan ikke nås.`,
    en: `The server has no access to the internet: ${base} cannot be reached.`,
  })

const isDeadEnd = ({ cause }: Error): boolean =>
  cause instanceof Error && 'code' in cause && typeof cause.code === 'string' && deadEnds.has(cause.code)

/** The longest wait a source can ask for (`Retry-After`), in milliseconds. */
const longestRetryDelay = 120_000

/** The pause a source asks for: in seconds, or until when. */
function retryAfterOf(header: string | null): number | null {
  if (header === null) return null
  const pause = /^\d+$/.test(header) ? Number(header) * 1000 : Date.parse(header) - Date.now()
  return Number.isNaN(pause) ? null : Math.min(Math.max(pause, 0), longestRetryDelay)
}

const said = (base: string, status: number, told: string): Text => ({
  da: `${base} siger nej (${status}): ${told}`,
  en: `${base} says no (${status}): ${told}`,
})

const redirected = (base: string): Text => ({
  da: `${base} sender videre til en anden adresse, og kun denne må nås. Er kilden flyttet, så ret adressen i indstillingerne.`,
  en: `${base} sends on to another address, and only this one may be reached. If the source has moved, change the address in the settings.`,
})

const tooLarge = (base: string): Text => ({
  da: `${base} svarer med mere, end der tages imod. Vælg færre værdier.`,
  en: `${base} answers with more than is taken. Choose fewer values.`,
})

/** The address of a path below the base; `null`: it would lead out of it. */
function addressOf(base: string, path: string): string | null {
  const below = `${base.replace(/\/+$/, '')}/`
  const address = URL.canParse(path, below) ? new URL(path, below).href : ''
  return address.startsWith(new URL(below).href) ? address : null
}

/**
 * Asks below the base, by POST where there is a body; what passes by itself is tried again, with longer and longer pauses, or
 * after the one that is asked for. What is refused is told in the source's own words by `refusal`. Throws {@link SourceError}.
 */
export async function requestText(
  connection: SourceConnection,
  path: string,
  body: object | null,
  refusal: (status: number, told: string) => Text = (status, told) => said(connection.base, status, told),
): Promise<string> {
  const { base, wait } = connection
  const address = addressOf(base, path)
  if (address === null) {
    throw new SourceError({
      da: `${path} ligger ikke under ${base}, og kun dér må der hentes.`,
      en: `${path} does not lie below ${base}, and nothing else may be reached.`,
    })
  }
  let why = ''
  for (const pause of [...retryDelays, null]) {
    const answer = await attempt(connection, address, body)
    if (typeof answer === 'string') {
      why = answer
      if (pause !== null) await wait(pause)
      continue
    }
    const { status, text, retryAfter } = answer
    if (status >= 200 && status < 300) return text
    if (status >= 300 && status < 400) throw new SourceError(redirected(base))
    if (!retryableStatuses.has(status))
      throw new SourceError(refusal(status, text.replace(/\s+/g, ' ').slice(0, longestRefusalText)))
    why = String(status)
    if (pause !== null) await wait(retryAfterOf(retryAfter) ?? pause)
  }
  throw unreachable(base, why)
}

interface Answer {
  readonly status: number
  readonly text: string
  readonly retryAfter: string | null
}

/** What an answer says; `null`: it is larger than that, which one that comes in pieces or compressed does not say beforehand. */
async function textOf({ body }: Response, largest: number): Promise<string | null> {
  const decoder = new TextDecoder()
  let read = 0
  let text = ''
  for await (const piece of body ?? []) {
    read += piece.byteLength
    if (read > largest) return null
    text += decoder.decode(piece, { stream: true })
  }
  return text + decoder.decode()
}

/** One attempt; a text says why there was no answer. */
async function attempt(
  { base, fetch, timeout, largest }: SourceConnection,
  address: string,
  body: object | null,
): Promise<Answer | string> {
  try {
    const response = await fetch(address, {
      ...(body === null
        ? { headers: { accept: '*/*' } }
        : {
            method: 'POST',
            headers: { 'content-type': 'application/json', accept: '*/*' },
            body: JSON.stringify(body),
          }),
      // Only this address was allowed; where it sends us on, we do not go.
      redirect: 'manual',
      signal: AbortSignal.timeout(timeout),
    })
    const length = Number(response.headers.get('content-length') ?? 0)
    if (length > largest) throw new SourceError(tooLarge(base))
    // An answer may also end in the middle.
    const text = await textOf(response, largest)
    if (text === null) throw new SourceError(tooLarge(base))
    return { status: response.status, text, retryAfter: response.headers.get('retry-after') }
  } catch (error) {
    if (error instanceof SourceError || !(error instanceof Error)) throw error
    if (error.name === 'TimeoutError') return 'timeout'
    if (isDeadEnd(error)) throw noInternet(base)
    return error.cause instanceof Error ? error.cause.message : error.message
  }
}
