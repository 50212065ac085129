import { exampleObservation } from '@pejling/domain/observation/observation.fixture'
import { editedKinds } from '@pejling/domain/desk/views'
import { GoalDocument, IndicatorDocument } from '@pejling/domain/release/documents'
import { documentPath } from '@pejling/domain/release/paths'
import { expect, it } from 'vitest'
import { NotAllowedError, system } from '../db/actor.ts'
import { verify } from '../verification/verify.ts'
import { previewPublication } from '../releases/preview.ts'
import { publish } from '../releases/publish.ts'
import { openReleaseStore } from '../releases/release-store.ts'
import { smallInstallation, text } from '../testing/installation.fixture.ts'
import { getIndicator, kinds, listDefinitions, listTargets } from '../workspace/definitions.ts'
import { importObservations } from '../intake/import-observations.ts'
import { undoChangeSets } from '../workspace/undo.ts'
import { changeEdited, readDefinitions, readEdited } from './definitions.ts'
import { about, change, formOf, sent } from './edit-form.fixture.ts'
import { saveFigures } from './figures.ts'
import { readHistory } from './history.ts'

it('says what a new wording would change, changes nothing by it, and saves it with its reason', () => {
  const db = smallInstallation()
  const form = formOf(db, 'maal', '1.1')
  const typed = sent(form, { text: 'Endnu flere stemmer', 'text.en': 'Even more voices', reason: 'Nyt byråd' })
  const checked = change(db, 'maal', '1.1', typed, 'check')
  expect(checked).toMatchObject({ changes: { documents: expect.any(Array) }, problem: null, reason: 'Nyt byråd' })
  expect(formOf(db, 'maal', '1.1').name).toEqual(text('Flere stemmer'))
  expect(readHistory(db, { before: null, search: '' }).changeSets[0]?.action).toBe('publish')

  expect(change(db, 'maal', '1.1', typed)).toBe('done')
  expect(formOf(db, 'maal', '1.1').name.da).toBe('Endnu flere stemmer')
  expect(readHistory(db, { before: null, search: '' }).changeSets[0]).toMatchObject({
    action: 'definition',
    reason: 'Nyt byråd',
    count: 1,
  })
  // The old wording stays in the release it stood in, and the new one is in the next.
  publish(db, system, { title: text('Ny ordlyd'), note: null, indicators: 'all' })
  const store = openReleaseStore(db)
  const goalIn = (release: number): string =>
    store.document(store.version('goals/1.1', release)?.hash ?? '')?.bytes.toString() ?? ''
  expect(goalIn(1)).toContain('Flere stemmer')
  expect(goalIn(2)).toContain('Endnu flere stemmer')
  expect(verify(db)).toEqual([])
})

it('says which verdict a target would bring, apart from what else waits to be published', () => {
  const db = smallInstallation()
  // Something else waits already.
  change(
    db,
    'fokusomraade',
    'arbejde',
    sent(formOf(db, 'fokusomraade', 'arbejde'), { title: 'Job', 'title.en': 'Jobs' }),
  )
  const form = formOf(db, 'maaltal', 'deltagelse')
  expect(form.removable).toBe(true)
  const checked = change(db, 'maaltal', 'deltagelse', sent(form, { value: '90' }), 'check')
  if (checked === null || checked === 'done') throw new Error('The form was not shown again')
  expect(checked.changes?.indicators.map(({ indicator, verdict }) => [indicator, verdict])).toEqual([
    ['deltagelse', { before: 'behind', after: 'too-slow' }],
  ])
  // It is compared with what waits, and says so of the release that is there.
  expect(checked.changes?.since).toBe(1)
  expect(listTargets(db, 'deltagelse')[0]?.target?.value).toBe(75)

  expect(change(db, 'maaltal', 'deltagelse', sent(form, { value: '90' }))).toBe('done')
  expect(listTargets(db, 'deltagelse')[0]?.target?.value).toBe(90)
  expect(change(db, 'maaltal', 'deltagelse', sent(formOf(db, 'maaltal', 'deltagelse')), 'remove')).toBe('done')
  expect(listTargets(db, 'deltagelse')).toEqual([])
  expect(previewPublication(db)?.indicators.map(({ indicator }) => indicator)).toContain('deltagelse')
  expect(verify(db)).toEqual([])
})

it('decides a target where there was none', () => {
  const db = smallInstallation()
  const form = formOf(db, 'maaltal', 'taler')
  expect([form.removable, form.fields.find(({ name }) => name === 'baselineValue')?.da]).toEqual([false, '12,5'])
  const decided = {
    period: '2030',
    value: '20',
    decidedBy: 'Byrådet',
    'decidedBy.en': 'Council',
    decidedOn: '2026-02-01',
  }
  expect(change(db, 'maaltal', 'taler', sent(form, decided))).toBe('done')
  expect(listTargets(db, 'taler')).toMatchObject([{ slug: 'maal', target: { period: '2030', value: 20 } }])
})

it('keeps everything typed where something is wrong or somebody else was faster', () => {
  const db = smallInstallation()
  const form = formOf(db, 'indikator', 'taler')
  const wrong = change(db, 'indikator', 'taler', sent(form, { 'name.en': '', definition: 'Ny' }))
  expect(wrong).toMatchObject({
    problem: 'fields',
    fields: expect.arrayContaining([expect.objectContaining({ da: 'Ny' })]),
  })

  expect(change(db, 'indikator', 'taler', sent(form, { owner: 'A', 'owner.en': 'A' }))).toBe('done')
  const late = change(db, 'indikator', 'taler', sent(form, { owner: 'B', 'owner.en': 'B' }))
  if (late === null || late === 'done') throw new Error('The quarrel was not told')
  expect(late.problem).toBe('changed')
  expect(late.fields.filter(({ problem }) => problem !== null)).toMatchObject([
    { name: 'owner', da: 'B', problem: { da: expect.stringContaining('Står nu som “A / A”') } },
  ])
  expect(getIndicator(db, 'taler')?.owner).toEqual({ da: 'A', en: 'A' })
  // Sent again, with open eyes, it is taken.
  expect(change(db, 'indikator', 'taler', sent(late))).toBe('done')
  expect(getIndicator(db, 'taler')?.owner).toEqual({ da: 'B', en: 'B' })
})

it('changes the texts of the policy, and leaves alone what is sent as it stands', () => {
  const db = smallInstallation()
  const before = readHistory(db, { before: null, search: '' }).changeSets.length
  for (const [kind, key] of [
    ['politik', 'politik'],
    ['fokusomraade', 'demokrati'],
    ['maal', '2.1'],
    ['indikator', 'arbejde'],
    ['maaltal', 'deltagelse'],
  ] as const) {
    expect(change(db, kind, key, sent(formOf(db, kind, key)))).toBe('done')
  }
  expect(readHistory(db, { before: null, search: '' }).changeSets).toHaveLength(before)
  const vision = { vision: 'Et nyt syn', 'vision.en': 'A new sight' }
  expect(change(db, 'politik', 'politik', sent(formOf(db, 'politik', 'politik'), vision))).toBe('done')
  expect(listDefinitions(db, kinds.framework)[0]?.vision).toEqual({ da: 'Et nyt syn', en: 'A new sight' })
})

it('can be undone, whether something was written, decided or taken away', () => {
  const db = smallInstallation()
  const newest = (): number => readHistory(db, { before: null, search: '' }).changeSets[0]?.number ?? 0
  const everything = () => [
    listDefinitions(db, kinds.goal),
    getIndicator(db, 'taler'),
    listTargets(db, 'taler'),
    listTargets(db, 'deltagelse'),
  ]
  const before = everything()
  const decided = { period: '2030', value: '20', decidedBy: 'A', 'decidedBy.en': 'A', decidedOn: '2026-02-01' }
  const deeds = [
    () => change(db, 'maal', '1.1', sent(formOf(db, 'maal', '1.1'), { text: 'Nyt', 'text.en': 'New' })),
    () => change(db, 'indikator', 'taler', sent(formOf(db, 'indikator', 'taler'), { decimals: '3' })),
    () => change(db, 'maaltal', 'taler', sent(formOf(db, 'maaltal', 'taler'), decided)),
    () => change(db, 'maaltal', 'deltagelse', sent(formOf(db, 'maaltal', 'deltagelse')), 'remove'),
  ]
  for (const deed of deeds) {
    expect(deed()).toBe('done')
    expect(everything()).not.toEqual(before)
    expect(undoChangeSets(db, system, [newest()])).toBeNull()
    expect(everything()).toEqual(before)
  }
  expect(verify(db)).toEqual([])
})

it('is found in the history by whom, why and what', () => {
  const db = smallInstallation()
  const reason = { decimals: '3', reason: '100 % sikker_hed' }
  change(db, 'indikator', 'taler', sent(formOf(db, 'indikator', 'taler'), reason))
  const found = (search: string): string[] =>
    readHistory(db, { before: null, search }).changeSets.map(({ action }) => action)
  expect(found('100 %')).toEqual(['definition'])
  expect(found('sikker_')).toEqual(['definition'])
  expect(found('s_kker')).toEqual([])
  expect(found('taler')).toContain('definition')
  expect(found('SYSTEM')).toHaveLength(3)
  expect(found('2023')).toEqual(['seed'])
})

it('puts the administration’s own verdict beside the computed one, with its reason, until the next figure comes', () => {
  const db = smallInstallation()
  const own = { verdict: 'too-slow', publicReason: 'Valget var usædvanligt', 'publicReason.en': 'An unusual election' }
  const form = formOf(db, 'vurdering', 'deltagelse')
  expect(change(db, 'vurdering', 'deltagelse', sent(form, { ...own, 'publicReason.en': '' }))).toMatchObject({
    problem: 'fields',
  })
  expect(change(db, 'vurdering', 'deltagelse', sent(form, own))).toBe('done')
  const published = () => {
    publish(db, system, { title: text('Næste'), note: null, indicators: 'all' })
    const store = openReleaseStore(db)
    const hash = store.version('indicators/deltagelse', store.latestNumber())?.hash ?? ''
    return IndicatorDocument.parse(JSON.parse(store.document(hash)?.bytes.toString() ?? ''))
  }
  const [assessment] = published().assessments
  expect(assessment).toMatchObject({
    verdict: 'behind',
    override: { verdict: 'too-slow', latestPeriod: '2024', reason: { da: 'Valget var usædvanligt' } },
  })
  expect(assessment?.notes.map(({ da }) => da)).toContain(
    'Forvaltningens egen vurdering er “For langsomt”: Valget var usædvanligt.',
  )
  const next = new Map([['217|2025', { typed: '70', before: '' }]])
  saveFigures(db, { actor: system, email: '' }, 'deltagelse', { cells: next, notes: [], reason: '', locale: 'da' })
  expect(published().assessments[0]?.override).toBeNull()
  expect(change(db, 'vurdering', 'deltagelse', sent(formOf(db, 'vurdering', 'deltagelse')), 'remove')).toBe('done')
  expect(
    undoChangeSets(db, system, [readHistory(db, { before: null, search: '' }).changeSets[0]?.number ?? 0]),
  ).toBeNull()
  expect(formOf(db, 'vurdering', 'deltagelse').fields[0]?.da).toBe('too-slow')
  expect(verify(db)).toEqual([])
})

it('lists everything that can be edited, and knows nothing else', () => {
  const db = smallInstallation()
  const { policies } = readDefinitions(db, true)
  expect(policies.map(({ slug }) => slug)).toEqual(['politik'])
  const areas = policies[0]?.areas ?? []
  expect(areas.map(({ slug, goals }) => [slug, goals.map(({ number }) => number)])).toEqual([
    ['demokrati', ['1.1', '1.2']],
    ['arbejde', ['2.1']],
  ])
  expect(areas[0]?.goals[0]?.indicators).toMatchObject([
    { indicator: { slug: 'deltagelse' }, target: { slug: 'byraadet' } },
  ])
  for (const kind of editedKinds) {
    expect(readEdited(db, { kind, key: 'findes-ikke' }, about)).toBeNull()
    expect(change(db, kind, 'findes-ikke', () => '')).toBeNull()
  }
})

it('is for editors', () => {
  const db = smallInstallation()
  const who = { name: 'Ida', role: 'contributor' } as const
  const at = { kind: 'maal', key: '1.1' } as const
  expect(() => changeEdited(db, who, at, { typed: () => '', locale: 'da', step: 'remove' })).toThrow(NotAllowedError)
})

it('puts what is said of a goal in a year on its page, and takes it away again', () => {
  const db = smallInstallation()
  const says = {
    meaning: 'Det går frem',
    'meaning.en': 'It goes forward',
    action: 'Vi går på gader',
    'action.en': 'We walk',
  }
  expect(change(db, 'kommentar', '1.1-2026', sent(formOf(db, 'kommentar', '1.1-2026'), says))).toBe('done')
  const comments = () => {
    publish(db, system, { title: text('Ny'), note: null, indicators: 'all' })
    const store = openReleaseStore(db)
    const version = store.version(documentPath.goal('1.1'), store.latestNumber())
    const document = version && store.document(version.hash)
    return document && GoalDocument.parse(JSON.parse(document.bytes.toString())).comments
  }
  expect(comments()).toEqual([
    {
      goal: 'stemme',
      year: 2026,
      meaning: { da: 'Det går frem', en: 'It goes forward' },
      action: { da: 'Vi går på gader', en: 'We walk' },
    },
  ])
  expect(readDefinitions(db, true).policies[0]?.areas[0]?.goals[0]?.comments).toEqual([{ year: 2026, isSaid: true }])
  const form = formOf(db, 'kommentar', '1.1-2026')
  expect(change(db, 'kommentar', '1.1-2026', sent(form), 'remove')).toBe('done')
  expect(comments()).toBeUndefined()
  expect(readEdited(db, { kind: 'kommentar', key: '9.9-2026' }, about)).toBeNull()
  expect(verify(db)).toEqual([])
})

it('undoes several change sets together, the newest first, and all of them or none', () => {
  const db = smallInstallation()
  const numberOf = (): number => readHistory(db, { before: null, search: '' }).changeSets[0]?.number ?? 0
  const rename = (words: string): number => {
    change(db, 'maal', '1.1', sent(formOf(db, 'maal', '1.1'), { text: words, 'text.en': words }))
    return numberOf()
  }
  const publication = numberOf()
  const [first, second] = [rename('Først'), rename('Siden')]
  expect(undoChangeSets(db, system, [first])?.en).toContain('Undo that as well')
  expect(undoChangeSets(db, system, [second, first, publication])?.en).toContain(`No. ${publication} cannot be undone`)
  expect(formOf(db, 'maal', '1.1').name.da).toBe('Siden')
  expect(undoChangeSets(db, system, [first, second])).toBeNull()
  expect(formOf(db, 'maal', '1.1').name).toEqual(text('Flere stemmer'))
  expect(readHistory(db, { before: null, search: '' }).changeSets[0]).toMatchObject({
    action: 'undo',
    reason: `${second}, ${first}`,
  })
  expect(verify(db)).toEqual([])
})

const newIndicator = {
  name: 'Åbne møder',
  'name.en': 'Open meetings',
  subject: 'Antallet af åbne møder',
  'subject.en': 'The number of open meetings',
  definition: 'Møder, alle kan komme til.',
  'definition.en': 'Meetings anybody may come to.',
  unit: 'count',
  nounOne: 'møde',
  'nounOne.en': 'meeting',
  nounOther: 'møder',
  'nounOther.en': 'meetings',
  periodKind: 'year',
  goals: '1.1, 2.1',
  headlines: '1.1',
  kind: 'output',
  direction: 'increase',
  lower: '0',
  everyYears: '1',
  delayMonths: '3',
}

it('makes an indicator for a goal, which can be given figures and published', () => {
  const db = smallInstallation()
  const form = formOf(db, 'ny-indikator', '1.1')
  expect(change(db, 'ny-indikator', '1.1', sent(form, newIndicator))).toBe('done')
  expect(getIndicator(db, 'aabne-moeder')).toMatchObject({
    unit: 'count',
    goals: [
      { goal: 'stemme', headline: true },
      { goal: 'arbejde-til-alle', headline: false },
    ],
    limits: { lower: 0, upper: null },
    area: '217',
  })
  publish(db, system, { title: text('Ny'), note: null, indicators: 'all' })
  const store = openReleaseStore(db)
  expect(store.version(documentPath.indicator('aabne-moeder'), store.latestNumber())).not.toBeNull()
  // The same name again would be the same address.
  const again = change(db, 'ny-indikator', '1.1', sent(formOf(db, 'ny-indikator', '1.1'), newIndicator))
  expect(again).toMatchObject({
    fields: expect.arrayContaining([expect.objectContaining({ name: 'name', problem: expect.anything() })]),
  })
  expect(verify(db)).toEqual([])
})

const shows = { nearest: '2.1: Møderne viser, hvor åbent der er.', 'nearest.en': '2.1: Meetings show how open it is.' }

it('takes for which goal an indicator is the nearest figure and why, shows it again, and takes it back', () => {
  const db = smallInstallation()
  const typed = { ...newIndicator, ...shows }
  expect(change(db, 'ny-indikator', '1.1', sent(formOf(db, 'ny-indikator', '1.1'), typed))).toBe('done')
  const nearest = { da: 'Møderne viser, hvor åbent der er.', en: 'Meetings show how open it is.' }
  const links = () => getIndicator(db, 'aabne-moeder')?.goals
  expect(links()).toContainEqual({ goal: 'arbejde-til-alle', headline: false, nearest })
  const form = formOf(db, 'bedoemmelse', 'aabne-moeder')
  expect(form.fields.find(({ name }) => name === 'nearest')).toMatchObject({
    da: shows.nearest,
    en: shows['nearest.en'],
  })
  expect(change(db, 'bedoemmelse', 'aabne-moeder', sent(form, { nearest: '', 'nearest.en': '' }))).toBe('done')
  expect(links()).toContainEqual({ goal: 'arbejde-til-alle', headline: false })
})

it.each([
  ['a nearest figure of its own headline', { nearest: '1.1: Viser', 'nearest.en': '1.1: Shows' }, 'nearest'],
  ['a reason in one language', { nearest: '2.1: Viser' }, 'nearest'],
  ['a reason without a goal', { nearest: 'Viser', 'nearest.en': 'Shows' }, 'nearest'],
  ['a reason for a goal it does not serve', { nearest: '1.2: Viser', 'nearest.en': '1.2: Shows' }, 'nearest'],
  ['two reasons for one goal', { nearest: '2.1: A\n2.1: B', 'nearest.en': '2.1: A' }, 'nearest'],
  ['a count of nothing', { nounOne: '', 'nounOne.en': '' }, 'nounOne'],
  ['a direction without its value', { direction: 'towards' }, 'towards'],
  ['a background with a direction', { kind: 'context' }, 'kind'],
  ['a goal that is not there', { goals: '1.1, 9.9' }, 'goals'],
  ['a headline of another goal', { headlines: '1.2' }, 'headlines'],
  ['nothing chosen', { periodKind: '' }, 'periodKind'],
  ['half a month', { delayMonths: '2,5' }, 'delayMonths'],
  ['a name of people with spaces', { numeratorPopulation: 'de talte' }, 'numeratorPopulation'],
])('makes no indicator with %s, and says where', (_, wrong, field) => {
  const db = smallInstallation()
  const result = change(
    db,
    'ny-indikator',
    '1.1',
    sent(formOf(db, 'ny-indikator', '1.1'), { ...newIndicator, ...wrong }),
  )
  const { fields } = result !== null && result !== 'done' ? result : { fields: [] }
  expect(fields.filter(({ problem }) => problem !== null).map(({ name }) => name)).toEqual([field])
  expect(getIndicator(db, 'aabne-moeder')).toBeNull()
})

it('makes an indicator that is no share, and says whom it counts', () => {
  const db = smallInstallation()
  const memberships = { mayExceedWhole: 'yes', numeratorPopulation: 'medlemmer', denominatorPopulation: 'borgere' }
  const rate = { ...newIndicator, unit: 'per-hundred', ...memberships }
  expect(change(db, 'ny-indikator', '1.1', sent(formOf(db, 'ny-indikator', '1.1'), rate))).toBe('done')
  expect(getIndicator(db, 'aabne-moeder')?.disclosure).toMatchObject({
    mayExceedWhole: true,
    populations: { numerator: 'medlemmer', denominator: 'borgere' },
  })
})

it('says what another way of judging would change, verdicts included', () => {
  const db = smallInstallation()
  const [slug] = readDefinitions(db, true).policies.flatMap(({ areas }) =>
    areas.flatMap(({ goals }) => goals.flatMap(({ indicators }) => indicators.map(({ indicator }) => indicator.slug))),
  )
  const form = formOf(db, 'bedoemmelse', slug ?? '')
  const checked = change(db, 'bedoemmelse', slug ?? '', sent(form, { direction: 'decrease' }), 'check')
  expect(checked).toMatchObject({ changes: { indicators: [{ verdict: { before: 'behind', after: 'reached' } }] } })
  expect(change(db, 'bedoemmelse', slug ?? '', sent(form, { direction: 'decrease' }))).toBe('done')
  expect(getIndicator(db, slug ?? '')?.direction).toBe('decrease')
  expect(
    change(db, 'bedoemmelse', slug ?? '', sent(formOf(db, 'bedoemmelse', slug ?? ''), { towards: '5' })),
  ).toMatchObject({ problem: 'fields' })
})

it('makes a goal in a focus area, with a number of its own', () => {
  const db = smallInstallation()
  const form = formOf(db, 'nyt-maal', 'arbejde')
  expect(form.fields.find(({ name }) => name === 'number')?.da).toBe('2.2')
  const typed = { text: 'Flere lærepladser', 'text.en': 'More apprenticeships' }
  expect(change(db, 'nyt-maal', 'arbejde', sent(form, typed))).toBe('done')
  expect(listDefinitions(db, kinds.goal)).toContainEqual({
    slug: 'flere-laerepladser',
    number: '2.2',
    focusArea: 'arbejde',
    text: { da: 'Flere lærepladser', en: 'More apprenticeships' },
  })
  const next = formOf(db, 'nyt-maal', 'arbejde')
  expect(change(db, 'nyt-maal', 'arbejde', sent(next, { ...typed, number: '2.2' }))).toMatchObject({
    problem: 'fields',
  })
  expect(verify(db)).toEqual([])
})

it('proposes no start of a target that is about too few people', () => {
  const db = smallInstallation()
  importObservations(db, system, {
    indicator: 'arbejde',
    rows: [
      {
        series: { area: '217', categories: {} },
        observation: exampleObservation('2024', (100 * 3) / 41, { numerator: 3, denominator: 41 }),
      },
    ],
  })
  const start = formOf(db, 'maaltal', 'arbejde').fields.filter(({ name }) => name.startsWith('baseline'))
  expect(start.map(({ da }) => da)).toEqual(['', ''])
})
