import { defaultDisclosureRule } from '@pejling/domain/indicator/disclosure-rule'
import { exampleObservation } from '@pejling/domain/observation/observation.fixture'
import { withoutSalt } from '@pejling/domain/release/salt'
import { createHash } from 'node:crypto'
import * as fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { system } from '../db/actor.ts'
import { write, type ChangeSet } from '../db/change-set.ts'
import type { Database } from '../db/database.ts'
import { documents } from '../db/schema.ts'
import { verify } from '../verification/verify.ts'
import { appOver } from '../testing/app.fixture.ts'
import { contentsOf, indicator, smallDelivery, smallInstallation, text } from '../testing/installation.fixture.ts'
import { makeReleasesUnsalted } from '../testing/older-database.fixture.ts'
import {
  getIndicator,
  listIndicators,
  kinds,
  listTargets,
  putAttached,
  attachments,
  putDefinition,
  putIndicator,
  removeTarget,
} from '../workspace/definitions.ts'
import { importObservations } from '../intake/import-observations.ts'
import { findMentions } from './mentions.ts'
import { figuresInReleases } from './published-figures.ts'
import { publish } from './publish.ts'
import { openReleaseStore } from './release-store.ts'
import { countShowing, NothingToWithdrawError, withdraw } from './withdraw.ts'

/* A withdrawal takes out what it is of: from wherever it was published, nothing else, and so that no one can guess it. */

let db: Database
const reason = text('Tallet røbede en person')
const share = { area: '217', categories: { alder: '18-29' } }
const cell = { indicator: 'medlemmer', series: '217;alder=18-29', period: '2024', reason }

const enter = (slug: string, series: typeof share, numerator: number, denominator: number): void => {
  const observation = exampleObservation('2024', (100 * numerator) / denominator, { numerator, denominator })
  importObservations(db, system, { indicator: slug, rows: [{ series, observation }] })
}
const release = (): void => {
  publish(db, system, { title: text('Ny'), note: null, indicators: 'all' })
}
const edit = (work: (changeSet: ChangeSet) => void): void => write(db, system, { action: 'edit' }, work)

/** Every document of every release, as it is answered. */
const everything = (): string =>
  db.sql
    .select()
    .from(documents)
    .all()
    .map(({ bytes }) => bytes.toString())
    .join('\n')
const secret = String(300 / 41)

beforeEach(() => {
  const delivery = smallDelivery()
  const body = indicator('medlemmer', {
    disclosure: { ...defaultDisclosureRule, exempt: text('Offentlige tal') },
  })
  db = smallInstallation({ ...delivery, indicators: [...delivery.indicators, body] })
  enter('medlemmer', share, 3, 41)
  release()
})

it('the figure stands in what is published before', () => {
  expect(everything()).toContain(secret)
})

describe('what only older releases tell', () => {
  it.each([
    [
      'the newest withholds',
      () =>
        edit((changeSet) => {
          const body = getIndicator(db, 'medlemmer')
          if (body) putIndicator(changeSet, { ...body, disclosure: { minimum: 5, exempt: null } })
        }),
    ],
    [
      'has been emptied',
      () => {
        const observation = exampleObservation('2024', 0, { value: null, status: 'O' })
        importObservations(db, system, { indicator: 'medlemmer', rows: [{ series: share, observation }] })
      },
    ],
    ['has been corrected', () => enter('medlemmer', share, 30, 41)],
    [
      'is of an indicator that is retired',
      () =>
        edit((changeSet) => {
          const body = getIndicator(db, 'medlemmer')
          if (body) putIndicator(changeSet, { ...body, retiredOn: '2026-11-01' })
        }),
    ],
  ])('can be withdrawn where it %s', (_, change) => {
    change()
    release()
    const listed = figuresInReleases(db, 'medlemmer')?.figures.map(({ series, period }) => [series, period])
    expect(listed).toContainEqual([cell.series, cell.period])
    withdraw(db, system, cell)
    expect(everything()).not.toContain(secret)
    const store = openReleaseStore(db)
    expect(store.release(store.latestNumber())).toMatchObject({ number: 4, note: reason })
    expect(verify(db)).toEqual([])
  })

  it('can be withdrawn under the name the indicator has now, and under the one it had', () => {
    edit((changeSet) => {
      putIndicator(changeSet, indicator('deltagere', { formerSlugs: ['medlemmer'] }))
    })
    release()
    expect(figuresInReleases(db, 'deltagere')?.figures).toMatchObject([{ series: cell.series, isCurrent: true }])
    withdraw(db, system, { ...cell, indicator: 'deltagere' })
    expect(everything()).not.toContain(secret)
  })

  it('can be withdrawn where a target alone told it, and the next release does not tell it again', () => {
    withdraw(db, system, { indicator: 'deltagelse', series: '217', period: '2019', reason })
    expect(everything()).not.toContain('"baseline":{"period":"2019","value":60}')
    expect(listTargets(db, 'deltagelse')).toEqual([])
    release()
    expect(everything()).not.toContain('"baseline":{"period":"2019","value":60}')
  })

  it('is only what is there', () => {
    expect(() => withdraw(db, system, { ...cell, period: '1999' })).toThrow(NothingToWithdrawError)
    expect(figuresInReleases(db, 'findes-ikke')).toBeNull()
  })

  it('is not what is computed from other figures of the same period', () => {
    const delivery = smallDelivery()
    const gap = indicator('forskel', {
      unit: 'percentage-point',
      derived: { kind: 'gap', of: 'deltagelse', dimension: 'alder', group: '18-29', against: 'total' },
    })
    db = smallInstallation({ ...delivery, indicators: [...delivery.indicators, gap] })
    const before = everything()
    // A key that was mistyped, in a period that has figures.
    const mistyped = { indicator: 'deltagelse', series: '218', period: '2024', reason }
    expect(countShowing(db, mistyped)).toBe(0)
    expect(() => withdraw(db, system, mistyped)).toThrow(NothingToWithdrawError)
    expect(everything()).toBe(before)
  })
})

it('the release of a withdrawal is what was published, without the figure, and no draft comes out with it', () => {
  importObservations(db, system, {
    indicator: 'medlemmer',
    rows: [{ series: { area: '217', categories: {} }, observation: exampleObservation('2031', 99.87654) }],
  })
  importObservations(db, system, {
    indicator: 'taler',
    rows: [{ series: { area: '217', categories: {} }, observation: exampleObservation('2031', 98.76543) }],
  })
  edit((changeSet) => {
    putDefinition(changeSet, kinds.comment, { goal: 'stemme', year: 2026, meaning: text('EMBARGO'), action: null })
    removeTarget(changeSet, 'deltagelse', 'byraadet')
  })
  const before = new Map(contentsOf(db, 2))
  withdraw(db, system, cell)
  expect(everything()).not.toMatch(/99\.87654|98\.76543|EMBARGO/)
  const after = contentsOf(db, 3)
  expect(after.map(([path]) => path)).toEqual([...before.keys()])
  const changed = after.filter(([path, content]) => before.get(path) !== content).map(([path]) => path)
  expect(changed).toEqual(expect.arrayContaining(['indicators/medlemmer', 'indicators/medlemmer/observations']))
  expect(changed.filter((path) => /deltagelse|taler|arbejde|action-plans|ideas/.test(path))).toEqual([])
  release()
  expect(everything()).toMatch(/99\.87654[^]*EMBARGO|EMBARGO[^]*99\.87654/)
  expect(verify(db)).toEqual([])
})

/** Puts every small figure in the place of the withdrawn one, and holds the hash against those that are told. */
function guess({ told, document }: { readonly told: string; readonly document: string }): string[] {
  const hashes = new Set(told.match(/[0-9a-f]{64}/g))
  const found: string[] = []
  for (let denominator = 38; denominator <= 42; denominator += 1) {
    for (let numerator = 1; numerator <= 5; numerator += 1) {
      const guessed = exampleObservation('2024', (100 * numerator) / denominator, { numerator, denominator })
      const row = JSON.stringify({ ...share, ...guessed })
      const anew = document.replace(/"observations":\[.*\],"withheld"/, `"observations":[${row}],"withheld"`)
      for (const bytes of [anew, withoutSalt(anew)]) {
        const hash = createHash('sha256').update(bytes).digest('hex')
        if (hashes.has(hash)) found.push(`${numerator}/${denominator}`)
      }
    }
  }
  return [...new Set(found)]
}

it('what is left is what would be published had the figure never been there: verdicts, counts, lists and policies', () => {
  const small = smallInstallation()
  const published = listIndicators(small).flatMap(({ slug }) =>
    (figuresInReleases(small, slug)?.figures ?? []).map(({ series, period }) => ({ indicator: slug, series, period })),
  )
  expect(published.length).toBeGreaterThan(20)
  fc.assert(
    fc.property(fc.uniqueArray(fc.constantFrom(...published), { minLength: 1, maxLength: 4 }), (figures) => {
      db = smallInstallation()
      for (const figure of figures) withdraw(db, system, { ...figure, reason })
      expect(publish(db, system, { title: text('Ny'), note: null, indicators: 'all' })).toBeNull()
      expect(verify(db)).toEqual([])
    }),
    { numRuns: 10 },
  )
})

describe('whoever has everything that is public', () => {
  const Entries = z.object({
    documents: z.array(z.object({ path: z.string(), hash: z.string(), replaced: z.boolean().optional() })),
  })
  const path = 'indicators/medlemmer/observations'

  /** Everything the public API says about hashes, and the document as it is answered now. */
  async function readPublic(): Promise<{ told: string; document: string }> {
    const app = await appOver(db)
    const latest = openReleaseStore(db).latestNumber()
    const told: string[] = []
    for (let number = 1; number <= latest; number += 1) {
      for (const about of ['', '/changes', '/changes?since=0', '/withdrawals']) {
        told.push((await app.inject(`/api/v1/releases/${number}${about}`)).body)
      }
    }
    const answer = await app.inject(`/api/v1/${path}?release=2`)
    told.push(JSON.stringify(answer.headers))
    return { told: told.join('\n'), document: answer.body }
  }

  it('finds no withdrawn figure by trying: the salt went with it', async () => {
    withdraw(db, system, cell)
    expect(guess(await readPublic())).toEqual([])
    expect(verify(db)).toEqual([])
  })

  it('nor where documents had no salt yet: their hashes are told no more, and prove the releases here', async () => {
    makeReleasesUnsalted(db)
    expect(verify(db)).toEqual([])
    const original = openReleaseStore(db).version(path, 2)?.hash ?? ''
    expect(guess(await readPublic())).toEqual(['3/41'])
    withdraw(db, system, cell)
    // And once more from the same documents: what stood there in between had a salt.
    withdraw(db, system, { indicator: 'deltagelse', series: '217', period: '2020', reason })
    const { told, document } = await readPublic()
    expect(told).not.toContain(original)
    expect(guess({ told, document })).toEqual([])
    const { body } = await (await appOver(db)).inject('/api/v1/releases/2')
    const entry = Entries.parse(JSON.parse(body)).documents.find((one) => one.path === path)
    expect(entry).toMatchObject({ replaced: true, hash: createHash('sha256').update(document).digest('hex') })
    expect(verify(db)).toEqual([])
  })
})

it('tells where else the figure is said, in what people typed, published or not', () => {
  edit((changeSet) => {
    putDefinition(changeSet, kinds.comment, {
      goal: 'stemme',
      year: 2026,
      meaning: { da: 'Kun 7,3 % af de unge er med.', en: 'Only 7.3% of the young take part.' },
      action: null,
    })
    putAttached(changeSet, attachments.override, 'deltagelse', {
      verdict: 'behind',
      reason: { da: 'Tre af 41 er for få.', en: 'Three of 41 is too few.' },
      latestPeriod: '2024',
    })
  })
  release()
  edit((changeSet) => {
    putDefinition(changeSet, kinds.idea, {
      slug: 'flere-unge',
      title: 'Flere unge',
      text: 'Der er 7,32 procent nu, den 3. maj 2024.',
      theme: 'Unge',
      voicedAt: 'Borgermøde',
      voicedOn: '2024-05-03',
      goals: ['stemme'],
      takenUpBy: [],
      whyNot: null,
    })
  })
  const told = findMentions(db, cell).map(({ kind, found, isPublished }) => [kind, found, isPublished])
  expect(told).toEqual(
    expect.arrayContaining([
      ['comment', ['7,3 %'], true],
      ['comment', ['7.3%'], true],
      ['indicator', ['Tre af 41'], true],
      ['override', ['Tre af 41'], false],
      ['idea', ['7,32 procent'], false],
    ]),
  )
})
