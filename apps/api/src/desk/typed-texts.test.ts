import { exampleObservation } from '@pejling/domain/observation/observation.fixture'
import * as fc from 'fast-check'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { addToken, listTokens } from '../accounts/tokens.ts'
import { AccountError, addUser, listPeople } from '../accounts/users.ts'
import { system } from '../db/actor.ts'
import { backup, restore } from '../verification/backup.ts'
import { openDatabase, type Database } from '../db/database.ts'
import { verify } from '../verification/verify.ts'
import { listPlanned, planRelease, seenNow } from '../releases/planned.ts'
import { publish } from '../releases/publish.ts'
import { openReleaseStore } from '../releases/release-store.ts'
import { ReleaseWordsError } from '../releases/release-words.ts'
import { shareMeeting } from '../releases/share-meeting.ts'
import { withdraw } from '../releases/withdraw.ts'
import { smallInstallation, text } from '../testing/installation.fixture.ts'
import { tokenOf } from '../testing/signed-in.fixture.ts'
import { addWebhook, listWebhooks, WebhookError } from '../extras/webhooks/webhooks.ts'
import { kinds, listDefinitions } from '../workspace/definitions.ts'
import { readWorkspace } from '../workspace/delivery.ts'
import { importObservations } from '../intake/import-observations.ts'
import { seed } from '../workspace/seed.ts'
import { readDefinitions } from './definitions.ts'
import { change, formOf, sent } from './edit-form.fixture.ts'
import { saveFigures } from './figures.ts'
import { readHistory } from './history.ts'
import { readDesk } from './overview.ts'

/* Whatever anybody types, and through whichever door: it is refused, or it can be read, hashed, verified, backed up and restored. */

const who = { actor: { name: 'Ida', role: 'administrator' }, email: 'ida@example.dk' } as const

/** Forms of the desk, with what beside texts they need. */
const forms = [
  ['sted', '-', {}],
  ['politik', 'politik', {}],
  ['fokusomraade', 'demokrati', {}],
  ['nyt-fokusomraade', 'politik', {}],
  ['maal', '1.1', {}],
  ['nyt-maal', 'arbejde', {}],
  ['kommentar', '1.1-2026', {}],
  ['indikator', 'taler', {}],
  ['maaltal', 'taler', { value: '50', period: '2030', decidedOn: '2026-01-01' }],
  ['vurdering', 'deltagelse', { verdict: 'behind' }],
  ['indsats', '2026.stemmebus', {}],
  ['ny-indsats', '2026', {}],
  ['ny-ide', '-', { voicedOn: '2026-05-01' }],
  ['nyt-moede', '-', { date: '2026-12-01', release: '1' }],
] as const

type Door = (db: Database, typed: string) => unknown

const doors: readonly Door[] = [
  ...forms.map(([kind, key, more]): Door => (db, typed) => {
    const form = formOf(db, kind, key)
    const texts = form.fields.filter(({ form: asked }) => asked === 'line' || asked === 'paragraph' || asked === 'list')
    const anew = texts.flatMap(({ name }) => [
      [name, typed],
      [`${name}.en`, typed],
    ])
    return change(db, kind, key, sent(form, { ...Object.fromEntries(anew), ...more, reason: typed }))
  }),
  (db, typed) =>
    saveFigures(db, who, 'taler', {
      cells: new Map([['217|2024', { typed: '13', before: '12,5' }]]),
      notes: [{ cell: '217|2024', da: typed, en: typed, before: '' }],
      reason: typed,
      locale: 'da',
    }),
  (db, typed) => {
    const footnote = { da: typed, en: typed }
    const rows = [{ series: { area: '217', categories: {} }, observation: exampleObservation('2023', 9, { footnote }) }]
    return importObservations(db, system, { indicator: 'arbejde', rows })
  },
  (db, typed) => {
    const delivery = readWorkspace(db)
    const ideas = [
      {
        slug: 'ny-ide',
        title: typed,
        text: typed,
        theme: typed,
        voicedAt: typed,
        voicedOn: '2026-01-01',
        goals: [],
        takenUpBy: [],
        whyNot: null,
      },
    ]
    return seed(db, system, { delivery: { ...delivery, administration: { ...delivery.administration, ideas } } })
  },
  (db, typed) =>
    planRelease(db, who, { ...wordsOf(typed), indicators: 'all', seen: seenNow(db, 'all'), publishAt: null }),
  (db, typed) => publish(db, { ...system, name: typed }, { ...wordsOf(typed), indicators: 'all' }),
  (db, typed) =>
    withdraw(db, who.actor, { indicator: 'deltagelse', series: '217', period: '2021', reason: wordsOf(typed).title }),
  (db, typed) => addUser(db, system, { email: 'bo@example.dk', name: typed, role: 'reader' }),
  (db, typed) => addToken(db, system, { ...tokenOf('bo@example.dk'), name: typed }),
  (db, typed) => addWebhook(db, system, { name: typed, url: 'https://example.org/' }),
  (db) => {
    for (const { slug } of listDefinitions(db, kinds.meeting)) shareMeeting(db, system, slug, 'public')
  },
]

const wordsOf = (typed: string) => ({ title: { da: typed, en: typed }, note: { da: typed, en: typed } })

/** Refusals; anything else that is thrown is a fault. */
const refusals = [z.ZodError, ReleaseWordsError, AccountError, WebhookError]

function readEverything(db: Database): unknown[] {
  const store = openReleaseStore(db)
  const latest = store.latestNumber()
  return [
    verify(db),
    readWorkspace(db),
    readDefinitions(db, true, null),
    readHistory(db, { before: null, search: '' }),
    readDesk(db, 'ida@example.dk'),
    listPlanned(db),
    listPeople(db),
    listTokens(db),
    listWebhooks(db).length,
    store.meetings(),
    store.withdrawals(),
    store.releases(latest),
    store.entries(latest).map(({ hash }) => z.json().parse(JSON.parse(store.document(hash)?.bytes.toString() ?? ''))),
  ]
}

const odd = fc.constantFrom(
  '',
  ' ',
  '\u00A0',
  '\uFEFF',
  '\0',
  '\uD800',
  'a\uDC00 b',
  ' tal ',
  '\u2028',
  '"}',
  '<b>&',
  '\u202Eom',
)
const typed = fc.oneof(
  odd,
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.tuple(odd, fc.string(), odd).map((parts) => parts.join('')),
)

it('every text is refused or can be read, verified, backed up and restored', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'pejling-texts-'))
  await fc.assert(
    fc.asyncProperty(fc.array(typed, { minLength: doors.length, maxLength: doors.length }), async (texts) => {
      const db = smallInstallation()
      addUser(db, system, { email: who.email, name: 'Ida', role: 'administrator' })
      for (const [index, door] of doors.entries()) {
        try {
          door(db, texts[index] ?? '')
        } catch (error) {
          if (!refusals.some((refusal) => error instanceof refusal)) throw error
        }
      }
      publish(db, system, { title: text('Alt'), note: null, indicators: 'all' })
      const read = readEverything(db)
      expect(read[0]).toEqual([])
      const [copy, restored] = [join(folder, 'copy.sqlite'), join(folder, 'restored.sqlite')]
      await backup(db, copy, { overwrite: true })
      restore(copy, restored, db.clock)
      const again = openDatabase(restored, db.clock)
      expect(readEverything(again)).toEqual(read)
      again.connection.close()
    }),
    { numRuns: 12 },
  )
  rmSync(folder, { recursive: true })
})
