/*
 * Sends one figure to Pejling: first what it would change for readers, then the figure itself, as a draft.
 *
 *   PEJLING_TOKEN=… node figure.ts http://localhost:4200 hoeringssvar 217 2026 15.2
 *
 * The token needs the scope figures:write. Node 24 runs this file as it is; no package is used.
 */

const [site, indicator, area, period, value] = process.argv.slice(2)
const address = `${site}/api/v1/workspace/observations/${indicator}`
const body = JSON.stringify({ observations: [{ area, period, value: Number(value) }] })

/** What is read of an answer. */
interface Answer {
  readonly detail?: string
  readonly errors?: readonly { readonly detail: string }[]
  readonly answer?: { readonly findings?: readonly unknown[] }
  readonly preview?: unknown
}

/** The answer and its ETag. Ends the program with the words of the problem where there is one. */
async function send(method: string, url: string, tag: string | null = null): Promise<[Answer, string | null]> {
  const headers = new Headers({ Authorization: `Bearer ${process.env['PEJLING_TOKEN']}`, 'Accept-Language': 'en' })
  if (tag !== null) {
    headers.set('Content-Type', 'application/json')
    headers.set('If-Match', tag)
  }
  const response = await fetch(url, { method, headers, body: tag === null ? null : body })
  const answer: Answer = await response.json()
  if (!response.ok) {
    const reasons = (answer.errors ?? []).map((one) => one.detail)
    process.stderr.write(`${[answer.detail, ...reasons].join('\n')}\n`)
    process.exit(1)
  }
  return [answer, response.headers.get('etag')]
}

const [, tag] = await send('GET', address)
const [trial] = await send('PATCH', `${address}?dryRun=true`, tag)
for (const finding of trial.answer?.findings ?? []) process.stdout.write(`Please check: ${JSON.stringify(finding)}\n`)
process.stdout.write(`Readers would see: ${JSON.stringify(trial.preview)}\n`)
await send('PATCH', address, tag)
process.stdout.write(`Sent: ${indicator} ${period} ${value}. It is a draft until it is published.\n`)
