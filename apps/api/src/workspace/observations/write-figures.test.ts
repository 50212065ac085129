import { exampleObservation } from '@pejling/domain/observation/observation.fixture'
import { ObservationsBlock, ObservationsPatch, type FigureFilter } from '@pejling/domain/workspace/observations'
import * as fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { system, type AccountHolder } from '../../db/actor.ts'
import type { Database } from '../../db/database.ts'
import { verify } from '../../db/verify.ts'
import { Problem } from '../../http/problem.ts'
import { smallInstallation } from '../../testing/installation.fixture.ts'
import { undoChangeSets } from '../undo.ts'
import { listFigures } from './list-figures.ts'
import { deleteFigures, figuresIn, findingsOf, patchFigures, putFigures, readBlock } from './write-figures.ts'

const who: AccountHolder = { actor: system, email: '' }
let db: Database

beforeEach(() => {
  db = smallInstallation()
})

const patch = (slug: string, ...observations: readonly unknown[]) =>
  patchFigures(db, who, slug, ObservationsPatch.parse({ observations }))
const figure = (slug: string, period: string) =>
  readBlock(db, slug).observations.find((one) => one.period === period && one.area === '217')

const block = (observations: readonly unknown[], slice?: unknown) =>
  putFigures(db, who, 'deltagelse', ObservationsBlock.parse({ observations, ...(slice !== undefined && { slice }) }))
const young = (period: string, value: number) => ({ area: '217', period, value, categories: { alder: '18-29' } })
const all = (filter: FigureFilter) => listFigures(db, filter, { after: null, limit: 1000 })

/** Where a write is refused, and with what words. */
function refusal(work: () => unknown): readonly [pointer: string, da: string][] {
  try {
    work()
  } catch (error) {
    if (error instanceof Problem) return error.errors.map(({ pointer, detail }) => [pointer, detail.da])
    throw error
  }
  return []
}

describe('writing some figures', () => {
  it('takes area, period and value alone', () => {
    const written = patch('arbejde', { area: '217', period: '2025', value: 71.5 })
    expect(written).toMatchObject({ added: 1, changed: 0, unchanged: 0, deleted: 0 })
    expect(figuresIn(db, 'arbejde', written.cells)).toEqual([
      { area: '217', categories: {}, ...exampleObservation('2025', 71.5) },
    ])
  })

  it('says what is odd about exactly the figures written', () => {
    const { cells } = patch('taler', { area: '217', period: '2025', value: 0.13 })
    const [finding] = findingsOf(db, 'taler', cells)
    expect(finding).toMatchObject({ kind: 'unit-change', weight: 'doubt', series: '217', period: '2025' })
    expect(findingsOf(db, 'taler', new Set(['217|2024']))).toEqual([])
  })

  it('refuses what cannot be a figure of the indicator, place by place, and writes nothing then', () => {
    const before = readBlock(db, 'deltagelse')
    const wrong = refusal(() =>
      patch(
        'deltagelse',
        { area: '217', period: '2025', value: 70 },
        { area: '217', period: '2025', value: 71 },
        { area: '999', period: '2025', value: 1 },
        { area: '217', period: '2024/25', value: 1 },
        { area: '217', period: '2052', value: 1 },
        { area: '217', period: '2023', value: null },
        { area: '217', period: '2023', value: 5, status: 'L' },
        { area: '000', period: '2023', value: 101 },
        { area: '217', period: '2022', value: 1, provenance: 'ukendt' },
        { area: '217', period: '2022', value: 1, categories: { alder: '90-plus' } },
        { area: '000', period: '2022', value: 1, categories: { koen: 'kvinder' } },
      ),
    )
    expect(wrong.map(([pointer]) => pointer)).toEqual([
      '/observations/1/period',
      '/observations/2/area',
      '/observations/3/period',
      '/observations/4/period',
      '/observations/5/status',
      '/observations/6/value',
      '/observations/6/period',
      '/observations/7/value',
      '/observations/8/provenance',
      '/observations/9/categories/alder',
      '/observations/10/categories/koen',
    ])
    expect(wrong[1]?.[1]).toBe('Området "999" findes ikke i arbejdsrummet. Brug et af: 000, 217.')
    expect(wrong[3]?.[1]).toContain('2052 er ikke begyndt endnu')
    expect(readBlock(db, 'deltagelse')).toEqual(before)
  })

  it('takes a period that has not begun where that is said', () => {
    const observations = [{ area: '217', period: '2052', value: 1 }]
    patchFigures(db, who, 'arbejde', ObservationsPatch.parse({ allowFuture: true, observations }))
    expect(figure('arbejde', '2052')?.value).toBe(1)
  })
})

describe('a block', () => {
  it('deletes what of its slice is not in it, and nothing else', () => {
    const before = readBlock(db, 'deltagelse').observations.length
    const written = block([young('2023', 41), young('2024', 45)], {
      area: ['217'],
      category: ['alder:18-29'],
      from: '2022',
    })
    expect(written).toMatchObject({ changed: 2, deleted: 1 })
    expect(readBlock(db, 'deltagelse').observations).toHaveLength(before - 1)
    expect(block([])).toMatchObject({ deleted: 0, changeSet: null })
  })

  it('refuses what lies outside its slice', () => {
    const outside = refusal(() => block([{ area: '000', period: '2024', value: 1 }], { area: ['217'], from: '2024' }))
    expect(outside.map(([pointer]) => pointer)).toEqual(['/observations/0/period'])
    expect(figure('deltagelse', '2024')?.value).toBe(65)
  })
})

it('what is deleted is there no more, and that can be undone', () => {
  const before = readBlock(db, 'deltagelse')
  const written = deleteFigures(db, who, 'deltagelse', { reason: 'Fejl', period: ['2024'], category: ['alder:_T'] })
  expect(written).toMatchObject({ deleted: 2 })
  expect(figure('deltagelse', '2024')).toMatchObject({ categories: { alder: '18-29' } })
  expect(undoChangeSets(db, system, [written.changeSet ?? 0])).toBe(null)
  expect(readBlock(db, 'deltagelse')).toEqual(before)
  expect(() => deleteFigures(db, who, 'deltagelse', { reason: '' })).toThrow('Say which figures')
  expect(verify(db)).toEqual([])
})

it('figures that are computed, and those of others, are not written', () => {
  const stranger: AccountHolder = { actor: { name: 'Bo', role: 'contributor' }, email: 'bo@example.dk' }
  const observations = [{ area: '217', period: '2025', value: 1 }]
  expect(() => patchFigures(db, stranger, 'arbejde', ObservationsPatch.parse({ observations }))).toThrow('contributor')
  expect(() => patch('ukendt', ...observations)).toThrow('There is no indicator "ukendt"')
})

describe('the list across indicators', () => {
  it('is filtered by any of several values, and by all filters together', () => {
    expect(all({}).total).toBe(25)
    expect(all({ indicator: ['taler', 'arbejde'] }).figures).toMatchObject([{ indicator: 'taler', value: 12.5 }])
    expect(all({ area: ['000'], from: '2023' }).figures.map(({ period }) => period)).toEqual(['2023', '2024'])
    expect(all({ category: ['alder:18-29', 'alder:30-plus'], to: '2019' }).total).toBe(2)
    expect(all({ category: ['alder:_T'], period: ['2024'] }).total).toBe(3)
    expect(all({ category: ['alder:_T', 'alder:18-29'], area: ['217'], indicator: ['deltagelse'] }).total).toBe(12)
    expect(all({ status: ['P'] }).total).toBe(0)
  })

  it('has what was written since a moment', () => {
    const since = db.clock()
    patch('taler', { area: '217', period: '2025', value: 13 })
    expect(all({ changedSince: since }).figures).toMatchObject([{ indicator: 'taler', period: '2025' }])
    expect(all({ changedSince: db.clock() }).total).toBe(0)
  })

  it('comes whole, page by page, whatever the pages’ size', () => {
    const whole = all({}).figures
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), (limit) => {
        const pages: unknown[] = []
        for (let page = listFigures(db, {}, { after: null, limit }); ;) {
          pages.push(...page.figures)
          if (page.next === null) break
          page = listFigures(db, {}, { after: page.next, limit })
        }
        expect(pages).toEqual(whole)
      }),
    )
  })
})
