import { ObservationsPatch } from '@pejling/domain/workspace/observations'
import { beforeEach, describe, expect, it } from 'vitest'
import { addUser, resetPassword } from '../../accounts/users.ts'
import { addToken } from '../../accounts/tokens.ts'
import { system } from '../../db/actor.ts'
import { write } from '../../db/change-set.ts'
import type { Database } from '../../db/database.ts'
import { publish } from '../../releases/publish.ts'
import { withdraw } from '../../releases/withdraw.ts'
import { smallInstallation, text } from '../../testing/installation.fixture.ts'
import { tokenOf } from '../../testing/signed-in.fixture.ts'
import {
  attachments,
  getIndicator,
  kinds,
  listDefinitions,
  putAttached,
  putDefinition,
  putIndicator,
} from '../definitions.ts'
import { deleteFigures, patchFigures } from '../observations/write-figures.ts'
import { undoChangeSets } from '../undo.ts'
import { findChangeSet, listChangeSets, type ChangeSetFilter } from './list-change-sets.ts'

const bente = { actor: { name: 'Bente Indberetter', role: 'editor' }, email: 'bente@example.dk' } as const
let db: Database

beforeEach(() => {
  db = smallInstallation()
})

const sight = (isWhole: boolean) => ({ isWhole, seesClosed: isWhole })
const list = (filter: ChangeSetFilter = {}, isWhole = false) =>
  listChangeSets(db, filter, { before: null, limit: 100, ...sight(isWhole) }).changeSets
const newest = () => list()[0]
const patch = (slug: string, ...observations: readonly unknown[]) =>
  patchFigures(db, bente, slug, ObservationsPatch.parse({ observations }))

describe('a change set in words', () => {
  it('says who changed which figure of which indicator, from what to what', () => {
    patch('taler', { area: '217', period: '2024', value: 15.2 })
    expect(newest()?.sentence).toEqual({
      da: 'Bente Indberetter rettede 1 tal i Navn på taler: 2024 12,5 → 15,2.',
      en: 'Bente Indberetter corrected 1 figure of Navn på taler (en): 2024 12.5 → 15.2.',
    })
  })

  it('counts what was added, changed and deleted, and names groups', () => {
    patch(
      'deltagelse',
      { area: '217', period: '2024', value: 46, categories: { alder: '18-29' } },
      { area: '217', period: '2025', value: null, status: 'L' },
    )
    expect(newest()?.sentence.da).toBe(
      'Bente Indberetter tilføjede 1 og rettede 1 tal i Navn på deltagelse: 18–29 år, 2024 45 → 46; 2025: ikke indsamlet.',
    )
    deleteFigures(db, bente, 'taler', { reason: '', period: ['2024'] })
    expect(newest()?.sentence.da).toBe('Bente Indberetter slettede 1 tal i Navn på taler: 2024: 12,5.')
  })

  it('says which parts of a definition were changed, and of each what it was and is', () => {
    write(db, bente.actor, { action: 'definition' }, (changeSet) => {
      const indicator = getIndicator(db, 'taler')
      if (indicator) putIndicator(changeSet, { ...indicator, name: text('Taler i byrådet'), decimals: 2 })
    })
    const { number = 0, sentence } = newest() ?? {}
    expect(sentence?.da).toBe('Bente Indberetter rettede indikatoren “Taler i byrådet” (navn og decimaler).')
    expect(findChangeSet(db, number, sight(false))?.details[0]?.fields).toEqual([
      {
        field: 'name',
        name: { da: 'navn', en: 'name' },
        before: text('Navn på taler'),
        after: text('Taler i byrådet'),
      },
      {
        field: 'decimals',
        name: { da: 'decimaler', en: 'decimals' },
        before: { da: '1', en: '1' },
        after: { da: '2', en: '2' },
      },
    ])
    const goal = listDefinitions(db, kinds.goal)[0]
    write(db, bente.actor, { action: 'definition' }, (changeSet) => {
      if (goal) putDefinition(changeSet, kinds.goal, { ...goal, slug: 'nyt', number: '6.1', text: text('Testmål') })
    })
    expect(newest()?.sentence.en).toBe('Bente Indberetter made the goal “6.1 Testmål (en)”.')
    expect(findChangeSet(db, newest()?.number ?? 0, sight(false))?.undo).toEqual({ possible: true, why: null })
  })

  it('tells of releases, withdrawals, undoing and whole installations', () => {
    patch('taler', { area: '217', period: '2025', value: 13 })
    const { number = 0 } = newest() ?? {}
    publish(db, system, { title: text('Årets tal'), note: null, indicators: 'all' })
    expect(newest()?.sentence.da).toBe('system udgav: udgivelse 2, “Årets tal”.')
    withdraw(db, system, { indicator: 'taler', series: '217', period: '2024', reason: text('En fejl') })
    expect(newest()?.sentence.da).toMatch(
      /^system trak et tal tilbage: rettede 1 tal i Navn på taler: 2024 12,5 → mangler; /,
    )
    undoChangeSets(db, bente.actor, [number])
    expect(newest()?.sentence.da).toMatch(
      /^Bente Indberetter fortrød nr\. \d+: slettede 1 tal i Navn på taler: 2025: 13\.$/,
    )
    expect(list().at(-1)?.sentence.da).toMatch(
      /^system indlæste en datamappe: skrev|^system indlæste en datamappe: tilføjede/,
    )
  })
})

describe('what is told to whom', () => {
  it('nobody is told a secret, and only administrators whose accounts were changed', () => {
    const { password } = addUser(db, system, { email: 'ida@example.dk', name: 'Ida', role: 'contributor' })
    resetPassword(db, system, { email: 'ida@example.dk' })
    addToken(db, system, { ...tokenOf('ida@example.dk'), name: 'Nøglen' })
    write(db, system, { action: 'definition', reason: 'Efter mail fra ida@example.dk' }, (changeSet) =>
      putAttached(changeSet, attachments.keepers, 'taler', { keeper: 'ida@example.dk', deputy: null }),
    )
    const told = (isWhole: boolean): string =>
      JSON.stringify(list({}, isWhole).map(({ number }) => findChangeSet(db, number, sight(isWhole))))
    const [others, administrators] = [told(false), told(true)]
    for (const said of [others, administrators]) {
      expect(said).not.toContain(password)
      expect(said).not.toMatch(/[0-9a-f]{64}|scrypt|argon/)
    }
    expect(others).not.toContain('ida@example.dk')
    expect(others).not.toContain('Nøglen')
    // Names are no secret where figures are concerned.
    expect(others).toContain('"Ida"')
    expect(administrators).toContain('Nøglen')
    // Searching tells no more than reading.
    expect(list({ q: 'ida@example.dk' })).toEqual([])
    expect(list({ q: 'Nøglen' })).toEqual([])
  })
})

it('is filtered by who, when, kind, indicator, action and words, and paged by number', () => {
  const before = db.clock()
  patch('taler', { area: '217', period: '2025', value: 13 })
  patch('arbejde', { area: '217', period: '2025', value: 50 })
  const mine = list({ who: 'bente' }).map(({ number }) => number)
  expect(mine).toHaveLength(2)
  expect(list({ indicator: ['taler'], since: before })).toHaveLength(1)
  expect(list({ kind: ['observation'], until: before }).length).toBeLessThan(list().length)
  expect(list({ action: ['publish'] })).toHaveLength(1)
  expect(list({ q: 'Flere stemmer' }).map(({ action }) => action)).toEqual(['seed'])
  const first = listChangeSets(db, {}, { before: null, limit: 1, ...sight(false) })
  expect([first.changeSets[0]?.number, first.next, first.total]).toEqual([mine[0], mine[0], list().length])
})
