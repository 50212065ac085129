import { expect, test } from 'vitest'
import { Target } from './target.ts'

const target = {
  slug: 'valgdeltagelse-2029',
  series: '217',
  baseline: { period: '2021-11-16', value: 68.57 },
  target: { period: '2029-11-20', value: 75 },
  band: null,
  benchmark: null,
  milestones: [],
  method: null,
  decidedBy: { da: 'Byrådet', en: 'The council' },
  decidedOn: '2022-01-31',
  note: null,
}
const band = { period: '2029-11-20', low: 40, high: 60 }

const issues = (input: unknown): { at: string; message: string }[] =>
  (Target.safeParse(input).error?.issues ?? []).map(({ path, message }) => ({ at: path.join('.'), message }))

test('a target is a value, a band or a benchmark, and the message says so', () => {
  const message = 'Give either a target value, a band or a benchmark to follow, and only one of them'
  expect(issues(target)).toEqual([])
  expect(issues({ ...target, target: null, band })).toEqual([])
  const benchmark = { area: '000', period: '2029-11-20', difference: 0 }
  expect(issues({ ...target, target: null, benchmark })).toEqual([])
  expect(issues({ ...target, target: null, band, benchmark })).toEqual([{ at: 'target', message }])
  expect(issues({ ...target, band })).toEqual([{ at: 'target', message }])
  expect(issues({ ...target, target: null })).toEqual([{ at: 'target', message }])
})

test('a band that is upside down is pointed at', () => {
  expect(issues({ ...target, target: null, band: { ...band, low: 61 } })).toEqual([
    { at: 'band', message: 'The band’s low end lies above its high end' },
  ])
})

test('a target nobody has decided is none', () => {
  const { decidedBy: _by, ...undecided } = target
  expect(issues(undecided).map(({ at }) => at)).toEqual(['decidedBy'])
  expect(issues({ ...target, decidedOn: '31.1.2022' }).map(({ at }) => at)).toEqual(['decidedOn'])
})

test('a target of zero is a target', () => {
  expect(issues({ ...target, target: { period: '2029-11-20', value: 0 } })).toEqual([])
})
