import { readFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDatabase, systemClock } from '../../apps/api/src/db/database.ts'
import { type Running, start } from './command-line.ts'

/*
 * The serving process answers readers whatever else goes on: another person writes, a process beside it dies, bodies arrive that
 * no one may send.
 */

const folder = mkdtempSync(join(tmpdir(), 'pejling-serving-'))
let server: Running
let origin = ''
let oneTime = ''

beforeAll(async () => {
  server = start(['serve', '--demo'], folder, { PORT: '0' })
  origin = /Pejling: (\S+)/.exec(await server.said(/Pejling: \S+/))?.[1] ?? ''
  oneTime = /shown only now: (\S+)/.exec(await server.said(/shown only now: \S+/))?.[1] ?? ''
  // What is made once is made before anything is counted on.
  await fetch(`${origin}/indikator/valgdeltagelse-kv`)
})
afterAll(async () => {
  server.process.kill('SIGTERM')
  await server.ended
  rmSync(folder, { recursive: true })
})

const ownForm = (): Record<string, string> => ({ origin, 'sec-fetch-site': 'same-origin' })

const signIn = (password: string): Promise<Response> =>
  fetch(`${origin}/admin/log-ind`, {
    method: 'POST',
    body: new URLSearchParams({ email: 'administrator@pejling.local', password }),
    headers: ownForm(),
    redirect: 'manual',
  })

const cookieOf = (answer: Response): string => answer.headers.get('set-cookie')?.split(';')[0] ?? ''

/** The processes beside the server. */
function children(): number[] {
  const { pid } = server.process
  return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean).map(Number)
}

describe('while another process is writing', () => {
  it('readers are answered at once, and signing in waits until the other is done', async () => {
    const { connection: theirs } = openDatabase(join(folder, 'demonstration.sqlite'), systemClock)
    theirs.exec('BEGIN IMMEDIATE')
    let isIn = false
    const signingIn = signIn(oneTime).then((answer) => {
      isIn = true
      return answer
    })
    for (let round = 0; round < 20; round += 1) {
      const answer = await fetch(`${origin}/indikator/valgdeltagelse-kv`)
      expect([answer.status, (await answer.text()).length > 1000]).toEqual([200, true])
    }
    expect(isIn, 'a session cannot have been written').toBe(false)
    theirs.exec('COMMIT')
    theirs.close()
    const answer = await signingIn
    expect([answer.status, cookieOf(answer)]).toEqual([303, expect.stringContaining('pejling=')])
  })
})

describe('a process beside the server', () => {
  it('that is killed takes nothing with it, and the next request starts another', async () => {
    const session = cookieOf(await signIn(oneTime))
    const before = children()
    expect(before.length).toBeGreaterThan(0)
    for (const pid of before) process.kill(pid, 'SIGKILL')
    expect((await fetch(`${origin}/maal/2.1`)).status).toBe(200)
    const page = await fetch(`${origin}/admin/adgangskode`, { headers: { cookie: session } })
    expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('Adgangskode')])
    const picture = await fetch(`${origin}/api/v1/indicators/valgdeltagelse-kv/chart.png`)
    expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/png'])
  })

  it('makes what takes long, and the answer is kept with all its headers', async () => {
    const address = `${origin}/api/v1/indicators/valgdeltagelse-kv/observations.xlsx`
    const [first, second] = [await fetch(address), await fetch(address)]
    expect(first.headers.get('content-disposition')).toBe('attachment; filename="valgdeltagelse-kv.xlsx"')
    expect(Buffer.from(await first.arrayBuffer())).toEqual(Buffer.from(await second.arrayBuffer()))
    const etag = first.headers.get('etag') ?? ''
    const known = await fetch(address, { headers: { 'if-none-match': etag } })
    expect([known.status, known.headers.get('etag')]).toEqual([304, etag])
  })

  it('says what is wrong in the same words as the server itself', async () => {
    const missing = await fetch(`${origin}/api/v1/indicators/findes-ikke/chart.png`)
    expect([missing.status, await missing.json()]).toEqual([404, expect.objectContaining({ type: '/api#not-found' })])
  })

  it('takes an address on the proxy’s word from the server alone', async () => {
    const statuses: number[] = []
    for (let guess = 0; guess < 6; guess += 1) {
      const { status } = await fetch(`${origin}/admin/log-ind`, {
        method: 'POST',
        body: new URLSearchParams({ email: 'guessed@example.dk', password: 'wrong' }),
        headers: { ...ownForm(), 'x-forwarded-for': `192.0.2.${guess}` },
      })
      statuses.push(status)
    }
    // Had the header been believed, each guess would have come from another place.
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429])
  })
})

it('a stop leaves no process behind', async () => {
  const beside = children()
  server.process.kill('SIGTERM')
  expect((await server.ended).code).toBe(0)
  const alive = new Set(readdirSync('/proc').map(Number))
  expect(beside.filter((pid) => alive.has(pid))).toEqual([])
})
