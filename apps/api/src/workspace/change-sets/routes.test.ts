import { expect, it } from 'vitest'
import { verify } from '../../db/verify.ts'
import { appOver } from '../../testing/app.fixture.ts'
import { smallInstallation } from '../../testing/installation.fixture.ts'
import { signedInAs } from '../../testing/signed-in.fixture.ts'

const url = '/api/v1/workspace'

it('what was changed is listed, read, tried to undo and undone; why it cannot be is said', async () => {
  const db = smallInstallation()
  const app = await appOver(db)
  const headers = { ...signedInAs(db, 'editor'), 'accept-language': 'da' }
  const write = (value: number) =>
    app.inject({
      method: 'PATCH',
      url: `${url}/observations/taler`,
      headers: { ...headers, 'if-match': '*', 'content-type': 'application/json' },
      payload: JSON.stringify({ observations: [{ area: '217', period: '2024', value }] }),
    })
  const post = (path: string, payload: object | null = null) =>
    app.inject({ method: 'POST', url: url + path, headers, ...(payload && { payload }) })
  const number: number = (await write(13)).json().changeSet
  const listed = (await app.inject({ url: `${url}/change-sets?indicator=taler&limit=1`, headers })).json()
  expect(listed.items[0].sentence.da).toBe('En editor rettede 1 tal i Navn på taler: 2024 12,5 → 13.')
  const one = (await app.inject({ url: `${url}/change-sets/${number}`, headers })).json()
  expect(one).toMatchObject({ changes: 1, undo: { possible: true, why: null } })
  expect(one.details[0].fields).toEqual([
    {
      field: 'value',
      name: { da: 'tal', en: 'value' },
      before: { da: '12,5', en: '12.5' },
      after: { da: '13', en: '13' },
    },
  ])

  const trial = (await post(`/change-sets/${number}/undo?dryRun=true`)).json()
  expect(trial.preview.changes.indicators[0].observations).toMatchObject([
    { period: '2024', before: { value: 13 }, after: { value: 12.5 } },
  ])
  const later: number = (await write(14)).json().changeSet
  const refused = await post(`/change-sets/${number}/undo`)
  expect([refused.statusCode, refused.json().detail]).toEqual([
    409,
    `Nr. ${number} kan ikke fortrydes: taler, 217, 2024 er rettet igen siden. Fortryd også det.`,
  ])
  expect((await post('/change-sets/undo', { changeSets: [number, later] })).json()).toEqual({ changeSet: later + 1 })
  expect((await post('/change-sets/4711/undo')).statusCode).toBe(404)
  expect(verify(db)).toEqual([])
})
