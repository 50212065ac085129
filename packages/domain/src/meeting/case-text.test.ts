import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { poorestFirst, type Verdict } from '../progress/assessment.ts'
import { caseText } from './case-text.ts'
import { exampleItem, exampleMeetingDocument } from './meeting.fixture.ts'
import type { ShownItem } from './show.ts'

const address = 'https://pejling.example/moede/kulturudvalget-2026-12-03'
const release = { number: 7, publishedAt: '2026-11-12T08:00:00.000Z' }

function shownGoal(number: string, verdict: Verdict | null, recommendation: string | null = null): ShownItem {
  const { notes: _notes, ...item } = exampleItem(number, { recommendation })
  return {
    item: { ...item, earlier: [] },
    kicker: null,
    name: { da: `Mål nummer ${number}`, en: `Goal number ${number}` },
    isDanish: false,
    verdict,
    sentence: null,
    compared: null,
    people: null,
    indicator: null,
    comment: null,
    actions: [],
    plan: null,
  }
}

const textOf = (shown: readonly ShownItem[]): string =>
  caseText(exampleMeetingDocument(shown.map(({ item }) => item)), shown, ['Medborgerskabspolitik'], release, address)

it('says what goes which way, what is recommended, and where the figures are from', () => {
  const text = textOf([
    shownGoal('1.1', 'on-track', 'At drøfte'),
    shownGoal('1.2', 'no-data'),
    shownGoal('2.1', 'wrong-way'),
  ])
  expect(text.split('\n')).toEqual([
    'Status til Kulturudvalget den 3. december 2026: Medborgerskabspolitik.',
    'Af 3 mål og indikatorer på dagsordenen kan 2 vurderes.',
    'Den forkerte vej (1): 2.1 Mål nummer 2.1.',
    'På vej (1): 1.1 Mål nummer 1.1.',
    'Ingen data endnu (1): 1.2 Mål nummer 1.2.',
    'Der er en indstilling til ét af punkterne.',
    'Tallene er fra udgivelse 7, 12. november 2026, og ændres ikke i denne sag.',
    `Alle figurer, tabeller og kilder: ${address}`,
  ])
})

it('a name that ends in an abbreviation has one full stop', () => {
  const shown = shownGoal('2.1', 'wrong-way')
  expect(textOf([{ ...shown, name: { da: 'Møder, ture m.v.', en: 'Meetings etc.' } }])).toContain(
    '2.1 Møder, ture m.v.\n',
  )
})

it('is never more than ten lines, tells of every goal, and is at least five', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...poorestFirst), { maxLength: 15 }), (verdicts) => {
      const text = textOf(verdicts.map((verdict, index) => shownGoal(`${index + 1}.1`, verdict)))
      const lines = text.split('\n')
      expect(lines.length).toBeGreaterThanOrEqual(5)
      expect(lines.length).toBeLessThanOrEqual(10)
      for (const index of verdicts.keys()) expect(text).toContain(`${index + 1}.1 Mål nummer`)
    }),
  )
})
