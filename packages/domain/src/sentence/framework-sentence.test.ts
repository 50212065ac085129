import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { Verdict } from '../progress/assessment.ts'
import { frameworkSentence } from './framework-sentence.ts'

const times = (count: number, verdict: Verdict): Verdict[] => Array.from({ length: count }, () => verdict)

test.each<[string, Verdict[], string, string]>([
  ['no goals', [], 'Der er ingen mål endnu.', 'There are no goals yet.'],
  ['one that goes well', ['improving'], 'Målet går den rigtige vej.', 'The goal is moving the right way.'],
  ['one that is reached', ['reached'], 'Målet er nået.', 'The goal has been reached.'],
  ['one that is too slow', ['behind'], 'Målet går for langsomt frem.', 'The goal is moving too slowly.'],
  ['one that goes badly', ['worsening'], 'Målet går den forkerte vej.', 'The goal is moving the wrong way.'],
  ['one without figures', ['no-data'], 'Målet mangler tal.', 'The goal has no figures yet.'],
  ['one not assessed', ['not-assessed'], 'Målet kan ikke vurderes endnu.', 'The goal cannot be assessed yet.'],
  ['two alike', times(2, 'on-track'), 'Begge mål går den rigtige vej.', 'Both goals are moving the right way.'],
  ['fifteen alike', times(15, 'no-data'), 'Alle 15 mål mangler tal.', 'All 15 goals have no figures yet.'],
  [
    'without figures and not assessed are different things',
    [...times(10, 'no-data'), ...times(5, 'not-assessed')],
    'Af 15 mål kan 5 ikke vurderes endnu, og 10 mangler tal.',
    'Of 15 goals, 5 cannot be assessed yet and 10 have no figures yet.',
  ],
  [
    'what goes the wrong way is told first',
    [...times(11, 'no-data'), ...times(2, 'stable'), 'worsening', 'improving'],
    'Af 15 mål går 1 den forkerte vej, 2 står stille, 1 går den rigtige vej, og 11 mangler tal.',
    'Of 15 goals, 1 is moving the wrong way, 2 are standing still, 1 is moving the right way, and 11 have no figures yet.',
  ],
  [
    'all kinds',
    [
      'wrong-way',
      'overdue',
      'no-change',
      'unclear',
      'too-slow',
      'behind',
      'on-track',
      'reached',
      'not-assessed',
      'no-data',
    ],
    'Af 10 mål går 1 den forkerte vej, 1 har passeret målåret uden nye tal, 1 står stille, 1 har ingen sikker retning, 2 går for langsomt frem, 1 går den rigtige vej, 1 er nået, 1 kan ikke vurderes endnu, og 1 mangler tal.',
    'Of 10 goals, 1 is moving the wrong way, 1 has passed its target year without a figure, 1 is standing still, 1 has no certain direction, 2 are moving too slowly, 1 is moving the right way, 1 has been reached, 1 cannot be assessed yet, and 1 has no figures yet.',
  ],
])('%s', (_, verdicts, da, en) => {
  expect(frameworkSentence(verdicts)).toEqual({ da, en })
})

const someVerdicts = fc.array(fc.constantFrom(...Verdict.options), { minLength: 2, maxLength: 20 })

test('the numbers add up to all goals, in both languages, and their order changes nothing', () => {
  fc.assert(
    fc.property(someVerdicts, (verdicts) => {
      const sentence = frameworkSentence(verdicts)
      expect(frameworkSentence(verdicts.toReversed())).toEqual(sentence)
      for (const text of [sentence.da, sentence.en]) {
        const [total, ...parts] = text.match(/\d+/g)?.map(Number) ?? []
        const isAlike = /^(?:Alle|All|Begge|Both) /.test(text)
        expect(isAlike ? (total ?? 2) : parts.reduce((sum, part) => sum + part, 0)).toBe(verdicts.length)
      }
    }),
  )
})

test('a goal that goes the wrong way is always named, and first', () => {
  fc.assert(
    fc.property(someVerdicts, fc.constantFrom<Verdict>('wrong-way', 'worsening'), (verdicts, wrong) => {
      const { da, en } = frameworkSentence([...verdicts, wrong])
      expect(da).toMatch(/^(?:Af \d+ mål går \d+|Alle \d+ mål går|Begge mål går) den forkerte vej/)
      expect(en).toMatch(/^(?:Of \d+ goals, \d+ (?:is|are)|All \d+ goals are|Both goals are) moving the wrong way/)
    }),
  )
})
