import { documentPath } from '@pejling/domain/release/paths'
import { FrameworkDocument, GoalDocument } from '@pejling/domain/release/documents'
import { expect, it } from 'vitest'
import { documentsOf } from '../app/documents.fixture.ts'
import { visit, wordsOf } from '../app/visit.fixture.ts'

const pages = [
  ['/', '/en'],
  ['/maal/2.2', '/en/goal/2.2'],
  ['/indikator/valgdeltagelse-kv', '/en/indicator/valgdeltagelse-kv'],
] as const

const surveyed = <Summary extends FrameworkDocument['headlines'][number]>(summary: Summary): Summary => ({
  ...summary,
  latest: summary.latest && { ...summary.latest, margin: 2.08 },
})

it.each(pages)('how the figure lies against the country stands on %s and %s', (danish, english) => {
  expect(wordsOf(visit(danish))).toMatch(/1,3 procentpoint over landet; afstanden er (?:næsten )?\p{L}+ /u)
  expect(wordsOf(visit(danish)).split('over landet')).toHaveLength(2)
  expect(wordsOf(visit(english))).toMatch(/1\.3 percentage points above the national figure; the gap (?:is|has) /)
})

it('a survey’s margin stands as a number behind the figure, on the overview and on the page of its goal', () => {
  const framework = FrameworkDocument.parse(documentsOf().get(documentPath.framework('medborgerskab')))
  const goal = GoalDocument.parse(documentsOf().get(documentPath.goal('2.2')))
  const documents = {
    [documentPath.framework('medborgerskab')]: { ...framework, headlines: framework.headlines.map(surveyed) },
    [documentPath.goal('2.2')]: { ...goal, indicators: goal.indicators.map(surveyed) },
  }
  expect(wordsOf(visit('/', { documents }))).toContain('70,5 % ± 2,1')
  expect(wordsOf(visit('/maal/2.2', { documents }))).toContain('70,5 % ± 2,1')
  expect(wordsOf(visit('/en/goal/2.2', { documents }))).toContain('± 2.1')
})

it('an older release, which compared nothing, is shown as it was', () => {
  const goal = GoalDocument.parse(documentsOf().get(documentPath.goal('2.2')))
  const older = goal.indicators.map(({ comparison: _none, people: _nobody, ...summary }) => summary)
  const page = visit('/maal/2.2', { documents: { [documentPath.goal('2.2')]: { ...goal, indicators: older } } })
  expect(page.status).toBe(200)
  expect(wordsOf(page)).not.toContain('over landet')
})
