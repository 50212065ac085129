import { dayNumber } from '../day.ts'
import type { IndicatorSummary } from '../release/documents.ts'
import { periodOf } from '../period/period.ts'
import { inPeriod } from '../sentence/period-words.ts'
import type { Locale, Text } from '../text.ts'
import { formatValue, moveAsShown } from '../unit/format.ts'
import type { Action } from './action-plan.ts'

/** How far an action came, and whether its indicators have been measured since it began. */
export type OutcomeKind =
  'done-measured' | 'done-unmeasured' | 'done' | 'under-way-measured' | 'under-way' | 'planned' | 'idea' | 'stopped'

/** What came of an action: how far it came, and what was measured of its indicators after it began. */
export interface ActionOutcome {
  readonly kind: OutcomeKind
  /** A sentence for each indicator; none where nothing can be said. */
  readonly findings: readonly Text[]
}

/** What is to be known of an indicator an action is meant to move. */
export type MovedIndicator = Pick<
  IndicatorSummary,
  'slug' | 'name' | 'unit' | 'decimals' | 'noun' | 'periodKind' | 'points' | 'breakAt'
>

/** The newest figure whose whole period lies after a day, and the newest one comparable with it from wholly before. */
function around({ periodKind, points, breakAt }: MovedIndicator, begun: string) {
  const day = dayNumber(begun)
  const comparable = breakAt === null ? Number.NEGATIVE_INFINITY : periodOf(periodKind, breakAt).start
  const figures = points.flatMap(({ period, value }) => {
    const { start, end } = periodOf(periodKind, period)
    return value === null ? [] : [{ period, value, start, end }]
  })
  const after = figures.findLast(({ start }) => start >= day) ?? null
  const before = figures.findLast(({ start, end }) => end <= day && start >= comparable) ?? null
  return { before, after }
}

function findingIn(indicator: MovedIndicator, begun: string, locale: Locale): string {
  const { before, after } = around(indicator, begun)
  const da = locale === 'da'
  const name = `“${indicator.name[locale]}”`
  if (after === null) {
    return da
      ? `${name} er ikke målt, siden indsatsen begyndte.`
      : `${name} has not been measured since the action began.`
  }
  const told = ({ period, value }: { readonly period: string; readonly value: number }): string =>
    `${formatValue(value, indicator, locale)} ${inPeriod(indicator.periodKind, period, locale)}`
  if (before === null) {
    return da
      ? `${name} var ${told(after)}; der er intet tal fra før indsatsen at sammenligne med.`
      : `${name} was ${told(after)}; there is no figure from before the action to compare with.`
  }
  const move = moveAsShown(before.value, after.value, indicator.decimals)
  if (move === 0) {
    return da ? `${name} var ${told(before)} og ${told(after)}.` : `${name} was ${told(before)} and ${told(after)}.`
  }
  return da
    ? `${name} ${move > 0 ? 'steg' : 'faldt'} fra ${told(before)} til ${told(after)}.`
    : `${name} ${move > 0 ? 'rose' : 'fell'} from ${told(before)} to ${told(after)}.`
}

/**
 * What came of an action. Of one that is an idea, planned or stopped nothing is said beyond that. Of one that is under way
 * or done each indicator is named with its newest figure from before the action began and its newest from after. Only a
 * figure whose whole period lies after the first day counts. It states what followed what, never that the one brought
 * about the other. `indicators` are the summaries of the action's indicators; others are left out.
 */
export function outcomeOf(
  { state, startsOn, indicators: meant }: Pick<Action, 'state' | 'startsOn' | 'indicators'>,
  indicators: readonly MovedIndicator[],
): ActionOutcome {
  if (state !== 'done' && state !== 'under-way') return { kind: state, findings: [] }
  const own = startsOn === null ? [] : indicators.filter(({ slug }) => meant.includes(slug))
  if (startsOn === null || own.length === 0) return { kind: state, findings: [] }
  const isMeasured = own.some((indicator) => around(indicator, startsOn).after !== null)
  const kind = isMeasured ? (`${state}-measured` as const) : state === 'done' ? 'done-unmeasured' : 'under-way'
  return {
    kind,
    findings: own.map((indicator) => ({
      da: findingIn(indicator, startsOn, 'da'),
      en: findingIn(indicator, startsOn, 'en'),
    })),
  }
}

/** Each state in words. */
export const stateWords: Readonly<Record<Action['state'], Text>> = {
  idea: { da: 'Idé', en: 'Idea' },
  planned: { da: 'Planlagt', en: 'Planned' },
  'under-way': { da: 'I gang', en: 'Under way' },
  done: { da: 'Gennemført', en: 'Done' },
  stopped: { da: 'Stoppet', en: 'Stopped' },
}

/** Each kind of outcome in words, for counting. */
export const outcomeWords: Readonly<Record<OutcomeKind, Text>> = {
  ...stateWords,
  'done-measured': {
    da: 'Gennemført; der er nye tal, siden indsatsen begyndte',
    en: 'Done; there are new figures since the action began',
  },
  'done-unmeasured': {
    da: 'Gennemført; der er endnu ingen tal fra tiden efter, at indsatsen begyndte',
    en: 'Done; there are no figures yet from after the action began',
  },
  'under-way-measured': {
    da: 'I gang; der er nye tal, siden indsatsen begyndte',
    en: 'Under way; there are new figures since the action began',
  },
}

/** In the order they are counted in: what was done first. */
export const outcomeKinds: readonly OutcomeKind[] = [
  'done-measured',
  'done-unmeasured',
  'done',
  'under-way-measured',
  'under-way',
  'planned',
  'idea',
  'stopped',
]

/** How far an action is and what was measured after it began. */
export function progressWords({ state }: Pick<Action, 'state'>, { findings }: ActionOutcome): Text {
  const say = (locale: Locale): string =>
    findings.length === 0
      ? stateWords[state][locale]
      : [`${stateWords[state][locale]}.`, ...findings.map((finding) => finding[locale])].join(' ')
  return { da: say('da'), en: say('en') }
}
