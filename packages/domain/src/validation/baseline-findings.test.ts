import { expect, test } from 'vitest'
import { figures, indicatorOf, targetOf } from '../progress/question.fixture.ts'
import { baselineFindings } from './baseline-findings.ts'

const series = [{ key: '217', area: '217', categories: {}, observations: figures([2015, 52.0364], [2025, 55]) }]

test('a target measured from another value than was observed is a finding, which names both', () => {
  const [warning, ...others] = baselineFindings(indicatorOf(), [targetOf([2015, 50], [2030, 60])], series)
  expect(others).toEqual([])
  expect(warning).toMatchObject({ kind: 'baseline-differs', series: '217', period: '2015' })
  expect(warning?.text.da).toMatch(/50,0.*52,0/)
  expect(warning?.text.en).toMatch(/50\.0.*52\.0/)
})

test('a rounded value, and a period without a figure, are no finding', () => {
  expect(baselineFindings(indicatorOf(), [targetOf([2015, 52], [2030, 60])], series)).toEqual([])
  expect(baselineFindings(indicatorOf(), [targetOf([2014, 50], [2030, 60])], series)).toEqual([])
})
