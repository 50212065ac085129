import { expect, test } from 'vitest'
import { deliveredFiles, problemsOf } from '../data-folder/delivered.fixture.ts'

const indicatorFile = 'indicators/valgdeltagelse-kv.yaml'
const figuresFile = 'observations/valgdeltagelse-kv.csv'

/** The delivered files with one of them changed. */
function changed(file: string, change: (text: string) => string): Map<string, string> {
  return new Map([...deliveredFiles, [file, change(deliveredFiles.get(file) ?? '')]])
}

/** The line a text stands on, for comparison with where a problem is said to be. */
function lineOf(file: string, text: string, files: ReadonlyMap<string, string> = deliveredFiles): number {
  return (files.get(file) ?? '').split('\n').findIndex((line) => line.includes(text)) + 1
}

test('a missing file is named', () => {
  const files = new Map(deliveredFiles)
  files.delete('sources.yaml')
  expect(problemsOf(files)).toEqual([
    { file: 'sources.yaml', where: 'the folder', detail: 'The file is missing; a data folder needs it' },
  ])
})

test('a file that belongs nowhere is named', () => {
  const [problem] = problemsOf(new Map([...deliveredFiles, ['indicator/valgdeltagelse.yaml', 'a: 1\n']]))
  expect(problem).toMatchObject({ file: 'indicator/valgdeltagelse.yaml', where: 'the folder' })
  expect(problem?.detail).toContain('indicators/<slug>.yaml')
})

test('YAML that cannot be read is reported with its line', () => {
  const [problem] = problemsOf(changed('areas.yaml', (text) => `${text}- code: [1\n`))
  expect(problem).toMatchObject({ file: 'areas.yaml' })
  expect(problem?.where).toMatch(/^line \d+$/)
  expect(problem?.detail).toContain('Not readable as YAML')
})

test.each([
  ['direction: increase', 'direction: upwards', 'direction', 'Invalid option'],
  ['decimals: 1', 'decimals: one', 'decimals', 'expected number'],
  ['plural:', 'plurale:', '', 'Unrecognized key'],
  ['towards: null', 'towards: 50', 'towards', 'exactly when the direction is "towards"'],
])('a field that is wrong is reported at its line: %s → %s', (right, wrong, path, detail) => {
  const files = changed(indicatorFile, (text) => text.replace(right, wrong))
  const problem = problemsOf(files).find((candidate) => candidate.detail.includes(detail))
  const line = path === '' ? 1 : lineOf(indicatorFile, wrong, files)
  expect(problem).toMatchObject({ file: indicatorFile, where: path === '' ? 'line 1' : `line ${line}, ${path}` })
})

test.each([
  ['goal: hoej-valgdeltagelse', 'goal: hoejere-valgdeltagelse', 'goals[0].goal', 'no goal "hoejere-valgdeltagelse"'],
  ['- dst-kvpct', '- dst-kv1', 'sources[2]', 'no source "dst-kv1"'],
  ['- valgsted', '- valgkreds', 'dimensions[0]', 'no dimension "valgkreds"'],
  ["area: '217'", "area: '999'", 'area', 'no area "999"'],
  ['lower: 0', 'lower: 200', 'limits', 'lower limit 200 lies above'],
])('an indicator that refers to nothing, or contradicts itself, says where: %s → %s', (right, wrong, path, detail) => {
  const files = changed(indicatorFile, (text) => text.replace(right, wrong))
  const problem = problemsOf(files).find((candidate) => candidate.file === indicatorFile)
  expect(problem?.where).toBe(`line ${lineOf(indicatorFile, wrong, files)}, ${path}`)
  expect(problem?.detail).toContain(detail)
})

test('a name used twice is reported where it is used the second time', () => {
  const again = '\n- code: 217x\n'.replace('217x', "'217'")
  const files = changed(
    'areas.yaml',
    (text) => `${text.trimEnd()}${again}  name: { da: Igen, en: Again }\n  kind: municipality\n`,
  )
  expect(problemsOf(files)).toEqual([
    {
      file: 'areas.yaml',
      where: expect.stringMatching(/^line \d+, \[110\]\.code$/),
      detail: '"217" is used already; give this one a name of its own',
    },
  ])
})

test.each([
  ["- '084'", "- '048'", 'There is no area "048"'],
  ['parents: []', "parents: ['217']", 'lies in itself'],
])('an area lies in areas that there are, and not in itself: %s → %s', (right, wrong, detail) => {
  const files = changed('areas.yaml', (content) => content.replace(right, wrong))
  const [problem] = problemsOf(files)
  expect(problem?.file).toBe('areas.yaml')
  expect(problem?.where).toMatch(/parents/)
  expect(problem?.detail).toContain(detail)
})

test('a dimension cannot have the name of a column', () => {
  const files = changed('dimensions.yaml', (text) =>
    text.replace('slug: emne', 'slug: period').replace('- slug: emne', ''),
  )
  expect(problemsOf(files).map(({ file, detail }) => `${file}: ${detail}`)).toContainEqual(
    expect.stringContaining('dimensions.yaml: "period" is the name of a column'),
  )
})

test('figures of an indicator that is not there are reported', () => {
  const files = new Map([...deliveredFiles, ['observations/valg.csv', 'area,period,value\n217,2025,1\n']])
  expect(problemsOf(files)).toEqual([
    {
      file: 'observations/valg.csv',
      where: 'the folder',
      detail: 'There is no indicator "valg"; name the file after the indicator',
    },
  ])
})

test('an indicator’s address stands in its file’s name only', () => {
  const files = changed(indicatorFile, (text) => `slug: valg\n${text}`)
  expect(problemsOf(files)).toEqual([
    { file: indicatorFile, where: 'line 1, slug', detail: 'The file’s name says this already; remove it here' },
  ])
})

const target = (line: string): string =>
  `- slug: maal
  series: '217'
  baseline: { period: '2021-11-16', value: 68.57 }
  target: { period: '2029-11-20', value: 75 }
  band: null
  benchmark: null
  milestones: []
  method: null
  decidedBy: { da: Byrådet, en: The council }
  decidedOn: '2022-01-31'
  note: null
`.replace(/^ {2}(\w+): .*$/gm, (whole, key: string) => (line.startsWith(`${key}:`) ? `  ${line}` : whole))

test.each([
  ["series: '999'", 'line 2, [0].series', 'no area "999"'],
  ['series: 217;koen=kvinder', 'line 2, [0].series', 'no dimension "koen"'],
  ['series: 217;valgsted=skolen', 'line 2, [0].series', 'no category of valgsted "skolen"'],
  ["target: { period: '2029', value: 75 }", 'line 4, [0].target.period', '"2029" is no municipal-election'],
  ["target: { period: '2029-11-20', value: 101 }", 'line 4, [0].target.value', '101 lies outside the limits'],
  ['target: null', 'line 4, [0].target', 'either a target value, a band or a benchmark'],
])('a target that does not fit its indicator says where: %s', (line, where, detail) => {
  const file = 'targets/valgdeltagelse-kv.yaml'
  const [problem] = problemsOf(new Map([...deliveredFiles, [file, target(line)]]))
  expect(problem).toMatchObject({ file, where })
  expect(problem?.detail).toContain(detail)
})

test('targets of an indicator that is not there are reported', () => {
  const files = new Map([...deliveredFiles, ['targets/valg.yaml', target('')]])
  expect(problemsOf(files).map(({ detail }) => detail)).toEqual([
    'There is no indicator "valg"; name the file after the indicator',
  ])
})

test('an action plan that refers to nothing, or has another year than its name, says where', () => {
  const plan = `year: 2025
framework: medborgerskab
title: { da: Handleplan, en: Action plan }
actions:
  - slug: indsats
    title: { da: Indsats, en: Action }
    description: { da: Noget, en: Something }
    responsible: { da: Nogen, en: Somebody }
    state: planned
    stateReason: null
    startsOn: null
    endsOn: null
    goals: [intet-maal]
    indicators: [ingen-indikator]
`
  const found = problemsOf(new Map([...deliveredFiles, ['action-plans/2026.yaml', plan]]))
  expect(found.map(({ where }) => where)).toEqual([
    'line 1, year',
    'line 13, actions[0].goals[0]',
    'line 14, actions[0].indicators[0]',
  ])
})

const comment = (goalYear: number): string =>
  `- year: ${goalYear}\n  meaning: { da: Det går, en: It goes }\n  action: null\n`

test.each([
  [
    'overrides/valg.yaml',
    'verdict: behind\nreason: { da: Fordi, en: Because }\nlatestPeriod: "2024"\n',
    'line 1',
    'no indicator "valg"',
  ],
  [
    'overrides/elevtrivsel.yaml',
    'verdict: bad\nreason: { da: Fordi, en: Because }\nlatestPeriod: "2024"\n',
    'line 1, verdict',
    'Invalid option',
  ],
  [
    'keepers.yaml',
    '- indicator: valg\n  keeper: a@example.org\n  deputy: null\n',
    'line 1, [0].indicator',
    'no indicator "valg"',
  ],
  ['keepers.yaml', '- indicator: elevtrivsel\n  keeper: Anna\n  deputy: null\n', 'line 2, [0].keeper', 'Invalid email'],
  ['comments/intet-maal.yaml', comment(2025), 'line 1', 'no goal "intet-maal"'],
  ['comments/hoej-valgdeltagelse.yaml', comment(2025) + comment(2025), 'line 4, [1].year', 'used already'],
  ['settings.yaml', 'demonstration: perhaps\n', 'line 1, demonstration', 'expected boolean'],
  [
    'ideas/baenke.yaml',
    'title: Bænke\ntext: Flere\ntheme: Byen\nvoicedAt: Torvet\nvoicedOn: "2026-05-01"\ngoals: [intet-maal]\ntakenUpBy: []\nwhyNot: null\n',
    'line 6, goals[0]',
    'no goal "intet-maal"',
  ],
  [
    'meetings/udvalget.yaml',
    'committee: Udvalget\ndate: "2026-12-03"\nplace: null\nrelease: 0\nitems: []\n',
    'line 4, release',
    'Too small',
  ],
])('what the administration adds says where it is wrong: %s', (file, content, where, detail) => {
  const [problem] = problemsOf(new Map([...deliveredFiles, [file, content]]))
  expect(problem).toMatchObject({ file, where })
  expect(problem?.detail).toContain(detail)
})

test('problems in several files are all reported at once', () => {
  const files = changed(indicatorFile, (text) => text.replace('- dst-kvpct', '- dst-kv'))
  files.set(figuresFile, `${files.get(figuresFile) ?? ''}217,2024,70,,,A,,,,,\n217,2001-11-20,x,,,A,,,,,\n`)
  expect(problemsOf(files).map(({ file }) => file)).toEqual([indicatorFile, figuresFile, figuresFile])
})
