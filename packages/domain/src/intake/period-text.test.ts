import { describe, expect, it } from 'vitest'
import { periodProblem, readPeriod, readPeriodText } from './period-text.ts'

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
    ['survey-wave', '2025-02-01', '2025-02'],
    ['survey-wave', 'feb-25', '2025-02'],
    ['survey-wave', 'okt. 2024', '2024-10'],
    ['municipal-election', '18/11-2025', '2025-11-18'],
    ['municipal-election', '16. nov. 2021', '2021-11-16'],
    ['municipal-election', '17.11.09', '2009-11-17'],
    ['municipal-election', 'tirsdag den 16. november 2021', '2021-11-16'],
    ['municipal-election', 'KV21', '2021-11-16'],
    ['municipal-election', '2017', '2017-11-21'],
    ['year', '2021-01-01', '2021'],
    ['year', '31.12.2018', '2018'],
    ['year', 'ult. 2020', '2020'],
    ['year', 'Regnskab 2023', '2023'],
    ['school-year', '13/14', '2013/14'],
    ['school-year', '2012/2013', '2012/13'],
    ['quarter', '1. kvt. 2023', '2023-Q1'],
    ['quarter', 'K2 2023', '2023-Q2'],
    ['quarter', '2023-04-01', '2023-Q2'],
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
    ['a number that is no year', 'year', '4812'],
    ['a year with a separator', 'year', '2.016'],
    ['a month for a school year', 'school-year', 'nov-10'],
    ['a season', 'survey-wave', 'forår 2025'],
  ] as const)('does not guess at %s', (_, kind, text) => {
    expect(readPeriodText(kind, text, ['2021-11-16', '2017-11-21'])).toBeNull()
  })

  it('does not choose between two elections of one year', () => {
    expect(readPeriodText('general-election', '2022', ['2022-03-01', '2022-11-01'])).toBeNull()
  })

  it('says what a spreadsheet has made of a school year', () => {
    expect(periodProblem('school-year', 'nov-10').da).toContain('2010/11 bliver til nov-10')
  })

  it('reads what a table says of a period beside its code', () => {
    expect(readPeriod('year', '2022*', [])).toEqual({ code: '2022', isProvisional: true, isOutlook: false })
    expect(readPeriod('year', '2024 (foreløbig)', [])).toMatchObject({ code: '2024', isProvisional: true })
    expect(readPeriod('year', 'Budget 2027', [])).toMatchObject({ code: '2027', isOutlook: true })
    expect(readPeriod('year', '2030 (prognose)', [])).toMatchObject({ code: '2030', isOutlook: true })
  })
})
