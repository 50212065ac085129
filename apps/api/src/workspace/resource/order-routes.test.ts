import { count } from 'drizzle-orm'
import { beforeEach, describe, expect, it } from 'vitest'
import { changeSets } from '../../db/schema.ts'
import type { Database } from '../../db/database.ts'
import { appOver } from '../../testing/app.fixture.ts'
import { smallInstallation, text } from '../../testing/installation.fixture.ts'
import { workspaceCaller, type CallWorkspace } from '../../testing/workspace-api.fixture.ts'
import { verify } from '../../verification/verify.ts'

let db: Database
let editor: CallWorkspace

beforeEach(async () => {
  db = smallInstallation()
  editor = await workspaceCaller(await appOver(db), db, 'editor')
  await editor('POST', '/focus-areas', {
    body: { slug: 'natur', framework: 'politik', position: 3, printedNumber: null, title: text('Natur') },
  })
})

const written = (): number => db.sql.select({ number: count() }).from(changeSets).get()?.number ?? 0

const url = '/frameworks/politik/order'
const before = ['demokrati', 'arbejde', 'natur']
const after = ['natur', 'demokrati', 'arbejde']

describe('the order of the focus areas of a policy', () => {
  it('is read, and changed as a whole in one change set', async () => {
    expect((await editor('GET', url)).body).toEqual({ order: before })
    const sets = written()
    const trial = await editor('PUT', `${url}?dryRun=true`, { body: { order: after } })
    expect(trial.body).toMatchObject({ dryRun: true, answer: { order: after } })
    const put = await editor('PUT', `${url}?reason=Efter%20budgettet`, { body: { order: after } })
    expect([put.status, put.body]).toEqual([200, { order: after }])
    expect(written()).toBe(sets + 1)
    const stands = await editor('GET', url)
    expect([stands.body, stands.headers['etag']]).toEqual([{ order: after }, put.headers['etag']])
    expect((await editor('GET', '/focus-areas')).body).toMatchObject({
      items: after.map((slug, index) => ({ slug, position: index + 1 })),
    })
    expect(verify(db)).toEqual([])
  })

  it.each([
    ['one is missing', before.slice(1)],
    ['one is named twice', [...before, ...before.slice(0, 1)]],
    ['there is no such one', [...before.slice(1), 'ukendt']],
  ])('is refused where %s', async (_why, order) => {
    const refused = await editor('PUT', url, { body: { order } })
    expect(refused.status).toBe(409)
    expect(JSON.stringify(refused.body)).toContain(before.join(', '))
    expect((await editor('GET', url)).body).toEqual({ order: before })
  })

  it('is changed by whoever has seen it as it stands', async () => {
    expect((await editor('PUT', url, { body: { order: after }, match: '"en anden"' })).status).toBe(412)
    expect((await editor('PUT', url, { body: { order: after }, match: null })).status).toBe(428)
  })
})
