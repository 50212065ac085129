import { SourceError } from './outside-source.ts'

/** How another machine is asked. */
export interface Reach {
  /** The address everything is asked below; nothing else is reached. */
  readonly base: string
  readonly fetch: typeof globalThis.fetch
  /** Waits so many milliseconds. */
  readonly wait: (milliseconds: number) => Promise<void>
  /** An answer may take so long, in milliseconds. */
  readonly patience: number
}

/** Before each further attempt, in milliseconds. */
const pauses = [1000, 4000, 15_000]
/** What another attempt may mend. */
const passing = new Set([408, 425, 429, 500, 502, 503, 504])
/** So much of what a source says in refusal is shown. */
const toldAtMost = 300

const unreachable = (base: string, why: string): SourceError =>
  new SourceError({
    da: `${base} svarer ikke (${why}). Der er prøvet ${pauses.length + 1} gange; prøv igen senere, eller se efter, om serveren må nå dertil.`,
    en: `${base} does not answer (${why}). It was tried ${pauses.length + 1} times; try again later, or see whether the server may reach it.`,
  })

const secondsOf = (header: string | null): number | null =>
  header !== null && /^\d{1,4}$/.test(header) ? Number(header) * 1000 : null

/** Asks below the base by POST with JSON; what passes by itself is tried again, with longer and longer pauses. Throws {@link SourceError}. */
export async function ask(reach: Reach, path: string, body: object): Promise<string> {
  const { base, wait, patience } = reach
  let why = ''
  for (const pause of [...pauses, null]) {
    const asked = await attempt(reach, path, body, patience)
    if (typeof asked === 'string') {
      why = asked
      if (pause !== null) await wait(pause)
      continue
    }
    const text = await asked.text()
    if (asked.ok) return text
    if (!passing.has(asked.status)) {
      const told = text.replace(/\s+/g, ' ').slice(0, toldAtMost)
      throw new SourceError({
        da: `${base} siger nej (${asked.status}): ${told}`,
        en: `${base} says no (${asked.status}): ${told}`,
      })
    }
    why = String(asked.status)
    if (pause !== null) await wait(secondsOf(asked.headers.get('retry-after')) ?? pause)
  }
  throw unreachable(base, why)
}

async function attempt(
  { base, fetch }: Reach,
  path: string,
  body: object,
  patience: number,
): Promise<Response | string> {
  try {
    return await fetch(`${base}/${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: '*/*' },
      body: JSON.stringify(body),
      // Only this address was allowed; where it sends us on, we do not go.
      redirect: 'error',
      signal: AbortSignal.timeout(patience),
    })
  } catch (error) {
    if (error instanceof Error) return error.name === 'TimeoutError' ? 'timeout' : error.message
    throw error
  }
}
