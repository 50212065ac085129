import { haveOneName } from '@pejling/domain/sentence/verdict-words'
import { inARow, type Locale, type Text } from '@pejling/domain/text'
import type { PreviewItem } from '@pejling/domain/workspace/releases'

/* What a release brings, said in one sentence, and what it may be called. */

/** How much a release brings. */
export interface ReleaseCounts {
  readonly indicators: number
  readonly added: number
  readonly corrected: number
  readonly removed: number
  readonly verdicts: number
  readonly texts: number
}

/** Counts what the chosen items would bring. */
export function countItems(items: readonly PreviewItem[]): ReleaseCounts {
  const chosen = items.filter((item) => item.chosen)
  const indicators = chosen.filter(({ kind }) => kind === 'indicator')
  const figures = indicators.flatMap((item) => item.figures)
  return {
    indicators: indicators.length,
    added: figures.filter(({ before }) => before === null).length,
    corrected: figures.filter(({ before, after }) => before !== null && after !== null).length,
    removed: figures.filter(({ after }) => after === null).length,
    verdicts: indicators.filter(
      ({ assessment }) =>
        assessment !== null && !haveOneName(assessment.before?.verdict ?? null, assessment.after?.verdict ?? null),
    ).length,
    texts: chosen.length - indicators.length,
  }
}

type Forms = readonly [one: string, other: string]

const counted = (count: number, [one, other]: Forms): string[] =>
  count === 0 ? [] : [`${count} ${count === 1 ? one : other}`]

const figureWords = {
  da: {
    added: ['nyt tal', 'nye tal'],
    corrected: ['rettet tal', 'rettede tal'],
    removed: ['fjernet tal', 'fjernede tal'],
  },
  en: {
    added: ['new figure', 'new figures'],
    corrected: ['corrected figure', 'corrected figures'],
    removed: ['removed figure', 'removed figures'],
  },
} as const

/** The figures of a release by what has become of them: `14 nye tal`, `2 rettede tal`. */
export const figuresInWords = (
  counts: Pick<ReleaseCounts, 'added' | 'corrected' | 'removed'>,
  locale: Locale,
): readonly string[] =>
  (['added', 'corrected', 'removed'] as const).flatMap((name) => counted(counts[name], figureWords[locale][name]))

const words = {
  da: {
    now: 'Nu udgives',
    later: (at: string) => `Den ${at} udgives`,
    ask: 'Når en anden har godkendt det, udgives',
    indicators: ['indikator', 'indikatorer'],
    texts: ['ændret tekst', 'ændrede tekster'],
    with: 'med',
    verdicts: ['indikator skifter vurdering', 'indikatorer skifter vurdering'],
    end: 'Det kan ikke fortrydes.',
  },
  en: {
    now: 'This publishes',
    later: (at: string) => `On ${at} this publishes`,
    ask: 'When another person has approved it, this publishes',
    indicators: ['indicator', 'indicators'],
    texts: ['changed text', 'changed texts'],
    with: 'with',
    verdicts: ['indicator changes assessment', 'indicators change assessment'],
    end: 'It cannot be undone.',
  },
} as const

/** A release in one sentence: what comes out, when, and that it stays. `at`: the time in words; `null`: at once. */
export function releaseSentence(
  counts: ReleaseCounts,
  { at, needsApproval }: { readonly at: string | null; readonly needsApproval: boolean },
  locale: Locale,
): string {
  const said = words[locale]
  const figures = inARow(figuresInWords(counts, locale), locale)
  const indicators = counted(counts.indicators, said.indicators).map((text) =>
    figures === '' ? text : `${text} ${said.with} ${figures}`,
  )
  const what = inARow([...indicators, ...counted(counts.texts, said.texts)], locale)
  const when = at === null ? (needsApproval ? said.ask : said.now) : said.later(at)
  const verdicts = counted(counts.verdicts, said.verdicts).map((text) => ` ${text}.`)
  return `${when} ${what}.${verdicts.join('')} ${said.end}`
}

/** What a release may be called, by what it brings. */
export function proposedTitle(items: readonly PreviewItem[]): Text {
  const indicators = items.filter(({ chosen, kind }) => chosen && kind === 'indicator')
  const { added } = countItems(items)
  const [only] = indicators
  if (only === undefined) return { da: 'Ændrede tekster', en: 'Changed texts' }
  const what = added > 0 ? { da: 'Nye tal', en: 'New figures' } : { da: 'Ændringer', en: 'Changes' }
  return indicators.length === 1
    ? { da: `${what.da}: ${only.name.da}`, en: `${what.en}: ${only.name.en}` }
    : { da: `${what.da} for ${indicators.length} indikatorer`, en: `${what.en} for ${indicators.length} indicators` }
}
