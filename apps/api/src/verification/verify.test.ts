import { exampleObservation } from '@pejling/domain/observation/observation.fixture'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addToken } from '../accounts/tokens.ts'
import { addUser } from '../accounts/users.ts'
import { importObservations } from '../intake/import-observations.ts'
import { publish } from '../releases/publish.ts'
import { shareMeeting } from '../releases/share-meeting.ts'
import { attachments, kinds, putAttached, putDefinition } from '../workspace/definitions.ts'
import { smallInstallation, text } from '../testing/installation.fixture.ts'
import { tokenOf } from '../testing/signed-in.fixture.ts'
import { system } from '../db/actor.ts'
import { write } from '../db/change-set.ts'
import type { Database } from '../db/database.ts'
import { verify } from './verify.ts'

function installationWithHistory(): Database {
  const db = smallInstallation()
  importObservations(db, system, {
    indicator: 'taler',
    rows: [
      {
        series: { area: '217', categories: {} },
        observation: exampleObservation('2025', 14, { footnote: text('Ny optælling') }),
      },
    ],
  })
  publish(db, system, { title: text('Anden'), note: text('Rettelse'), indicators: 'all' })
  const { email } = addUser(db, system, { email: 'eva@example.org', name: 'Eva', role: 'editor' })
  write(db, system, { action: 'definition' }, (changeSet) => {
    const override = { verdict: 'behind' as const, reason: text('Et valg'), latestPeriod: '2024' }
    putAttached(changeSet, attachments.override, 'deltagelse', override)
    putAttached(changeSet, attachments.keepers, 'deltagelse', { keeper: email, deputy: null })
  })
  write(db, system, { action: 'seed' }, (changeSet) =>
    putDefinition(changeSet, kinds.meeting, {
      slug: 'moede',
      committee: 'Kulturudvalget',
      date: '2026-12-03',
      place: null,
      release: 1,
      sharing: 'draft',
      secret: 'abcdefghijklmnopqrstuvwxyz012345',
      items: [],
    }),
  )
  shareMeeting(db, system, 'moede', 'link')
  addToken(db, system, { ...tokenOf(email), name: 'skript' })
  return db
}

/** Every column in which something is kept that a person wrote, with the words a finding about it must have. */
const kept: readonly (readonly [table: string, column: string, named: RegExp])[] = [
  ['documents', 'bytes', /document [0-9a-f]{64} \(/],
  ['documents', 'gzip', /document [0-9a-f]{64} \(/],
  ['documents', 'brotli', /document [0-9a-f]{64} \(/],
  ['releases', 'title', /release \d/],
  ['releases', 'published_at', /release \d/],
  ['releases', 'published_by', /release \d/],
  ['change_sets', 'actor', /change set \d/],
  ['change_sets', 'at', /change set \d/],
  ['changes', 'after', /change set \d/],
  ['changes', 'key', /change set \d/],
  ['observations', 'value', /observation \w+\/\d+/],
  ['observations', 'footnote', /observation \w+\/\d+/],
  ['indicators', 'body', /indicator \w+/],
  ['goals', 'body', /goal \w+/],
  ['frameworks', 'body', /framework politik/],
  ['targets', 'body', /target deltagelse\/byraadet/],
  ['overrides', 'body', /override deltagelse/],
  ['keepers', 'body', /keepers deltagelse/],
  ['users', 'password_hash', /user eva@example.org/],
  ['users', 'name', /user eva@example.org/],
  ['tokens', 'expires_on', /token skript/],
  ['meetings', 'body', /meeting moede/],
  ['shared_meetings', 'body', /shared-meeting moede\/1/],
  ['shared_meetings', 'secret', /shared-meeting moede\/1/],
]

interface Cell {
  readonly id: number | string
  readonly value: Buffer | string | number
}

/** Changes one byte of a value as a failing disk would: behind the program's back. */
function damage(value: Cell['value'], at: number): Buffer | string | number {
  if (typeof value === 'number') return value + 1
  if (Buffer.isBuffer(value)) {
    const copy = Buffer.from(value)
    const index = at % copy.length
    copy[index] = (copy[index] ?? 0) ^ 1
    return copy
  }
  // Inside JSON a letter becomes another letter, so that it stays JSON; that is the damage that is hardest to see.
  const letters = [...value.matchAll(/[a-z0-9]/gi)].map((match) => match.index)
  const index = letters[at % letters.length] ?? 0
  const letter = value[index] === 'x' ? 'y' : 'x'
  return value.slice(0, index) + letter + value.slice(index + 1)
}

describe('verify', () => {
  it('finds nothing wrong with a sound database', () => {
    expect(verify(installationWithHistory())).toEqual([])
  })

  it.each(kept)('finds a changed byte in %s.%s and names the place', (table, column, named) => {
    fc.assert(
      fc.property(fc.nat(), fc.nat(), (row, at) => {
        const db = installationWithHistory()
        db.connection.pragma('foreign_keys = OFF')
        const key = ['changes', 'observations', 'targets', 'shared_meetings'].includes(table) ? null : 'rowid'
        const cells = db.connection
          .prepare<[], Cell>(
            `SELECT ${key ?? `"${column}"`} AS id, "${column}" AS value FROM ${table} WHERE "${column}" IS NOT NULL`,
          )
          .all()
        const cell = cells[row % cells.length]
        if (!cell) throw new Error(`${table}.${column} is empty`)
        const changed = damage(cell.value, at)
        try {
          db.connection
            .prepare(`UPDATE ${table} SET "${column}" = ? WHERE ${key ?? `"${column}"`} IS ?`)
            .run(changed, cell.id)
        } catch {
          // A generated column or a key the database itself watches: the damage was refused before it was done.
          return
        }
        const findings = verify(db)
        expect(findings.map(({ where }) => where).join('\n')).toMatch(named)
      }),
      { numRuns: 6 },
    )
  })

  it('misses a release that was taken out of the chain', () => {
    const db = installationWithHistory()
    db.connection.pragma('foreign_keys = OFF')
    db.connection.exec('DELETE FROM releases WHERE number = 1')
    expect(verify(db)).toContainEqual({ where: 'release 2', what: 'release 1 is missing before it' })
  })

  it('misses a figure that was taken away without a change set', () => {
    const db = installationWithHistory()
    db.connection.exec("DELETE FROM observations WHERE indicator = 'taler'")
    expect(verify(db)).toContainEqual({ where: 'observations', what: '2 recorded in change sets are not there' })
  })
})
