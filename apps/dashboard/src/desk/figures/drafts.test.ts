import { exampleObservation } from '@pejling/domain/observation/observation.fixture'
import { array, assert, constantFrom, property, tuple } from 'fast-check'
import { expect, it } from 'vitest'
import { draftAt, isConflict, outcomeOf, over, requestOf, typedOf, written, type Standing } from './drafts.ts'

const rules = { unit: 'percent', limits: { lower: 0, upper: 100 }, decimals: 1 } as const
const at = '217|2024'
const stands: Standing = new Map([
  [at, exampleObservation('2024', 70.5, { margin: 1.2, sampleSize: 900 })],
  ['217|2023', exampleObservation('2023', 69)],
])
const typed = (name: string, text: string) => written({}, stands, [[name, { text }]], 'da')
const sent = (drafts: ReturnType<typeof typed>) =>
  requestOf(drafts, { rules, locale: 'da', isLeftOut: () => false }).body

it('is nothing where the cell is as it stands', () => {
  expect(typed(at, '70,5 ')).toEqual({})
  const there = typed(at, '71')
  expect(written(there, stands, [[at, { text: '70,5' }]], 'da')).toEqual({})
})

it('sends what is written, and deletes what is emptied, without ever writing that it is missing', () => {
  expect(sent(typed('217|2025', '34/120 P')).observations).toMatchObject([
    { area: '217', categories: {}, period: '2025', numerator: 34, denominator: 120, status: 'P' },
  ])
  expect(sent(typed(at, ''))).toEqual({ observations: [], deleted: [{ area: '217', categories: {}, period: '2024' }] })
  expect(sent(typed(at, 'O')).observations).toMatchObject([{ value: null, status: 'O' }])
  expect(sent(typed('217|2025', 'mange'))).toEqual({ observations: [], deleted: [] })
})

it('keeps the margin of a value that stays, and drops that of another', () => {
  const change = (text: string) => sent(typed(at, text)).observations[0]
  expect(change('70,5 P')).toMatchObject({ margin: 1.2, sampleSize: 900 })
  expect(change('71')).toMatchObject({ margin: null, sampleSize: null })
  const [draft] = Object.values(typed(at, '71'))
  const given = {
    ...(draft ?? draftAt({}, stands, at, 'da')),
    about: { ...draftAt({}, stands, at, 'da').about, margin: 2 },
  }
  expect(outcomeOf(given, '2024', rules, 'da')).toMatchObject({ figure: { margin: 2, sampleSize: null } })
})

it('says that a share needs both its counts', () => {
  expect(outcomeOf(draftAt(typed(at, '34/'), stands, at, 'da'), '2024', rules, 'da')).toMatchObject({
    problem: { da: 'Skriv både tæller og nævner.' },
  })
})

it('is a conflict only where both have changed the same cell, to different things', () => {
  const conflict = (text: string, now: number) => {
    const draft = draftAt(typed(at, text), stands, at, 'da')
    const theirs = exampleObservation('2024', now, { margin: 1.2, sampleSize: 900 })
    return isConflict(draft, theirs, outcomeOf(draft, '2024', rules, 'da'))
  }
  expect([conflict('71', 70.5), conflict('71', 72)]).toEqual([false, true])
  const draft = draftAt(typed(at, '71'), stands, at, 'da')
  const theirs = exampleObservation('2024', 72)
  expect(isConflict(over(draft, theirs), theirs, outcomeOf(draft, '2024', rules, 'da'))).toBe(false)
})

it('loses nothing whatever is typed in whichever order', () => {
  const step = tuple(constantFrom(at, '217|2023', '217|2025'), constantFrom('', '71', '70,5', '69', 'L', 'x?'))
  assert(
    property(array(step, { maxLength: 12 }), (steps) => {
      let drafts = {}
      const last = new Map<string, string>()
      for (const [name, text] of steps) {
        drafts = written(drafts, stands, [[name, { text }]], 'da')
        last.set(name, text)
      }
      for (const [name, text] of last) expect(draftAt(drafts, stands, name, 'da').text).toBe(text)
      for (const name of Object.keys(drafts)) {
        expect(draftAt(drafts, stands, name, 'da').text).not.toBe(typedOf(stands.get(name) ?? null, 'da'))
      }
    }),
  )
})
