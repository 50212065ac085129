import type { Verdict } from '../progress/assessment.ts'
import type { Text } from '../text.ts'
import type { IndicatorSummary } from '../release/documents.ts'
import { type Movement } from '../progress/movement.ts'
import { movementWords } from './movement.ts'

const good: ReadonlySet<Verdict> = new Set(['improving', 'on-track', 'behind', 'too-slow'])
const bad: ReadonlySet<Verdict> = new Set(['worsening', 'wrong-way'])

/** The sign a reader sees in the words of a change. */
const signShown = (words: string | null): number => (words?.includes('+') ? 1 : words?.includes('−') ? -1 : 0)

const turned: Readonly<Record<keyof Text, RegExp>> = {
  da: /, men (?:steg|faldt) (?:igen )?fra |^Fra .*(?:steg|faldt) tallet|\. Fra .* (?:steg|faldt) tallet/,
  en: /, but (?:rose|fell) (?:again )?from |From .* the figure (?:rose|fell)/,
}
const course: Readonly<Record<keyof Text, RegExp>> = {
  da: /Tendensen i perioden|foran den besluttede vej|for lille til at tælle|ingen klar tendens|Den typiske ændring|Set over hele perioden|statistiske usikkerhed|kan være tilfældig/,
  en: /trend over the period|ahead of the decided path|too small to count|no clear trend|The typical change|Over the whole period|margin of error|may be chance/,
}

const says = (text: string, patterns: readonly RegExp[]): boolean => patterns.some((one) => one.test(text))

/**
 * What a reader of a card, a row or a slide would see without an explanation: a sign against the verdict, or the sign of the
 * latest step against that of the whole. Empty where all is said, both in the sentence and in what stands beside the signs.
 */
export function unexplained(
  indicator: Pick<IndicatorSummary, 'unit' | 'decimals' | 'noun' | 'direction' | 'periodKind'>,
  verdict: Verdict,
  { sentence, movement }: { readonly sentence: Text; readonly movement: Movement | null },
): string[] {
  if (movement === null) return []
  const words = movementWords(movement, indicator, 'da')
  const [whole, step] = [signShown(words.whole), signShown(words.step)]
  const wanted = indicator.direction === 'increase' ? 1 : indicator.direction === 'decrease' ? -1 : 0
  const judged = good.has(verdict) ? wanted : bad.has(verdict) ? -wanted : 0
  return (['da', 'en'] as const).flatMap((locale) => {
    const texts = [sentence[locale], movement.explanation?.[locale] ?? '']
    const missing = (...patterns: readonly RegExp[]): boolean => texts.some((text) => !says(text, patterns))
    return [
      ...(judged !== 0 && whole === -judged && missing(course[locale])
        ? [`${locale}: ${whole} beside ${verdict}`]
        : []),
      ...(whole !== 0 && step === -whole && missing(turned[locale]) ? [`${locale}: step against the whole`] : []),
      ...(judged !== 0 && step === -judged && missing(turned[locale], course[locale])
        ? [`${locale}: step beside ${verdict}`]
        : []),
    ]
  })
}
