import { exampleAction } from '@pejling/domain/action-plan/action-plan.fixture'
import { derive } from '@pejling/domain/derived/derive'
import { seriesKey } from '@pejling/domain/series'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { writeDelivery } from './data-folder.ts'
import { deliveredFiles, wellRead } from './delivered.fixture.ts'
import { readFolder, writeFolder } from './folder.ts'

const delivered = wellRead(deliveredFiles)

/** The catalogue of indicators, by focus area. */
const catalogue = `
  karaktergennemsnit-9kl dansk-matematik-02 hoejt-fravaer overgang-ungdomsudd profilmodel-ungdomsuddannelse
  ungdomsudd-25aarige neet-16-24 laerepladssoegende skole-hjem-samtaler foraeldretilfredshed skolebestyrelse-kampvalg
  kandidater-koen byraad-repraesentation-unge bestyrelser-dissimilaritet-alder bestyrelser-repraesentation-herkomst
  valgdeltagelse-kv valgdeltagelse-fv valgdeltagelse-gab-unge valgsted-spredning foerstegangsvaelgere elevraad-aktive
  ungeraad-deltagelse
  beskaeftigelsesfrekvens beskaeftigelse-herkomstratio offentligt-forsoergede langvarig-ydelse partnerskaber-aktive
  job-via-partnerskab virksomhedssamarbejde
  idraetsmedlemskaber frivilligt-arbejde-12mdr foreningsmedlemskab medlemsratio-koen-unge
  foreningsbestyrelser-repraesentation fritidspas-boern nye-foreninger pulje-tilsagn ensomhed paragraf18-midler
  samskabelsesprojekter foreninger-inddraget
  digital-post-fritaget forstaaelig-information borgerpanel-medlemmer dialogmoeder-deltagere hoeringssvar
  oplevet-indflydelse tillid-til-andre aktiviteter-paa-tvaers unge-blandt-deltagere elevtrivsel`
  .trim()
  .split(/\s+/)

test('the delivered folder holds the whole policy: five focus areas, fifteen goals, the last two areas printed 4', () => {
  const { focusAreas, goals } = delivered
  expect(focusAreas.map(({ slug }) => slug)).toEqual([
    'uddannelse',
    'demokrati',
    'arbejdsmarked',
    'frivillige',
    'dialog',
  ])
  expect(focusAreas.map(({ printedNumber }) => printedNumber)).toEqual([null, null, null, null, '4'])
  expect(goals.map(({ number }) => number).join(' ')).toBe(
    '1.1 1.2 1.3 2.1 2.2 2.3 3.1 3.2 4.1 4.2 4.3 4.4 5.1 5.2 5.3',
  )
})

test('every municipality lies in one region and one of the five municipality groups, and those in the country', () => {
  const byCode = new Map(delivered.areas.map((area) => [area.code, area]))
  const kindsAbove = (code: string): string[] =>
    (byCode.get(code)?.parents ?? []).map((parent) => byCode.get(parent)?.kind ?? 'unknown').sort()
  const municipalities = delivered.areas.filter(({ kind }) => kind === 'municipality')
  expect(municipalities).toHaveLength(98)
  for (const { code, name } of municipalities) {
    expect(kindsAbove(code), name.da).toEqual(['municipality-group', 'region'])
  }
  const sizes = (kind: string): Record<string, number> =>
    Object.fromEntries(
      delivered.areas
        .filter((area) => area.kind === kind)
        .map(({ code, parents }) => {
          expect(parents, code).toEqual(['000'])
          return [code, municipalities.filter((one) => one.parents.includes(code)).length]
        }),
    )
  expect(sizes('municipality-group')).toEqual({ '1': 24, '2': 3, '3': 16, '4': 24, '5': 31 })
  // Region Østdanmark takes over from 084 and 085 in 2027; until then no municipality lies in it.
  expect(sizes('region')).toEqual({ '081': 11, '082': 19, '083': 22, '084': 29, '085': 17, '086': 0 })
})

test('every indicator of the catalogue is defined, with background beside them', () => {
  const slugs = delivered.indicators.map(({ slug }) => slug)
  expect(slugs).toEqual(
    [
      ...catalogue,
      'befolkning-16-66',
      'befolkning-18-plus',
      'bestyrelsesmedlemmer',
      'byraadsmedlemmer',
      'forsoergede-fuldtidspersoner',
      'kun-grundskole-25-29',
    ].sort(),
  )
})

test('every goal has one or two headline indicators, and none of them is shown for background only', () => {
  for (const goal of delivered.goals) {
    const headlines = delivered.indicators.filter(({ goals }) =>
      goals.some((link) => link.goal === goal.slug && link.headline),
    )
    expect(headlines.length, goal.number).toBeGreaterThanOrEqual(1)
    expect(headlines.length, goal.number).toBeLessThanOrEqual(2)
    expect(headlines.map(({ kind }) => kind)).not.toContain('context')
  }
})

/** The indicators with a figure of Helsingør as a whole; the difference between polling stations is derived from theirs. */
const measured: ReadonlySet<string> = new Set([
  'valgsted-spredning',
  ...delivered.observations.filter(({ series }) => seriesKey(series) === '217').map(({ indicator }) => indicator),
])

test('a goal without figures of its own in Helsingør is shown the nearest figure with the reason, and nine goals have one', () => {
  const shown = delivered.goals.map(({ slug, number }) => {
    const links = delivered.indicators.flatMap((indicator) =>
      indicator.goals.filter(({ goal }) => goal === slug).map((link) => ({ ...link, slug: indicator.slug })),
    )
    const known = links.filter((link) => measured.has(link.slug))
    const judged = known.some(({ headline }) => headline)
    const nearest = known.filter((link) => link.nearest)
    expect(nearest.length, number).toBeLessThanOrEqual(1)
    return judged ? `${number} judged` : nearest.map((link) => `${number} ${link.slug}`).join()
  })
  expect(shown.filter((one) => one !== '')).toEqual([
    '1.1 karaktergennemsnit-9kl',
    '1.2 judged',
    '2.2 judged',
    '3.1 judged',
    '3.2 beskaeftigelsesfrekvens',
    '4.1 judged',
    '4.3 ensomhed',
    '4.4 pulje-tilsagn',
    '5.3 elevtrivsel',
  ])
})

test('every indicator without figures of Helsingør says where the figure is to come from', () => {
  const silent = delivered.indicators.filter(
    ({ slug, withoutFigures }) => !measured.has(slug) && withoutFigures === undefined,
  )
  expect(silent.map(({ slug }) => slug)).toEqual([])
})

test('all sourced figures are there, each with its provenance', () => {
  const known = new Set(delivered.provenances.map(({ slug }) => slug))
  expect(delivered.observations).toHaveLength(1796)
  expect(delivered.observations.filter(({ observation }) => !known.has(observation.provenance ?? ''))).toEqual([])
  expect(known).not.toContain('demonstration')
  const used = new Set(delivered.observations.map(({ observation }) => observation.provenance))
  expect([...known].filter((slug) => !used.has(slug))).toEqual([])
})

test('a share with its counts is what they make', () => {
  const counted = delivered.observations.filter(
    ({ observation }) => observation.numerator !== null && observation.denominator !== null,
  )
  expect(counted.length).toBeGreaterThan(900)
  for (const { indicator, series, observation } of counted) {
    const { numerator, denominator, value, period } = observation
    const share = (100 * (numerator ?? 0)) / (denominator ?? 1)
    expect(Math.abs(share - (value ?? 0)), `${indicator} ${series.area} ${period}`).toBeLessThan(0.0051)
  }
})

/** Votes cast and voters of an area at the municipal election of 2013. */
const countsIn2013 = (area: string): (number | null)[] =>
  delivered.observations
    .filter(
      ({ indicator, series, observation }) =>
        indicator === 'valgdeltagelse-kv' && seriesKey(series) === area && observation.period === '2013-11-19',
    )
    .flatMap(({ observation }) => [observation.numerator, observation.denominator])

const sumIn2013 = (codes: readonly string[]): number[] =>
  [0, 1].map((at) => codes.reduce((total, code) => total + (countsIn2013(code)[at] ?? Number.NaN), 0))

const areasIn = (parent: string, wanted: string): string[] =>
  delivered.areas.filter(({ kind, parents }) => kind === wanted && parents.includes(parent)).map(({ code }) => code)

test('the municipalities of an election add up to their region and group, and those to the country', () => {
  for (const area of ['081', '082', '083', '084', '085', '3']) {
    expect(sumIn2013(areasIn(area, 'municipality')), area).toEqual(countsIn2013(area))
  }
  expect(sumIn2013(['081', '082', '083', '084', '085'])).toEqual(countsIn2013('000'))
  expect(sumIn2013(areasIn('000', 'municipality-group'))).toEqual(countsIn2013('000'))
})

test('the difference between polling stations follows from the stations themselves', () => {
  const spread = delivered.indicators.find(({ slug }) => slug === 'valgsted-spredning')
  const turnout = delivered.indicators.find(({ slug }) => slug === 'valgdeltagelse-kv')
  if (!spread || !turnout) throw new Error('Both indicators are delivered')
  const figures = delivered.observations.filter(({ indicator }) => indicator === turnout.slug)
  const series = [...Map.groupBy(figures, (one) => seriesKey(one.series))].flatMap(([key, rows]) =>
    rows[0] ? [{ key, ...rows[0].series, observations: rows.map(({ observation }) => observation) }] : [],
  )
  const derived = derive(spread, [{ indicator: turnout, series }], delivered.dimensions)
  expect(derived.find(({ area }) => area === '217')?.observations.map(({ period, value }) => [period, value])).toEqual([
    ['2013-11-19', expect.closeTo(12.71, 2)],
  ])
})

test('no target and no action plan is delivered, because nobody has decided any', () => {
  expect([delivered.targets, delivered.actionPlans]).toEqual([[], []])
})

test('turnout in Helsingør stands under the days of the elections, and 2001 is set apart', () => {
  const turnout = delivered.observations
    .filter(
      ({ indicator, series }) =>
        indicator === 'valgdeltagelse-kv' && series.area === '217' && Object.keys(series.categories).length === 0,
    )
    .map(({ observation }) => [observation.period, observation.value, observation.status])
  expect(turnout).toEqual([
    ['2001-11-20', 83.72, 'D'],
    ['2005-11-15', 66.04, 'B'],
    ['2009-11-17', 67.37, 'A'],
    ['2013-11-19', 73.84, 'A'],
    ['2017-11-21', 71.99, 'A'],
    ['2021-11-16', 68.57, 'A'],
    ['2025-11-18', 70.49, 'A'],
  ])
})

test('an estimate and a figure of another delimitation say so beside the figure', () => {
  const marked = delivered.observations.filter(({ observation }) => ['D', 'E'].includes(observation.status))
  expect(marked.length).toBeGreaterThan(200)
  expect(marked.filter(({ observation }) => observation.footnote === null)).toEqual([])
})

test('the three ways of counting 25-year-olds never stand in one series', () => {
  const groups = delivered.observations
    .filter(({ indicator }) => indicator === 'ungdomsudd-25aarige')
    .map(({ series }) => series.categories['population'])
  const sizes = [...Map.groupBy(groups, String)].map(([group, rows]) => [group, rows.length])
  expect(Object.fromEntries(sizes)).toEqual({
    'alle-bosatte': 3,
    'grundskole-i-danmark': 3,
    'afgraensning-ikke-bekraeftet': 2,
  })
})

test('what is read from the delivered folder is written back byte for byte', () => {
  const written = writeDelivery(delivered)
  expect([...written.keys()]).toEqual([...deliveredFiles.keys()])
  for (const [file, text] of deliveredFiles) expect(written.get(file), file).toBe(text)
})

const text = (da: string): { da: string; en: string } => ({ da, en: da })

const withMore = {
  ...delivered,
  targets: [
    {
      indicator: 'valgdeltagelse-kv',
      target: {
        slug: 'byraadets-maal',
        series: '217',
        baseline: { period: '2021-11-16', value: 68.57 },
        target: { period: '2029-11-20', value: 75 },
        band: null,
        benchmark: null,
        milestones: [{ period: '2025-11-18', value: 71 }],
        method: null,
        decidedBy: text('Byrådet: møde "12" # ja'),
        decidedOn: '2022-01-31',
        note: text('- begynder med en streg'),
      },
    },
  ],
  actionPlans: [
    {
      year: 2026,
      mark: null,
      framework: 'medborgerskab',
      title: text('Handleplan 2026'),
      actions: [
        exampleAction('foerste-stemme', {
          title: text('Min første stemme'),
          description: text('To linjer:\nden anden'),
          responsible: text('Center for noget'),
          state: 'planned',
          startsOn: '2026-02-01',
          goals: ['hoej-valgdeltagelse'],
          indicators: ['valgdeltagelse-kv'],
          milestones: [{ title: text('Skolerne: alle er spurgt'), due: '2026-03-01', done: true }],
          continues: { year: 2025, action: 'foerste-stemme' },
        }),
      ],
    },
  ],
}

test('what is written is read back the same, targets and action plans too', () => {
  expect(wellRead(writeDelivery(withMore))).toEqual(withMore)
})

test('the order of a delivery does not show in its files', () => {
  const shuffled = {
    ...withMore,
    focusAreas: withMore.focusAreas.toReversed(),
    goals: withMore.goals.toReversed(),
    areas: withMore.areas.toReversed(),
    dimensions: withMore.dimensions.toReversed(),
    sources: withMore.sources.toReversed(),
    provenances: withMore.provenances.toReversed(),
    indicators: withMore.indicators.toReversed(),
    observations: withMore.observations.toReversed(),
  }
  expect([...writeDelivery(shuffled)]).toEqual([...writeDelivery(withMore)])
})

test('files are written to a folder and read from it unchanged; files of other kinds are passed over', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pejling-data-'))
  try {
    writeFolder(folder, deliveredFiles)
    writeFileSync(join(folder, 'README.md'), 'Til læseren')
    expect([...readFolder(folder)]).toEqual([...deliveredFiles])
  } finally {
    rmSync(folder, { recursive: true })
  }
})
