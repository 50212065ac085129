import type { FastifyInstance } from 'fastify'
import { describe, expect, it } from 'vitest'
import { exampleObservation } from '@pejling/domain/observation/observation.fixture'
import { addToken, type NewToken } from '../accounts/tokens.ts'
import { addUser } from '../accounts/users.ts'
import { system, type Role } from '../db/actor.ts'
import type { Database } from '../db/database.ts'
import { verify } from '../verification/verify.ts'
import { appOver } from '../testing/app.fixture.ts'
import { smallInstallation } from '../testing/installation.fixture.ts'
import { tokenOf } from '../testing/signed-in.fixture.ts'

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
    expect(answer.json()).toEqual({ observations: expect.arrayContaining([figure('2024', 70.25)]) })
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
      { ...figure('2023', 1), value: null },
      { ...figure('2023', 1), provenance: 'ukendt' },
    ]
    const answer = await put(editor, tag, wrong)
    expect(answer.statusCode).toBe(400)
    expect(answer.json().errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
      '/observations/1/period',
      '/observations/2/categories',
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
