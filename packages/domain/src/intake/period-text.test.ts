import { describe, expect, it } from 'vitest'
import { readPeriodText } from './period-text.ts'

describe('periods as people write them', () => {
  it.each([
    ['year', '2024', '2024'],
    ['year', ' År 2024 ', '2024'],
    ['school-year', '2018-2019', '2018/19'],
    ['school-year', '2018/2019', '2018/19'],
    ['school-year', 'Skoleåret 2018/19', '2018/19'],
    ['school-year', '2018–19', '2018/19'],
    ['quarter', '1. kvartal 2025', '2025-Q1'],
    ['quarter', '2025K1', '2025-Q1'],
    ['quarter', '2025, 3. kvt.', '2025-Q3'],
    ['quarter', 'Q4 2025', '2025-Q4'],
    ['municipal-election', '18.11.2025', '2025-11-18'],
    ['municipal-election', '18. november 2025', '2025-11-18'],
    ['municipal-election', '18-11-2025', '2025-11-18'],
    ['municipal-election', '18/11/2025', '2025-11-18'],
    ['municipal-election', '2021', '2021-11-16'],
    ['survey-wave', 'Februar 2025', '2025-02'],
    ['survey-wave', '2025M02', '2025-02'],
  ] as const)('%s: “%s” is %s', (kind, text, code) => {
    expect(readPeriodText(kind, text, ['2021-11-16', '2017-11-21'])).toBe(code)
  })

  it.each([
    ['a year that is two', 'year', '2018-2019'],
    ['a school year of other years', 'school-year', '2018-2020'],
    ['a fifth quarter', 'quarter', '5. kvartal 2025'],
    ['a date that may begin with its month', 'municipal-election', '3/4/2025'],
    ['a day that does not exist', 'municipal-election', '31.11.2025'],
    ['an election nobody knows of', 'municipal-election', '2025'],
    ['a word', 'year', 'i alt'],
  ] as const)('does not guess at %s', (_, kind, text) => {
    expect(readPeriodText(kind, text, ['2021-11-16', '2017-11-21'])).toBeNull()
  })

  it('does not choose between two elections of one year', () => {
    expect(readPeriodText('general-election', '2022', ['2022-03-01', '2022-11-01'])).toBeNull()
  })
})
