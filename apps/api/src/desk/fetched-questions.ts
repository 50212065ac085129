import { writeNumber } from '@pejling/domain/intake/figure-text'
import type { FetchedQuestion } from '@pejling/domain/desk/views'
import { periodName, periodOf } from '@pejling/domain/period/period'
import { seriesName } from '@pejling/domain/release/series-name'
import { parseSeriesKey } from '@pejling/domain/series'
import type { Text, Locale } from '@pejling/domain/text'
import { reaches, type Actor } from '../db/actor.ts'
import type { Database } from '../db/database.ts'
import {
  decide,
  NoSuchQuestionError,
  openQuestions,
  type QuestionAnswer,
  type QuestionedFigure,
} from '../intake/sources/questions.ts'
import { getIndicator, kinds, listDefinitions } from '../workspace/definitions.ts'

/** What a fetch left to be decided, as the page of the connection shows it. */
export interface QuestionsShown {
  readonly withdrawn: readonly FetchedQuestion[]
  readonly heldBack: readonly FetchedQuestion[]
}

/** A figure as the form names it; neither part has a space in it. */
const keyOf = ({ series, period }: QuestionedFigure): string => `${series} ${period}`

/** What the newest fetch of an indicator left to be decided; nothing where there is no such indicator. */
export function questionsShown(db: Database, slug: string): QuestionsShown {
  const indicator = getIndicator(db, slug)
  if (!indicator) return { withdrawn: [], heldBack: [] }
  const names = { indicator, areas: listDefinitions(db, kinds.area), dimensions: listDefinitions(db, kinds.dimension) }
  const { withdrawn, heldBack } = openQuestions(db, slug)
  const figure = ({ series, period }: QuestionedFigure, value: number | null, locale: Locale): string => {
    const when = periodName(periodOf(indicator.cadence.periodKind, period), locale)
    const shown = value === null ? '–' : writeNumber(value, locale)
    return `${seriesName(names, parseSeriesKey(series))[locale]}, ${when}: ${shown}`
  }
  const beside = (subject: QuestionedFigure, { period, value }: { period: string; value: number | null }): Text => {
    const other = { series: subject.series, period }
    const [da, en] = [figure(subject, 0, 'da'), figure(subject, 0, 'en')]
    return { da: `${da} (${figure(other, value, 'da')})`, en: `${en} (${figure(other, value, 'en')})` }
  }
  return {
    withdrawn: withdrawn.map((one) => ({
      key: keyOf(one),
      name: { da: figure(one, one.value, 'da'), en: figure(one, one.value, 'en') },
    })),
    heldBack: heldBack.map(({ series, observation: { period }, neighbour }) => ({
      key: keyOf({ series, period }),
      name: beside({ series, period }, neighbour),
    })),
  }
}

/** Whether a person may decide about figures that a source withdrew. */
export const mayDecide = (actor: Actor): boolean => reaches(actor, 'administrator')

const nothingChosen: Text = { da: 'Vælg mindst ét tal.', en: 'Choose at least one figure.' }
const decidedMeanwhile: Text = {
  da: 'Et af tallene er der ikke længere noget at afgøre om; måske er det hentet eller afgjort i mellemtiden. Intet er ændret. Se listen igen.',
  en: 'There is nothing to decide of one of the figures any more; perhaps it has been fetched or decided meanwhile. Nothing was changed. See the list again.',
}

/** Decides about the figures that were ticked. Returns what is wrong; `null`: it is decided. Throws a NotAllowedError. */
export function decideTicked(
  db: Database,
  actor: Actor,
  indicator: string,
  ticked: readonly string[],
  answer: QuestionAnswer,
): Text | null {
  const subjects = ticked.map((key) => {
    const [series = '', period = ''] = key.split(' ')
    return { series, period }
  })
  if (subjects.length === 0) return nothingChosen
  try {
    decide(db, actor, { indicator, subjects, answer })
    return null
  } catch (error) {
    if (error instanceof NoSuchQuestionError) return decidedMeanwhile
    throw error
  }
}
