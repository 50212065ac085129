import * as fc from 'fast-check'
import type { FastifyInstance } from 'fastify'
import { beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { addToken } from '../../accounts/tokens.ts'
import { system } from '../../db/actor.ts'
import type { Database } from '../../db/database.ts'
import { verify } from '../../verification/verify.ts'
import { openReleaseStore } from '../../releases/release-store.ts'
import { appOver, plainPages } from '../../testing/app.fixture.ts'
import { smallInstallation } from '../../testing/installation.fixture.ts'
import { signedInAs, tokenOf } from '../../testing/signed-in.fixture.ts'
import { workspaceCaller, type CallWorkspace } from '../../testing/workspace-api.fixture.ts'

const slug = 'kulturudvalget-2026-12-03'
const at = `/meetings/${slug}`
const Shared = z.object({ address: z.string() })
const Listed = z.object({ items: z.array(z.looseObject({ number: z.number() })) })
const secretWords = 'Personsag om en navngiven borger'

let db: Database
let app: FastifyInstance
let editor: CallWorkspace
let publisher: CallWorkspace

beforeEach(async () => {
  db = smallInstallation()
  app = await appOver(db, plainPages, (html) => Promise.resolve(Buffer.from(`%PDF-1.7 ${html}`)))
  editor = await workspaceCaller(app, db, 'editor')
  publisher = await workspaceCaller(app, db, 'publisher')
  await editor('POST', '/meetings', { body: { committee: 'Kulturudvalget', date: '2026-12-03' } })
})

const addItem = (body: object) => editor('POST', `${at}/items`, { body })
const goal = { about: { kind: 'goal', goal: '1.1' } }
const closedItem = { about: { kind: 'text' }, title: secretWords, decision: secretWords, closed: true }

describe('a meeting', () => {
  it('is prepared, changed and listed, and shows the newest release where nobody says which', async () => {
    expect((await editor('GET', at)).body).toEqual({
      slug,
      committee: 'Kulturudvalget',
      date: '2026-12-03',
      place: null,
      release: 1,
      sharing: 'draft',
      items: 0,
    })
    const changed = await editor('PATCH', at, { body: { place: 'Rådhuset' } })
    expect(changed.body).toMatchObject({ place: 'Rådhuset', committee: 'Kulturudvalget' })
    expect(changed.headers['etag']).toBe((await editor('GET', at)).headers['etag'])
    expect((await editor('PATCH', at, { body: { place: null } })).body).toMatchObject({ place: null })
    expect((await editor('GET', '/meetings?from=2027-01-01')).body).toMatchObject({ items: [], total: 0 })
    expect(verify(db)).toEqual([])
  })

  it.each([
    [{ date: 'i morgen' }, 400, '/date'],
    [{ release: 99 }, 422, '/release'],
    [{ secret: 'gæt-dette-kan-ingen-gætte' }, 400, '/secret'],
    [{ committee: null }, 400, '/committee'],
  ])('is not changed to %j', async (body, status, pointer) => {
    const answer = await editor('PATCH', at, { body })
    expect(answer.status).toBe(status)
    expect(answer.body).toMatchObject({ errors: [{ pointer }] })
  })

  it('can be deleted until it has been shared', async () => {
    await publisher('PUT', `${at}/sharing`, { body: { sharing: 'link' } })
    expect((await editor('DELETE', at)).status).toBe(409)
    await editor('POST', '/meetings', { body: { committee: 'Kulturudvalget', date: '2027-01-07' } })
    expect((await editor('DELETE', '/meetings/kulturudvalget-2027-01-07')).status).toBe(204)
    expect((await editor('GET', '/meetings/kulturudvalget-2027-01-07')).status).toBe(404)
  })
})

describe('an agenda', () => {
  it('is written, put in order and changed item by item', async () => {
    for (const about of [
      goal,
      { about: { kind: 'indicator', indicator: 'taler' } },
      { about: { kind: 'text' }, title: 'Eventuelt' },
    ]) {
      expect((await addItem(about)).status).toBe(201)
    }
    const order = ['eventuelt', 'punkt-1-1', 'punkt-taler']
    const ordered = await editor('PUT', `${at}/order`, { body: { order } })
    expect(ordered.body).toMatchObject({ items: order.map((name, index) => ({ slug: name, position: index + 1 })) })
    expect((await editor('PUT', `${at}/order`, { body: { order: ['eventuelt'] } })).status).toBe(422)
    const decided = await editor('PATCH', `${at}/items/punkt-1-1`, { body: { decision: 'Godkendt' } })
    expect(decided.body).toMatchObject({ decision: 'Godkendt', about: goal.about })
    expect((await editor('DELETE', `${at}/items/eventuelt`)).status).toBe(204)
    expect((await editor('GET', `${at}/items`)).body).toMatchObject({ total: 2 })
  })

  it.each([
    [{ about: { kind: 'text' } }, 422, '/title'],
    [{ about: { kind: 'goal', goal: '9.9' } }, 422, '/about/goal'],
    [{ about: { kind: 'indicator', indicator: 'ukendt' } }, 422, '/about/indicator'],
    [{ about: { kind: 'action-plan', year: 2031 } }, 422, '/about/year'],
    [{ ...goal, point: 'x'.repeat(4001) }, 400, '/point'],
  ])('takes no item %j', async (body, status, pointer) => {
    const answer = await addItem(body)
    expect(answer.status).toBe(status)
    expect(answer.body).toMatchObject({ errors: [{ pointer }] })
  })

  it('is changed by whoever has seen it as it stands', async () => {
    await addItem(goal)
    const stale = await editor('PATCH', `${at}/items/punkt-1-1`, { body: { point: 'a' }, match: '"en anden"' })
    expect(stale.status).toBe(412)
    expect(stale.body).toMatchObject({ current: { slug: 'punkt-1-1' } })
    expect((await editor('PATCH', `${at}/items/punkt-1-1`, { body: { point: 'a' }, match: null })).status).toBe(428)
  })
})

/** Every public address that tells of meetings, or of what was decided. */
const publicDoors = [
  `/moede/${slug}`,
  `/moede/${slug}/praesentation`,
  `/moede/${slug}/bilag`,
  `/moede/${slug}/praesentation.pptx`,
  `/moede/${slug}/tal.xlsx`,
  `/moede/${slug}/sagsfremstilling.txt`,
  `/en/meeting/${slug}`,
  `/api/v1/meetings`,
  `/api/v1/meetings/${slug}`,
  '/api/v1/goals/1.1',
  '/api/v1/feed.atom',
]

/** What the history says of meetings: every sentence and every field. */
async function historyOf(call: CallWorkspace): Promise<string> {
  const { items } = Listed.parse((await call('GET', '/change-sets?kind=meeting')).body)
  const each = items.map(async ({ number }) => (await call('GET', `/change-sets/${number}`)).bytes.toString())
  return [JSON.stringify(items), ...(await Promise.all(each))].join('\n')
}

describe('what is dealt with behind closed doors', () => {
  it('never leaves by a public door, however items are opened and closed and the meeting is shared', async () => {
    await addItem(goal)
    await addItem({ ...closedItem, about: goal.about })
    const steps = fc.array(fc.constantFrom('open', 'close', 'link', 'public', 'end'), { minLength: 1, maxLength: 5 })
    const opened = { closed: false, title: 'Åbent punkt', decision: 'Åben beslutning' }
    const words = { closed: true, title: secretWords, decision: secretWords }
    const item = `${at}/items/personsag-om-en-navngiven-borger`
    await fc.assert(
      fc.asyncProperty(steps, async (taken) => {
        for (const step of taken) {
          if (step === 'open') await editor('PATCH', item, { body: opened })
          else if (step === 'close') await editor('PATCH', item, { body: words })
          else if (step === 'end') await publisher('DELETE', `${at}/sharing`)
          else await publisher('PUT', `${at}/sharing`, { body: { sharing: step } })
        }
        const { secret, document } = openReleaseStore(db).meeting(slug) ?? { secret: null, document: null }
        expect(JSON.stringify(document)).not.toContain(secretWords)
        for (const door of publicDoors) {
          const answer = await app.inject(secret === null ? door : `${door}?noegle=${secret}`)
          expect(answer.rawPayload.includes(secretWords)).toBe(false)
        }
      }),
      { numRuns: 12 },
    )
    expect(verify(db)).toEqual([])
  })

  it('is read in the workspace by those who write agendas, and by no others', async () => {
    await addItem(closedItem)
    const reader = await workspaceCaller(app, db, 'reader')
    const token = addToken(db, system, { ...tokenOf('editor@example.dk'), scopes: ['meetings:read'] }).secret
    const program = await workspaceCaller(app, db, { token })
    const item = `${at}/items/personsag-om-en-navngiven-borger`
    expect((await editor('GET', item)).body).toMatchObject({ closed: true })
    expect((await editor('GET', '/decisions')).body).toMatchObject({ total: 1 })
    for (const other of [reader, program]) {
      expect((await other('GET', item)).status).toBe(404)
      expect((await other('GET', at)).body).toMatchObject({ items: 0 })
      for (const path of [`${at}/items`, '/decisions'])
        expect((await other('GET', path)).body).toMatchObject({ total: 0 })
      expect((await other('GET', `${at}/papers.txt?closed=true`)).status).toBe(403)
    }
  })

  it.each([
    ['closed all along', [closedItem, { decision: `${secretWords}: bevilget` }]],
    ['closed when it had been open', [{ ...closedItem, closed: false }, { closed: true }]],
    ['opened again with other words', [closedItem, { closed: false, title: 'Åbent', decision: null }]],
  ])('is told in the history to those who write agendas, and to no others: %s', async (_when, [first, then]) => {
    await addItem({ ...first, slug: 'sagen' })
    await editor('PATCH', `${at}/items/sagen`, { body: then })
    await editor('POST', `${at}/items`, { body: { about: { kind: 'text' }, title: 'Eventuelt' } })
    await editor('DELETE', `${at}/items/sagen`)
    const token = addToken(db, system, { ...tokenOf('editor@example.dk'), scopes: ['history:read'] }).secret
    expect(await historyOf(editor)).toContain(secretWords)
    for (const other of [await workspaceCaller(app, db, 'reader'), await workspaceCaller(app, db, { token })]) {
      const told = await historyOf(other)
      expect(told).not.toContain(secretWords)
      expect(told).not.toContain('sagen')
      expect(told).toContain('Eventuelt')
      expect(told).toContain('Lukket punkt')
    }
    const page = async (role: 'reader' | 'editor') =>
      (await app.inject({ url: '/admin/historik', headers: signedInAs(db, role) })).body
    expect(await page('editor')).toContain(secretWords)
    expect(await page('reader')).not.toContain(secretWords)
  })
})

describe('sharing', () => {
  it('tells the key to those who may share alone, and ends for good', async () => {
    await addItem(goal)
    const shared = await publisher('PUT', `${at}/sharing`, { body: { sharing: 'link' } })
    expect(shared.body).toMatchObject({ sharing: 'link', version: 1, isCurrent: true })
    const { address } = Shared.parse(shared.body)
    expect((await app.inject(address)).statusCode).toBe(200)
    expect((await editor('GET', `${at}/sharing`)).body).toMatchObject({ sharing: 'link', address: null })
    expect((await editor('PUT', `${at}/sharing`, { body: { sharing: 'public' } })).status).toBe(403)
    await editor('PATCH', `${at}/items/punkt-1-1`, { body: { point: 'Nyt' } })
    expect((await publisher('GET', `${at}/sharing`)).body).toMatchObject({ isCurrent: false })
    expect((await publisher('DELETE', `${at}/sharing`)).body).toMatchObject({ sharing: 'draft', address: null })
    expect((await app.inject(address)).statusCode).toBe(404)
    const again = await publisher('PUT', `${at}/sharing`, { body: { sharing: 'link' } })
    expect(Shared.parse(again.body).address).not.toBe(address)
  })

  it('can be tried out: the answer says how it would be shared, and nobody sees it', async () => {
    const tried = await publisher('PUT', `${at}/sharing?dryRun=true`, {
      body: { sharing: 'public' },
      matchOf: `${at}/sharing`,
    })
    expect(tried.body).toMatchObject({ dryRun: true, answer: { sharing: 'public', version: 1 } })
    expect((await app.inject(`/moede/${slug}`)).statusCode).toBe(404)
  })
})

describe('papers', () => {
  it.each(['pdf', 'pptx', 'xlsx', 'txt'])(
    'are made as %s of a meeting nobody else sees, without its closed items',
    async (format) => {
      await addItem({ ...goal, recommendation: 'at målet drøftes' })
      await addItem({ ...closedItem, slug: 'lukket' })
      const papers = await editor('GET', `${at}/papers.${format}`)
      expect(papers.status).toBe(200)
      expect(papers.bytes.length).toBeGreaterThan(50)
      expect(papers.bytes.includes(secretWords)).toBe(false)
      expect((await editor('GET', `${at}/items/lukket/paper.${format}`)).status).toBe(404)
    },
  )

  it('come one for each item, with what is recommended and decided, and with closed items where that is asked for', async () => {
    await addItem({ ...goal, point: 'Sagen kort', recommendation: 'at målet drøftes', decision: 'Drøftet' })
    await addItem({ ...closedItem, slug: 'lukket' })
    const text = (await editor('GET', `${at}/items/punkt-1-1/paper.txt`)).bytes.toString()
    expect(text).toContain('1.1')
    for (const part of ['Sagen kort', 'Indstilling\nat målet drøftes', 'Beslutning\nDrøftet', 'udgivelse 1']) {
      expect(text).toContain(part)
    }
    expect((await editor('GET', `${at}/items/lukket/paper.txt?closed=true`)).bytes.toString()).toContain(secretWords)
    await publisher('PUT', `${at}/sharing`, { body: { sharing: 'link' } })
    const { secret } = openReleaseStore(db).meeting(slug) ?? { secret: null }
    const all = (await publisher('GET', `${at}/papers.txt`)).bytes.toString()
    expect(all).toContain('/udgivelser/1')
    expect(all).not.toContain(secret)
  })

  it('are not made as PDF where no browser can, and say what to do', async () => {
    const without = await workspaceCaller(await appOver(db), db, 'editor')
    const answer = await without('GET', `${at}/papers.pdf`)
    expect(answer.status).toBe(501)
    expect(JSON.stringify(answer.body)).toContain('PEJLING_CHROMIUM')
  })
})

describe('decisions', () => {
  it('of all meetings are listed and followed up, and what is to come of them is never published', async () => {
    await addItem({ ...goal, decision: 'Vender tilbage om et år' })
    const id = `${slug}.punkt-1-1`
    const followUp = { responsible: 'Sagsbehandler Hansen', due: '2027-12-01', done: false, note: null }
    expect((await editor('PATCH', `/decisions/${id}`, { body: { followUp } })).body).toMatchObject({ followUp })
    expect((await editor('GET', '/decisions?open=true&q=tilbage')).body).toMatchObject({ total: 1, items: [{ id }] })
    await editor('PATCH', `/decisions/${id}`, { body: { followUp: { ...followUp, done: true } } })
    expect((await editor('GET', '/decisions?open=true')).body).toMatchObject({ total: 0 })
    await publisher('PUT', `${at}/sharing`, { body: { sharing: 'public' } })
    for (const door of publicDoors) expect((await app.inject(door)).body).not.toContain('Hansen')
    expect((await editor('PATCH', '/decisions/findes.ikke', { body: { followUp: null }, match: '*' })).status).toBe(404)
  })
})
