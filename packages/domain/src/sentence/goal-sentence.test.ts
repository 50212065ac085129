import { expect, test } from 'vitest'
import type { IndicatorSummary } from '../release/documents.ts'
import { goalSentence, headlinesSentence } from './goal-sentence.ts'

type Part = Pick<IndicatorSummary, 'slug' | 'headlineOf' | 'latest' | 'retired' | 'sentence' | 'verdict'>

const summary = (slug: string, verdict: Part['verdict'], isHeadline: boolean, isMeasured: boolean): Part => ({
  slug,
  verdict,
  headlineOf: isHeadline ? ['2.2'] : [],
  latest: isMeasured ? { period: '2025', value: 1, status: 'A', margin: null } : null,
  retired: false,
  sentence: { da: `Fundet af ${slug}.`, en: `The finding of ${slug}.` },
})
const goal = (verdict: Part['verdict'], headline: string | null) => ({ number: '2.2', verdict, headline })

test('a goal is said to have no figures only of its headline indicator, and how many others have is told', () => {
  const missing = summary('a', 'no-data', true, false)
  expect(goalSentence(goal('no-data', 'a'), [missing])).toEqual({
    da: 'Vi kan endnu ikke sige, om vi er kommet tættere på målet: hovedindikatoren har ingen tal.',
    en: 'It cannot be said yet whether the goal is closer: the headline indicator has no figures.',
  })
  const others = [summary('b', 'worsening', false, true), summary('c', 'improving', false, true)]
  expect(goalSentence(goal('no-data', 'a'), [missing, ...others])).toEqual({
    da: 'Vi kan endnu ikke sige, om vi er kommet tættere på målet: hovedindikatoren har ingen tal. To andre indikatorer har.',
    en: 'It cannot be said yet whether the goal is closer: the headline indicator has no figures. Two other indicators have.',
  })
  expect(goalSentence(goal('no-data', 'a'), [missing, ...others.slice(1)]).da).toMatch(/Én anden indikator har\.$/)
})

test('a goal with figures says what its deciding indicator says, one without indicators that nothing is decided', () => {
  expect(goalSentence(goal('stable', 'a'), [summary('a', 'stable', true, true)]).da).toBe('Fundet af a.')
  expect(goalSentence(goal('no-data', null), []).da).toBe('Det er endnu ikke besluttet, hvordan målet skal måles.')
  expect(goalSentence(goal('not-assessed', null), [summary('b', 'improving', false, true)]).da).toContain(
    'Ingen af indikatorerne er hovedindikator',
  )
})

test('a goal says on how many of its headline indicators it rests', () => {
  const [good, poor] = [summary('a', 'improving', true, true), summary('b', 'stable', true, true)]
  const missing = summary('c', 'no-data', true, false)
  expect(headlinesSentence(goal('improving', 'a'), [good])).toBeNull()
  expect(headlinesSentence(goal('stable', 'b'), [good, poor])?.da).toBe(
    'Målet har to hovedindikatorer og vurderes efter den, det går dårligst med.',
  )
  expect(headlinesSentence(goal('improving', 'a'), [good, missing])).toEqual({
    da: 'Kun den ene af de to hovedindikatorer kan vurderes endnu.',
    en: 'Only one of the two headline indicators can be assessed yet.',
  })
  expect(headlinesSentence(goal('stable', 'b'), [good, poor, missing])?.en).toBe(
    'Only two of the three headline indicators can be assessed yet. The goal is assessed by the one of them that does worst.',
  )
  expect(headlinesSentence(goal('no-data', 'c'), [missing, summary('d', 'no-data', true, false)])).toBeNull()
})
