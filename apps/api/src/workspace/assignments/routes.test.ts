import { Assignments } from '@pejling/domain/workspace/assignments'
import { beforeEach, describe, expect, it } from 'vitest'
import { addUser } from '../../accounts/users.ts'
import { system } from '../../db/actor.ts'
import { write } from '../../db/change-set.ts'
import type { Database } from '../../db/database.ts'
import { appOver } from '../../testing/app.fixture.ts'
import { smallInstallation } from '../../testing/installation.fixture.ts'
import { workspaceCaller, type CallWorkspace } from '../../testing/workspace-api.fixture.ts'
import { verify } from '../../verification/verify.ts'
import { attachments, getAttached, putAttached } from '../definitions.ts'

let db: Database
let editor: CallWorkspace
let contributor: CallWorkspace
const office = { da: 'Center for Kultur', en: 'Centre for Culture' }

beforeEach(async () => {
  db = smallInstallation()
  for (const name of ['Ida', 'Bo', 'Chefen']) {
    addUser(db, system, { email: `${name.toLowerCase()}@example.dk`, name, role: 'contributor' })
  }
  const app = await appOver(db)
  editor = await workspaceCaller(app, db, 'editor')
  contributor = await workspaceCaller(app, db, 'contributor')
})

const change = (...changes: readonly object[]) => editor('POST', '/assignments', { body: { changes } })

const read = async () => Assignments.parse((await editor('GET', '/assignments')).body)

describe('assignments', () => {
  it('are changed for all indicators by one request, which is one change set and is undone as one', async () => {
    const before = await read()
    const answer = await change(
      ...before.indicators.map(({ indicator }) => ({
        indicator,
        office,
        keeper: 'ida@example.dk',
        deputy: 'bo@example.dk',
      })),
    )
    expect(answer.status).toBe(200)
    const after = await read()
    expect(after.indicators).toHaveLength(before.indicators.length)
    for (const one of after.indicators) {
      expect(one).toMatchObject({ office, keeper: 'ida@example.dk', deputy: 'bo@example.dk' })
    }
    expect(after.people.map(({ email }) => email)).toContain('chefen@example.dk')
    const number = Number(answer.headers['pejling-change-set'])
    expect((await editor('POST', `/change-sets/${number}/undo`)).status).toBeLessThan(300)
    expect(await read()).toEqual(before)
    expect(verify(db)).toEqual([])
  })

  it('keep what a change leaves out, also who answers for the figures', async () => {
    write(db, system, { action: 'test' }, (changeSet) =>
      putAttached(changeSet, attachments.keepers, 'taler', {
        keeper: 'ida@example.dk',
        deputy: null,
        owner: 'chefen@example.dk',
      }),
    )
    await change({ indicator: 'taler', deputy: 'bo@example.dk' })
    expect(getAttached(db, attachments.keepers, 'taler')).toEqual({
      keeper: 'ida@example.dk',
      deputy: 'bo@example.dk',
      owner: 'chefen@example.dk',
    })
    const body = { keeper: 'bo@example.dk', deputy: null }
    expect((await editor('PUT', '/indicators/taler/keepers', { body })).body).toEqual(body)
    expect(getAttached(db, attachments.keepers, 'taler')).toMatchObject({ owner: 'chefen@example.dk' })
    await change({ indicator: 'taler', keeper: null })
    expect((await read()).indicators.find(({ indicator }) => indicator === 'taler')).toMatchObject({
      keeper: null,
      deputy: null,
    })
  })

  it('say what is wrong and where, and change nothing then', async () => {
    const before = await read()
    const answer = await change(
      { indicator: 'taler', keeper: 'ida@example.dk' },
      { indicator: 'arbejde', deputy: 'bo@example.dk' },
      { indicator: 'arbejde', keeper: 'nobody@example.dk' },
      { indicator: 'findes-ikke', keeper: null },
    )
    expect(answer.status).toBe(400)
    expect(answer.body).toMatchObject({
      errors: [{ pointer: '/changes/1/deputy' }, { pointer: '/changes/2/keeper' }, { pointer: '/changes/3/indicator' }],
    })
    expect(await read()).toEqual(before)
    expect((await contributor('GET', '/assignments')).status).toBe(403)
  })
})
