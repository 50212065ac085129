import type { GoalSummary, IndicatorSummary } from '../release/documents.ts'
import { started, type Locale, type Text } from '../text.ts'

const small: Readonly<Record<Locale, readonly string[]>> = {
  da: ['ingen', 'én', 'to', 'tre', 'fire', 'fem', 'seks', 'syv', 'otte', 'ni', 'ti'],
  en: ['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'],
}
const inWords = (count: number, locale: Locale): string => small[locale][count] ?? String(count)

type Of = Pick<IndicatorSummary, 'slug' | 'headlineOf' | 'latest' | 'retired' | 'sentence' | 'verdict'>

const isMeasured = ({ latest }: Pick<Of, 'latest'>): boolean => latest !== null

/** What is said where the headline indicator has no figures, and how many others have. */
function withoutFigures(headlines: readonly Of[], others: number): Text {
  const several = headlines.length > 1
  const da = `Vi kan endnu ikke sige, om vi er kommet tættere på målet: ${several ? 'hovedindikatorerne' : 'hovedindikatoren'} har ingen tal.`
  const en = `It cannot be said yet whether the goal is closer: the headline ${several ? 'indicators have' : 'indicator has'} no figures.`
  if (others === 0) return { da, en }
  return {
    da: `${da} ${started(inWords(others, 'da'))} ${others === 1 ? 'anden indikator' : 'andre indikatorer'} har.`,
    en: `${en} ${started(inWords(others, 'en'))} other ${others === 1 ? 'indicator has' : 'indicators have'}.`,
  }
}

/** How a goal goes, in words: the finding of the indicator that decides it, or why there is none. */
export function goalSentence(
  { number, headline }: Pick<GoalSummary, 'number' | 'headline'>,
  indicators: readonly Of[],
): Text {
  const own = indicators.filter(({ retired }) => !retired)
  if (own.length === 0) {
    return {
      da: 'Det er endnu ikke besluttet, hvordan målet skal måles.',
      en: 'It has not been decided yet how the goal is to be measured.',
    }
  }
  const decisive = indicators.find(({ slug }) => slug === headline)
  if (!decisive) {
    return {
      da: 'Ingen af indikatorerne er hovedindikator for målet, så det vurderes ikke.',
      en: 'None of the indicators is a headline indicator of the goal, so it is not assessed.',
    }
  }
  if (isMeasured(decisive) || decisive.verdict !== 'no-data') return decisive.sentence
  const headlines = own.filter(({ headlineOf }) => headlineOf.includes(number))
  return withoutFigures(headlines, own.filter((one) => !headlines.includes(one) && isMeasured(one)).length)
}

const isAssessed = ({ verdict }: Of): boolean => verdict !== 'not-assessed' && verdict !== 'no-data'

/** On how many of its headline indicators a goal's verdict rests; `null` where it has one at most, or none is assessed. */
export function headlinesSentence({ number }: Pick<GoalSummary, 'number'>, indicators: readonly Of[]): Text | null {
  const headlines = indicators.filter(({ headlineOf, retired }) => headlineOf.includes(number) && !retired)
  const [all, assessed] = [headlines.length, headlines.filter(isAssessed).length]
  if (all < 2 || assessed === 0) return null
  if (assessed === all) {
    return {
      da: `Målet har ${inWords(all, 'da')} hovedindikatorer og vurderes efter den, det går dårligst med.`,
      en: `The goal has ${inWords(all, 'en')} headline indicators and is assessed by the one that does worst.`,
    }
  }
  if (assessed === 1) {
    return {
      da: `Kun den ene af de ${inWords(all, 'da')} hovedindikatorer kan vurderes endnu.`,
      en: `Only one of the ${inWords(all, 'en')} headline indicators can be assessed yet.`,
    }
  }
  return {
    da: `Kun ${inWords(assessed, 'da')} af de ${inWords(all, 'da')} hovedindikatorer kan vurderes endnu. Målet vurderes efter den af dem, det går dårligst med.`,
    en: `Only ${inWords(assessed, 'en')} of the ${inWords(all, 'en')} headline indicators can be assessed yet. The goal is assessed by the one of them that does worst.`,
  }
}
