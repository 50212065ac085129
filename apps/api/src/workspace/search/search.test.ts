import type { FastifyInstance } from 'fastify'
import { beforeEach, expect, it } from 'vitest'
import { SearchAnswer } from '@pejling/domain/workspace/search'
import type { Scope } from '@pejling/domain/scope'
import { addToken } from '../../accounts/tokens.ts'
import { system, type Role } from '../../db/actor.ts'
import type { Database } from '../../db/database.ts'
import { appOver } from '../../testing/app.fixture.ts'
import { smallInstallation, text } from '../../testing/installation.fixture.ts'
import { signedInAs, tokenOf } from '../../testing/signed-in.fixture.ts'
import { workspaceCaller, type CallWorkspace } from '../../testing/workspace-api.fixture.ts'

let db: Database
let app: FastifyInstance
let editor: CallWorkspace

beforeEach(async () => {
  db = smallInstallation()
  app = await appOver(db)
  editor = await workspaceCaller(app, db, 'editor')
  await editor('POST', '/sources', {
    body: {
      slug: 'cafeer',
      producer: text('Erhvervsstyrelsen'),
      title: { da: 'Caféer og øl på åen', en: 'Cafés' },
      table: null,
      url: null,
      licence: null,
    },
  })
  await editor('POST', '/meetings', { body: { committee: 'Kulturudvalget', date: '2026-12-03' } })
  const items = '/meetings/kulturudvalget-2026-12-03/items'
  for (const [title, closed] of [
    ['Åben sag om stadion', false],
    ['Lukket sag om stadion', true],
  ])
    await editor('POST', items, { body: { about: { kind: 'text' }, title, decision: 'Godkendt', closed } })
})

async function found(call: CallWorkspace, q: string): Promise<string[]> {
  const answer = await call('GET', `/search?q=${encodeURIComponent(q)}`)
  return SearchAnswer.parse(answer.body).items.map(({ kind, id }) => `${kind} ${id}`)
}

const as = (role: Role) => workspaceCaller(app, db, role)
async function withToken(...scopes: Scope[]): Promise<CallWorkspace> {
  const { secret } = addToken(db, system, { ...tokenOf('editor@example.dk'), name: scopes.join(' '), scopes })
  return workspaceCaller(app, db, { token: secret })
}

it.each([
  ['CAFEER', 'sources cafeer'],
  ['cafés', 'sources cafeer'],
  ['øl', 'sources cafeer'],
  ['oel paa aaen', 'sources cafeer'],
  ['1.2', 'goals tale'],
  ['arbejde-til-alle', 'goals arbejde-til-alle'],
  ['flere stem', 'goals stemme'],
  ['kulturudv 2026', 'meetings kulturudvalget-2026-12-03'],
  ['navn på deltagelse (en)', 'indicators deltagelse'],
])('finds by %s first: %s', async (q, first) => {
  expect((await found(editor, q))[0]).toBe(first)
})

it('puts whole names and slugs before beginnings, and finds nothing by what is in no name', async () => {
  const [first, ...others] = await found(editor, 'arbejde')
  expect([first, others.includes('goals arbejde-til-alle')]).toEqual(['indicators arbejde', true])
  expect(await found(editor, 'findes ikke')).toEqual([])
  expect(await found(editor, '–')).toEqual([])
  expect((await found(editor, 'e')).length).toBeLessThanOrEqual(20)
})

it('finds nothing for whoever may not read it', async () => {
  const closed = 'decisions kulturudvalget-2026-12-03.lukket-sag-om-stadion'
  expect(await found(editor, 'stadion')).toContain(closed)
  const reader = await as('reader')
  expect(await found(reader, 'stadion')).toEqual(['decisions kulturudvalget-2026-12-03.aaben-sag-om-stadion'])
  expect(await found(await withToken('definitions:read'), 'stadion')).toEqual([])
  expect(await found(await withToken('definitions:read', 'meetings:read'), 'stadion')).not.toContain(closed)
  expect(await found(reader, 'en editor')).toEqual([])
  expect((await found(await as('administrator'), 'en editor')).map((one) => one.split(' ')[0])).toContain('people')
  expect((await app.inject('/api/v1/workspace/search?q=stadion')).statusCode).toBe(401)
  expect((await app.inject({ url: '/api/v1/workspace/search', headers: signedInAs(db, 'reader') })).statusCode).toBe(
    400,
  )
})
