import { printedNumber } from '@pejling/domain/framework'
import type { Verdict } from '@pejling/domain/progress/assessment'
import type { FrameworkDocument, IndicatorSummary } from '@pejling/domain/release/documents'
import type { Text } from '@pejling/domain/text'
import { folded } from '@pejling/domain/text/folded'
import { shortQuery } from '@pejling/domain/text/short-query'
import MiniSearch from 'minisearch'

/** Something that can be found. */
export interface SearchHit {
  readonly kind: 'goal' | 'indicator'
  /** The number of a goal, the slug of an indicator. */
  readonly key: string
  readonly name: Text
  readonly verdict: Verdict
  /** The goals it belongs to. */
  readonly goals: readonly string[]
  /** The indicator in a few words; `null` of a goal. */
  readonly summary: IndicatorSummary | null
}

/** Finds goals and indicators, the best match first. An empty query finds nothing; of a very long one the beginning counts. */
export type Search = (query: string) => readonly SearchHit[]

// Words that stand in nearly every name and tell nothing apart.
const common = new Set(
  'af at de den der det en er et for fra i med og om på som til ved the of and in to a an for by with on'.split(' '),
)

/** Makes a search over everything a release has. Words are found by their beginning, and with a letter wrong where they are long. */
export function searchOver(frameworks: readonly FrameworkDocument[], indicators: readonly IndicatorSummary[]): Search {
  const goals = frameworks.flatMap(({ focusAreas }) =>
    focusAreas.flatMap((area) => area.goals.map((goal) => ({ area, goal }))),
  )
  const findings: readonly SearchHit[] = [
    ...goals.map(({ goal }) => ({
      kind: 'goal' as const,
      key: goal.number,
      name: goal.text,
      verdict: goal.verdict,
      goals: [goal.number],
      summary: null,
    })),
    ...indicators.map((summary) => ({
      kind: 'indicator' as const,
      key: summary.slug,
      name: summary.name,
      verdict: summary.verdict,
      goals: summary.goals,
      summary,
    })),
  ]
  const index = new MiniSearch({
    fields: ['number', 'name', 'around'],
    // A goal's number is one word: 2.2.
    tokenize: (text) => text.split(/[^\p{L}\p{N}.]+/u).map((word) => word.replace(/^\.+|\.+$/g, '')),
    processTerm: (term) => (term === '' || common.has(term.toLowerCase()) ? null : folded(term)),
    searchOptions: {
      boost: { number: 6, name: 3 },
      combineWith: 'AND',
      prefix: true,
      fuzzy: (term) => (term.length > 4 && !/\d/.test(term) ? 0.2 : false),
    },
  })
  const goalWords = new Map(
    goals.map(({ area, goal }) => [goal.number, [goal.text.da, goal.text.en, area.title.da, area.title.en].join(' ')]),
  )
  const sentences = new Map(indicators.map(({ slug, sentence }) => [slug, `${sentence.da} ${sentence.en}`]))
  index.addAll(
    findings.map((finding, id) => ({
      id,
      number: finding.kind === 'goal' ? printedNumber(finding.key) : '',
      name: `${finding.name.da} ${finding.name.en}`,
      around: [...finding.goals.map((number) => goalWords.get(number) ?? ''), sentences.get(finding.key) ?? ''].join(
        ' ',
      ),
    })),
  )
  return (query) => index.search(shortQuery(query)).flatMap(({ id }) => findings[Number(id)] ?? [])
}
