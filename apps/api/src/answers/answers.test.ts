import type { FastifyInstance } from 'fastify'
import { beforeEach, describe, expect, it } from 'vitest'
import { answerPath } from '@pejling/addresses/answer'
import { addUser, disableUser } from '../accounts/users.ts'
import { system } from '../db/actor.ts'
import { write } from '../db/change-set.ts'
import type { Database } from '../db/database.ts'
import { answerLinks, changeSets, users } from '../db/schema.ts'
import { addAnswerLink } from '../extras/mail/answer-links.ts'
import { publish } from '../releases/publish.ts'
import { appOver } from '../testing/app.fixture.ts'
import { smallInstallation, text } from '../testing/installation.fixture.ts'
import { verify } from '../verification/verify.ts'
import { attachments, putAttached } from '../workspace/definitions.ts'
import { findObservation } from '../workspace/observation-store.ts'

let now: string
let db: Database
let app: FastifyInstance
let key: string

beforeEach(async () => {
  now = '2026-12-01T09:00:00.000Z'
  db = { ...smallInstallation(), clock: () => now }
  addUser(db, system, { email: 'ida@example.dk', name: 'Ida', role: 'contributor' })
  write(db, system, { action: 'test' }, (changeSet) =>
    putAttached(changeSet, attachments.keepers, 'taler', { keeper: 'ida@example.dk', deputy: null }),
  )
  const account =
    db.sql
      .select()
      .from(users)
      .all()
      .find(({ name }) => name === 'Ida')?.id ?? ''
  key = addAnswerLink(db, { account, indicator: 'taler', period: '2025' })
  app = await appOver(db)
})

const look = (secret = key) => app.inject(answerPath('da', secret))
const send = (fields: Record<string, string>) =>
  app.inject({
    method: 'POST',
    url: answerPath('da', key),
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams(fields).toString(),
  })
const figure = () => findObservation(db, 'taler', '217', '2025')?.value ?? null

describe('a figure that is sent by a link', () => {
  it('is a draft in the name of whom the link was sent to, with a receipt, and can be corrected', async () => {
    const page = await look()
    expect(page.statusCode).toBe(200)
    expect(page.body).toContain('Navn på taler')
    expect(page.headers['cache-control']).toBe('no-store')
    expect(page.headers['referrer-policy']).toBe('no-referrer')
    const sent = await send({ value: '17,5', remark: 'Talt op i juni', before: '' })
    expect([sent.statusCode, sent.headers.location]).toEqual([303, answerPath('da', key)])
    expect(figure()).toBe(17.5)
    expect((await look()).body).toContain('Tak. Tallet er sendt')
    expect(db.sql.select().from(changeSets).all().at(-1)).toMatchObject({ actor: 'Ida', reason: 'Talt op i juni' })
    expect((await send({ value: '18', remark: '', before: '' })).body).toContain('rettet af en anden imens')
    expect((await send({ value: '18', remark: '', before: '17.5' })).statusCode).toBe(303)
    expect(figure()).toBe(18)
    expect(verify(db)).toEqual([])
  })

  it('has to be a number the indicator can have', async () => {
    const wrong = await send({ value: 'mange', remark: 'Se her', before: '' })
    expect(wrong.statusCode).toBe(422)
    expect(wrong.body).toContain('Skriv et tal')
    expect(wrong.body).toContain('Se her')
    expect(figure()).toBeNull()
  })

  it('is taken by no link that has ended, was guessed, or is of a person who no longer sends the figure', async () => {
    expect((await look('x'.repeat(32))).statusCode).toBe(404)
    expect(db.sql.select().from(answerLinks).all()[0]?.hash).not.toContain(key)
    write(db, system, { action: 'test' }, (changeSet) => putAttached(changeSet, attachments.keepers, 'taler', null))
    expect((await look()).body).toContain('Linket virker ikke længere')
    write(db, system, { action: 'test' }, (changeSet) =>
      putAttached(changeSet, attachments.keepers, 'taler', { keeper: 'ida@example.dk', deputy: null }),
    )
    expect((await look()).statusCode).toBe(200)
    now = '2027-01-01T09:00:00.000Z'
    expect((await look()).statusCode).toBe(404)
    now = '2026-12-01T09:00:00.000Z'
    disableUser(db, system, { email: 'ida@example.dk' })
    expect((await send({ value: '3', remark: '', before: '' })).statusCode).toBe(404)
    expect(figure()).toBeNull()
  })

  it('is not corrected by the link once it has been published', async () => {
    await send({ value: '17', remark: '', before: '' })
    publish(db, system, { title: text('Nye tal'), note: null, indicators: ['taler'] })
    const page = await look()
    expect(page.body).toContain('Tallet er udgivet')
    expect(page.body).not.toContain('<form')
    expect((await send({ value: '1', remark: '', before: '17' })).statusCode).toBe(409)
    expect(figure()).toBe(17)
  })

  it('makes whoever tries many links wait', async () => {
    const answers: number[] = []
    for (let tries = 0; tries < 8; tries += 1) answers.push((await look(`gaet${tries}`)).statusCode)
    expect(answers).toContain(429)
    expect((await look()).statusCode).toBe(200)
  })
})
