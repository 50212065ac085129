import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { Verdict } from '../progress/assessment.ts'
import { frameworkSentence } from './framework-sentence.ts'

const times = (count: number, verdict: Verdict): Verdict[] => Array.from({ length: count }, () => verdict)

test.each<[string, Verdict[], string, string]>([
  ['no goals', [], 'Der er ingen mål endnu.', 'There are no goals yet.'],
  ['one that goes well', ['reached'], 'Målet går den rigtige vej.', 'The goal is moving in the right direction.'],
  [
    'one that is too slow',
    ['behind'],
    'Målet går den rigtige vej, men for langsomt.',
    'The goal is moving in the right direction, but too slowly.',
  ],
  [
    'one that goes badly',
    ['worsening'],
    'Målet går ikke den rigtige vej.',
    'The goal is not moving in the right direction.',
  ],
  ['one without figures', ['no-data'], 'Målet kan endnu ikke måles.', 'The goal cannot be measured yet.'],
  [
    'two that go well',
    times(2, 'on-track'),
    'Begge mål går den rigtige vej.',
    'Both goals are moving in the right direction.',
  ],
  [
    'all of fifteen',
    times(15, 'improving'),
    'Alle 15 mål går den rigtige vej.',
    'All 15 goals are moving in the right direction.',
  ],
  [
    'none measurable',
    [...times(10, 'no-data'), ...times(5, 'not-assessed')],
    'Ingen af de 15 mål kan måles endnu.',
    'None of the 15 goals can be measured yet.',
  ],
  [
    'some well, some badly, some unknown',
    [...times(3, 'reached'), ...times(3, 'improving'), ...times(2, 'wrong-way'), ...times(7, 'no-data')],
    '6 af 15 mål går den rigtige vej; 7 kan endnu ikke måles.',
    '6 of 15 goals are moving in the right direction; 7 cannot be measured yet.',
  ],
  [
    'one well, one too slow',
    ['reached', 'too-slow', 'stable'],
    '1 af 3 mål går den rigtige vej; 1 går for langsomt.',
    '1 of 3 goals is moving in the right direction; 1 is moving too slowly.',
  ],
  [
    'well, too slow and unknown',
    [...times(6, 'on-track'), ...times(2, 'behind'), ...times(7, 'no-data')],
    '6 af 15 mål går den rigtige vej, 2 går for langsomt, og 7 kan endnu ikke måles.',
    '6 of 15 goals are moving in the right direction, 2 are moving too slowly, and 7 cannot be measured yet.',
  ],
  [
    'at best too slow',
    [...times(2, 'too-slow'), 'no-change'],
    '2 af 3 mål går den rigtige vej, men for langsomt.',
    '2 of 3 goals are moving in the right direction, but too slowly.',
  ],
  [
    'all too slow',
    times(3, 'too-slow'),
    'Alle 3 mål går den rigtige vej, men for langsomt.',
    'All 3 goals are moving in the right direction, but too slowly.',
  ],
  [
    'none well',
    [...times(2, 'worsening'), 'no-data'],
    'Ingen af de 3 mål går den rigtige vej; 1 kan endnu ikke måles.',
    'None of the 3 goals is moving in the right direction; 1 cannot be measured yet.',
  ],
])('%s', (_, verdicts, da, en) => {
  expect(frameworkSentence(verdicts)).toEqual({ da, en })
})

test('the order of the goals does not change the sentence', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...Verdict.options), { maxLength: 20 }), (verdicts) => {
      expect(frameworkSentence(verdicts.toReversed())).toEqual(frameworkSentence(verdicts))
    }),
  )
})
