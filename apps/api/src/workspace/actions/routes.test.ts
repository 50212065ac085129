import type { FastifyInstance } from 'fastify'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Database } from '../../db/database.ts'
import { verify } from '../../db/verify.ts'
import { appOver } from '../../testing/app.fixture.ts'
import { smallInstallation } from '../../testing/installation.fixture.ts'
import { workspaceCaller, type CallWorkspace } from '../../testing/workspace-api.fixture.ts'

let db: Database
let app: FastifyInstance
let editor: CallWorkspace

beforeEach(async () => {
  db = smallInstallation()
  app = await appOver(db)
  editor = await workspaceCaller(app, db, 'editor')
})

const both = (words: string) => ({ da: words, en: `${words} (en)` })
const small = {
  plan: '2026',
  title: both('Kor på havnen'),
  description: both('Alle synger'),
  responsible: both('Kultur'),
}
const csv = (rows: string): Buffer => Buffer.from(`Titel;Tema;Sted;Dato;Mål\n${rows}`)
const bus = '/actions/2026.stemmebus'

describe('action plans', () => {
  it('are made for a policy and a year, go on with what is not done, and are there once', async () => {
    const made = await editor('POST', '/action-plans', { body: { framework: 'politik' } })
    expect(made.status).toBe(201)
    expect(made.headers['location']).toBe('/api/v1/workspace/action-plans/2027')
    expect(made.body).toMatchObject({
      name: '2027',
      title: { da: 'Handleplan 2027', en: 'Action plan 2027' },
      actions: [{ slug: 'stemmebus', continues: { year: 2026, action: 'stemmebus' } }],
    })
    expect((await editor('POST', '/action-plans', { body: { framework: 'politik', year: 2027 } })).status).toBe(409)
    expect((await editor('POST', '/action-plans', { body: { framework: 'ukendt' } })).status).toBe(422)
    const renamed = await editor('PATCH', '/action-plans/2027', { body: { title: { da: 'Plan for 2027' } } })
    expect(renamed.body).toMatchObject({ title: { da: 'Plan for 2027', en: 'Action plan 2027' } })
    const names = (await editor('GET', '/action-plans')).body
    expect(names).toMatchObject({ items: [{ name: '2027' }, { name: '2026' }], total: 2, next: null })
    expect(verify(db)).toEqual([])
  })

  it('are not deleted while a later plan, an idea or a meeting refers to them, and the answer names which', async () => {
    await editor('POST', '/action-plans', { body: { framework: 'politik' } })
    const refused = await editor('DELETE', '/action-plans/2026')
    expect(refused.status).toBe(409)
    expect(refused.body).toMatchObject({ references: [{ resource: 'actions', id: '2027.stemmebus' }] })
    expect((await editor('DELETE', '/action-plans/2027')).status).toBe(204)
    const idea = { title: 'Bus', text: 'Kør', theme: 'Byen', voicedAt: 'Torvet', voicedOn: '2026-04-01' }
    await editor('POST', '/ideas', { body: { ...idea, takenUpBy: [{ year: 2026, mark: null, action: 'stemmebus' }] } })
    expect((await editor('DELETE', bus)).body).toMatchObject({ references: [{ resource: 'ideas', id: 'bus' }] })
    await editor('PATCH', '/ideas/bus', { body: { takenUpBy: [] } })
    expect((await editor('DELETE', bus)).status).toBe(204)
  })

  it('put their actions in an order', async () => {
    await editor('POST', '/actions', { body: small })
    const order = ['kor-paa-havnen', 'stemmebus']
    const call = { body: { order }, matchOf: '/action-plans/2026' }
    const ordered = await editor('PUT', '/action-plans/2026/order', call)
    expect(ordered.body).toMatchObject({ actions: order.map((slug) => ({ slug })) })
    const wrong = await editor('PUT', '/action-plans/2026/order', { ...call, body: { order: [...order, 'stemmebus'] } })
    expect(wrong.body).toMatchObject({ errors: [{ pointer: '/order' }] })
    expect((await editor('GET', '/actions')).body).toMatchObject({ items: order.map((slug) => ({ slug })) })
  })
})

describe('actions', () => {
  it('are made of the few things that must be said, and changed in part', async () => {
    const made = await editor('POST', '/actions', { body: small })
    expect(made.body).toMatchObject({ id: '2026.kor-paa-havnen', state: 'planned', goals: [], milestones: [] })
    const path = '/actions/2026.kor-paa-havnen'
    const changed = await editor('PATCH', path, {
      body: { partners: both('Korene'), title: { en: 'A choir' }, startsOn: '2026-02-01', goals: ['stemme'] },
      type: 'application/merge-patch+json',
    })
    expect(changed.body).toMatchObject({ partners: both('Korene'), title: { da: 'Kor på havnen', en: 'A choir' } })
    expect((await editor('PATCH', path, { body: { partners: null } })).body).toMatchObject({ partners: null })
    expect((await editor('GET', '/actions?goal=stemme&plan=2026')).body).toMatchObject({ total: 2 })
  })

  it.each([
    [{ state: 'stopped' }, '/stateReason'],
    [{ startsOn: '2026-05-01', endsOn: '2026-04-01' }, '/endsOn'],
    [{ goals: ['findes-ikke'] }, '/goals/0'],
    [{ indicators: ['deltagelse', 'findes-ikke'] }, '/indicators/1'],
    [{ continues: { year: 2020, action: 'ukendt' } }, '/continues'],
    [{ title: null }, '/title'],
    [{ slug: 'andet' }, '/slug'],
    [{ startsOn: '2026-02-30' }, '/startsOn'],
  ])('are not changed to %j, and the answer says where', async (body, pointer) => {
    const answer = await editor('PATCH', bus, { body })
    expect([400, 422]).toContain(answer.status)
    expect(answer.body).toMatchObject({ errors: expect.arrayContaining([expect.objectContaining({ pointer })]) })
    expect(verify(db)).toEqual([])
  })

  it('can be tried out: the answer says what readers would see, and nothing is written', async () => {
    const tried = await editor('PATCH', `${bus}?dryRun=true`, { body: { title: both('Ny titel') }, matchOf: bus })
    expect(tried.body).toMatchObject({ dryRun: true, answer: { title: both('Ny titel') } })
    expect(tried.body).toMatchObject({
      preview: { texts: [{ kind: 'action', change: 'changed', name: both('Ny titel') }] },
    })
    expect((await editor('GET', bus)).body).toMatchObject({ title: { da: 'Stemmebus' } })
  })

  it('are read by readers and written by editors', async () => {
    const reader = await workspaceCaller(app, db, 'reader')
    expect((await reader('GET', bus)).status).toBe(200)
    expect((await reader('PATCH', bus, { body: { goals: [] } })).status).toBe(403)
  })
})

describe('ideas', () => {
  const type = 'text/csv'

  it('come from a file once, and can be tried out first', async () => {
    const body = csv('Stemmebus til havnen;Demokrati;Torvet;14.3.2026;1.1\nBænke;Byen;Torvet;1.4.2026;\n')
    const outcome = { read: 2, added: 2, known: 0 }
    expect((await editor('POST', '/ideas/file?dryRun=true', { body, type })).body).toEqual(outcome)
    expect((await editor('GET', '/ideas')).body).toMatchObject({ total: 0 })
    expect((await editor('POST', '/ideas/file', { body, type })).body).toEqual(outcome)
    expect((await editor('POST', '/ideas/file', { body, type })).body).toEqual({ read: 2, added: 0, known: 2 })
    expect((await editor('GET', '/ideas?theme=Byen')).body).toMatchObject({
      items: [{ slug: 'baenke', state: 'open' }],
    })
    const declined = await editor('PATCH', '/ideas/baenke', { body: { whyNot: 'Der er bænke nok.' } })
    expect(declined.body).toMatchObject({ state: 'declined' })
    expect((await editor('DELETE', '/ideas/baenke')).status).toBe(204)
    expect(verify(db)).toEqual([])
  })

  it('of a file with faults are all refused, row by row', async () => {
    const answer = await editor('POST', '/ideas/file', { body: csv('A;B;C;i går;\nD;B;C;1.1.2026;7.7\n'), type })
    expect(answer.status).toBe(422)
    expect(answer.body).toMatchObject({
      errors: [{ detail: expect.stringContaining('Række 2') }, { detail: expect.stringContaining('Række 3') }],
    })
    expect((await editor('GET', '/ideas')).body).toMatchObject({ total: 0 })
    expect((await editor('POST', '/ideas/file', { body: '{}', type: 'application/json' })).status).toBe(415)
  })
})
