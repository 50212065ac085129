import type { Meeting, Sharing } from '@pejling/domain/meeting/meeting'
import type { FastifyInstance } from 'fastify'
import { beforeEach, describe, expect, it } from 'vitest'
import { system } from '../db/actor.ts'
import type { Database } from '../db/database.ts'
import { write } from '../db/change-set.ts'
import { openReleaseStore } from '../releases/release-store.ts'
import { publish } from '../releases/publish.ts'
import { shareMeeting } from '../releases/share-meeting.ts'
import { appOver } from '../testing/app.fixture.ts'
import { smallInstallation, text } from '../testing/installation.fixture.ts'
import { kinds, putDefinition } from '../workspace/definitions.ts'

const slug = 'kulturudvalget-2026-12-03'
const secret = 'abcdefghijklmnopqrstuvwxyz012345'

let db: Database
let app: FastifyInstance

const titleAt = async (url: string): Promise<string> => {
  const { body, statusCode } = await app.inject(url)
  return `${statusCode} ${/<title>(.*)<\/title>/.exec(body)?.[1] ?? body}`
}

const share = (sharing: Sharing): boolean => shareMeeting(db, system, slug, sharing)

beforeEach(async () => {
  db = smallInstallation()
  const meeting: Meeting = {
    slug,
    committee: 'Kulturudvalget',
    date: '2026-12-03',
    place: null,
    release: 1,
    sharing: 'draft',
    secret,
    items: [
      {
        slug: 'maal',
        position: 1,
        about: { kind: 'goal', goal: '1.1' },
        title: null,
        point: null,
        recommendation: 'at status tages til efterretning',
        said: null,
        decision: null,
        notes: 'husk at smile',
      },
    ],
  }
  write(db, system, { action: 'seed' }, (changeSet) => putDefinition(changeSet, kinds.meeting, meeting))
  app = await appOver(db)
})

describe('a meeting', () => {
  it('has an address for each way it is shown, in both languages', async () => {
    share('public')
    expect(await titleAt(`/moede/${slug}`)).toBe(`200 agenda da ${slug} 1`)
    expect(await titleAt(`/moede/${slug}/praesentation`)).toBe(`200 slides da ${slug} 1`)
    expect(await titleAt(`/moede/${slug}/bilag`)).toBe(`200 appendix da ${slug} 1`)
    expect(await titleAt(`/en/meeting/${slug}`)).toBe(`200 agenda en ${slug} 1`)
    expect(await titleAt(`/en/meeting/${slug}/slides`)).toBe(`200 slides en ${slug} 1`)
    expect(await titleAt(`/en/meeting/${slug}/appendix`)).toBe(`200 appendix en ${slug} 1`)
  })

  it('stays with its release when another is made', async () => {
    share('public')
    publish(db, system, { title: text('Ny'), note: null, indicators: 'all' })
    expect(await titleAt(`/moede/${slug}`)).toBe(`200 agenda da ${slug} 1`)
  })

  it('is shown to nobody while it is a draft, and to nobody any more when it is taken back', async () => {
    expect(await titleAt(`/moede/${slug}`)).toMatch(/^404/)
    share('public')
    expect(await titleAt(`/moede/${slug}`)).toMatch(/^200/)
    share('draft')
    expect(await titleAt(`/moede/${slug}`)).toMatch(/^404/)
  })

  it('that is shared by its link is shown to whoever has the link', async () => {
    share('link')
    const given = openReleaseStore(db).meeting(slug)?.secret ?? ''
    expect(given).not.toBe('')
    expect(await titleAt(`/moede/${slug}?noegle=${given}`)).toMatch(/^200/)
    expect(await titleAt(`/moede/${slug}`)).toMatch(/^404/)
    expect(await titleAt(`/moede/${slug}?noegle=`)).toMatch(/^404/)
    expect(await titleAt(`/moede/${slug}/bilag?noegle=${given.slice(1)}`)).toMatch(/^404/)
    expect(await titleAt(`/moede/${slug}?noegle=${given}&noegle=${given}`)).toMatch(/^404/)
  })

  it('is asked for anew each time, and carries only the styles it was made with', async () => {
    share('public')
    const { headers } = await app.inject(`/moede/${slug}`)
    expect(headers['cache-control']).toBe('no-cache')
    expect(headers['content-security-policy']).toMatch(/style-src 'self' 'sha256-[\w+/]{43}=';/)
  })

  it('is told in lines to be pasted, with the way to its figures', async () => {
    share('public')
    const { body, headers } = await app.inject(`/moede/${slug}/sagsfremstilling.txt`)
    expect(headers['content-type']).toBe('text/plain; charset=utf-8')
    expect(body).toContain('til Kulturudvalget den 3. december 2026')
    expect(body).toContain(`http://localhost:4200/moede/${slug}`)
    expect(body).not.toContain('smile')
  })
})
