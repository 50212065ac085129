import type { FastifyInstance } from 'fastify'
import { describe, expect, it } from 'vitest'
import { exampleObservation } from '@pejling/domain/observation/observation.fixture'
import { addToken, type NewToken } from '../../accounts/tokens.ts'
import { addUser } from '../../accounts/users.ts'
import { system, type Role } from '../../db/actor.ts'
import type { Database } from '../../db/database.ts'
import { verify } from '../../verification/verify.ts'
import { appOver } from '../../testing/app.fixture.ts'
import { smallInstallation } from '../../testing/installation.fixture.ts'
import { tokenOf } from '../../testing/signed-in.fixture.ts'

const url = '/api/v1/workspace/observations/arbejde'

interface Bearer {
  readonly db: Database
  readonly app: FastifyInstance
  readonly headers: { authorization: string }
}

async function bearer(role: Role, limits: Partial<NewToken> = {}): Promise<Bearer> {
  const db = smallInstallation()
  addUser(db, system, { email: 'program@example.dk', name: 'Et program', role })
  const { secret } = addToken(db, system, { ...tokenOf('program@example.dk'), ...limits })
  return { db, app: await appOver(db), headers: { authorization: `Bearer ${secret}` } }
}

const figure = (period: string, value: number) => ({
  area: '217',
  categories: {},
  ...exampleObservation(period, value),
})

const put = ({ app, headers }: Bearer, tag: string | null, observations: readonly unknown[], to = url) =>
  app.inject({
    method: 'PUT',
    url: to,
    headers: { ...headers, ...(tag === null ? {} : { 'if-match': tag }) },
    payload: { reason: 'Årets tal', observations },
  })

const tagOf = async ({ app, headers }: Bearer): Promise<string> =>
  String((await app.inject({ url, headers })).headers.etag)

describe('a block of figures', () => {
  it('is read, and written by whoever has seen what it replaces', async () => {
    const editor = await bearer('editor')
    const tag = await tagOf(editor)
    const answer = await put(editor, tag, [figure('2024', 70.25)])
    expect(answer.statusCode).toBe(200)
    expect(answer.json()).toMatchObject({
      observations: expect.arrayContaining([figure('2024', 70.25)]),
      added: 1,
      findings: [],
    })
    expect(answer.headers.etag).toBe(await tagOf(editor))
    // The second of two who began with the same figures is told, and nothing of it is written.
    const late = await put(editor, tag, [figure('2024', 71)])
    expect([late.statusCode, late.json().type]).toEqual([412, '/api#precondition-failed'])
    expect(await tagOf(editor)).toBe(answer.headers.etag)
    expect(verify(editor.db)).toEqual([])
  })

  it('says where it is wrong, and then nothing of it is written', async () => {
    const editor = await bearer('editor')
    const tag = await tagOf(editor)
    const wrong = [
      figure('2024', 70),
      figure('2024/25', 70),
      { ...figure('2023', 1), categories: { alder: '90-plus' } },
      { ...figure('2022', 1), value: null },
      { ...figure('2021', 1), provenance: 'ukendt' },
    ]
    const answer = await put(editor, tag, wrong)
    expect(answer.statusCode).toBe(400)
    expect(answer.json().errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
      '/observations/1/period',
      '/observations/2/categories/alder',
      '/observations/3/status',
      '/observations/4/provenance',
    ])
    expect((await put(editor, tag, [{ value: 1 }])).json().errors[0].pointer).toBe('/observations/0/area')
    expect(await tagOf(editor)).toBe(tag)
  })

  it('needs a token that reaches it, and to say which figures it was made for', async () => {
    const editor = await bearer('editor')
    expect((await put(editor, null, [])).statusCode).toBe(428)
    expect((await put(editor, '"x"', [], '/api/v1/workspace/observations/ukendt')).statusCode).toBe(404)
    expect((await editor.app.inject({ url })).statusCode).toBe(401)
    const contributor = await bearer('contributor')
    expect((await put(contributor, await tagOf(contributor), [])).statusCode).toBe(403)
    expect((await put(await bearer('reader', { scopes: ['figures:read'] }), '"x"', [])).statusCode).toBe(403)
  })
})

const patch = (given: Bearer, more: string, observations: readonly unknown[], tag = '*') =>
  given.app.inject({
    method: 'PATCH',
    url: `${url}${more}`,
    headers: { ...given.headers, 'if-match': tag, 'content-type': 'application/json' },
    payload: JSON.stringify({ reason: 'Årets tal', observations }),
  })
const sent = { area: '217', period: '2025', value: 70 }
const listed = async (given: Bearer, query: string) =>
  (await given.app.inject({ url: `/api/v1/workspace/observations${query}`, headers: given.headers })).json()

describe('one figure a year, from a program', () => {
  it('says what it would change for readers, writes it, and says what is odd about it', async () => {
    const editor = await bearer('editor')
    const trial = await patch(editor, '?dryRun=true', [sent])
    expect(trial.json()).toMatchObject({
      dryRun: true,
      answer: { added: 1 },
      preview: {
        changes: { indicators: [{ indicator: 'arbejde', observations: [{ before: null, after: { value: 70 } }] }] },
        assessments: [{ before: { verdict: 'no-data' }, after: { verdict: 'not-assessed' } }],
      },
    })
    const written = await patch(editor, '', [sent], await tagOf(editor))
    expect(written.json()).toMatchObject({ observations: [sent], added: 1, findings: [] })
    const odd = await patch(editor, '', [{ area: '217', period: '2026', value: 0.7 }])
    expect(odd.json().findings).toMatchObject([{ kind: 'unit-change', weight: 'doubt', period: '2026' }])
    const gone = await editor.app.inject({
      method: 'DELETE',
      url: `${url}?period=2026&reason=Tastefejl`,
      headers: { ...editor.headers, 'if-match': '*' },
    })
    expect(gone.json()).toMatchObject({ deleted: 1, observations: [] })
    const slice = { observations: [sent], slice: { area: ['217'], from: '2025' } }
    const same = await editor.app.inject({
      method: 'PUT',
      url,
      headers: { ...editor.headers, 'if-match': '*' },
      payload: slice,
    })
    expect(same.json()).toMatchObject({ unchanged: 1, deleted: 0, changeSet: null })
  })

  it('writes and deletes in one change set, and shows the indicator as readers would get it', async () => {
    const editor = await bearer('editor')
    await patch(editor, '', [sent, { ...sent, period: '2023', value: 60 }])
    const change = (more: string, payload: object) =>
      editor.app.inject({
        method: 'PATCH',
        url: `${url}${more}`,
        headers: { ...editor.headers, 'if-match': '*', 'content-type': 'application/json' },
        payload: JSON.stringify(payload),
      })
    const gone = { area: '217', period: '2023' }
    const both = { observations: [{ ...sent, value: 71 }], deleted: [gone, { area: '217', period: '1999' }] }
    const shown = (await change('?dryRun=true&document=true', both)).json().preview.document
    expect(shown.series[0].observations).toMatchObject([{ period: '2025', value: 71 }])
    expect((await change('?dryRun=true', both)).json().preview).not.toHaveProperty('document')
    // Nothing to write is no mistake: the document is as it stands.
    const asItStands = (await change('?dryRun=true&document=true', {})).json()
    expect(asItStands.preview.document.series[0].observations).toHaveLength(2)
    expect((await change('', both)).json()).toMatchObject({ changed: 1, deleted: 1, changeSet: expect.any(Number) })
    const twice = await change('', { observations: [{ ...sent, ...gone }], deleted: [gone] })
    expect([twice.statusCode, twice.json().errors[0].pointer]).toEqual([400, '/observations/0/period'])
    expect((await change('?document=maaske', both)).statusCode).toBe(400)
    expect(verify(editor.db)).toEqual([])
  })

  it('lists figures across indicators, and to a token for some indicators those alone', async () => {
    const all = await bearer('reader', { scopes: ['figures:read'] })
    expect(await listed(all, '?area=217&category=alder:_T&from=2024&limit=1')).toMatchObject({
      total: 2,
      items: [{ indicator: 'deltagelse', period: '2024' }],
      next: expect.stringContaining('cursor='),
    })
    const some = await bearer('reader', { scopes: ['figures:read'], indicators: ['taler'] })
    expect(await listed(some, '')).toMatchObject({ total: 1, items: [{ indicator: 'taler' }] })
    expect(await listed(some, '?indicator=deltagelse')).toMatchObject({ total: 0 })
  })
})
