import { defaultDisclosureRule } from '@pejling/domain/indicator/disclosure-rule'
import { exampleAction } from '@pejling/domain/action-plan/action-plan.fixture'
import { planName, type ActionPlan } from '@pejling/domain/action-plan/action-plan'
import type { GoalComment } from '@pejling/domain/comment'
import type { Idea } from '@pejling/domain/idea'
import { exampleIndicator } from '@pejling/domain/indicator/indicator.fixture'
import { exampleObservation } from '@pejling/domain/observation/observation.fixture'
import type { Indicator } from '@pejling/domain/indicator/indicator'
import type { Observation } from '@pejling/domain/observation/observation'
import {
  compileActionPlans,
  compileFramework,
  compileFrameworks,
  compileIdeas,
  compileIndicator,
  compileIndicators,
} from '@pejling/domain/compile/compile'
import type { CompiledIndicator, IndicatorMaterial } from '@pejling/domain/compile/compile'
import {
  ActionPlanDocument,
  ActionPlansDocument,
  FrameworkDocument,
  FrameworksDocument,
  GoalDocument,
  IdeasDocument,
  IndicatorDocument,
  IndicatorsDocument,
} from '@pejling/domain/release/documents'
import { documentPath } from '@pejling/domain/release/paths'
import { seriesKey } from '@pejling/domain/series'
import type { Target } from '@pejling/domain/target/target'
import type { Text } from '@pejling/domain/text'

const text = (da: string, en: string): Text => ({ da, en })

const focusAreas = [
  {
    slug: 'demokrati',
    framework: 'medborgerskab',
    position: 2,
    printedNumber: '2',
    title: text('Deltag i det lokale demokrati', 'Take part in local democracy'),
  },
]
const goals = [
  {
    slug: 'hoej-valgdeltagelse',
    number: '2.2',
    focusArea: 'demokrati',
    text: text('Høj valgdeltagelse for <alle> grupper', 'High turnout for <all> groups'),
  },
  {
    slug: 'demokratiforstaaelse',
    number: '2.3',
    focusArea: 'demokrati',
    text: text('Børn og unge udvikler demokratiforståelse', 'Children and young people come to understand democracy'),
  },
]

const actionPlans: readonly ActionPlan[] = [
  {
    year: 2026,
    mark: null,
    framework: 'medborgerskab',
    title: text('Handleplan 2026', 'Action plan 2026'),
    actions: [
      exampleAction('stemmebus', {
        title: text('Stemmebus', 'Voting bus'),
        partners: text('Boligforeningen', 'The housing association'),
        state: 'done',
        goals: ['hoej-valgdeltagelse'],
        indicators: ['valgdeltagelse-kv'],
        milestones: [{ title: text('Bussen kører', 'The bus runs'), due: '2026-03-01', done: true }],
      }),
      exampleAction('foerste-stemme', {
        title: text('Min første stemme', 'My first vote'),
        state: 'stopped',
        stateReason: text('Valget var ovre', 'The election was over'),
        goals: ['demokratiforstaaelse'],
      }),
    ],
  },
  {
    year: 2025,
    mark: null,
    framework: 'medborgerskab',
    title: text('Handleplan 2025', 'Action plan 2025'),
    actions: [],
  },
]

const ideas: readonly Idea[] = [
  {
    slug: 'bus-til-havnen',
    title: 'Kør bussen til havnen',
    text: 'Der er langt til valgstedet.',
    theme: 'Valg',
    voicedAt: 'Dialogmøde på Kulturværftet',
    voicedOn: '2025-03-14',
    goals: ['hoej-valgdeltagelse'],
    takenUpBy: [{ year: 2026, mark: null, action: 'stemmebus' }],
    whyNot: null,
  },
  {
    slug: 'stem-hjemmefra',
    title: 'Stem hjemmefra',
    text: 'På nettet.',
    theme: 'Valg',
    voicedAt: 'Borgermøde',
    voicedOn: '2025-04-02',
    goals: [],
    takenUpBy: [],
    whyNot: 'Loven tillader det ikke.',
  },
]

/** The target of 75 % in 2029 that a council might have decided. */
export const turnoutTarget: Target = {
  slug: 'maal-2029',
  series: '217',
  baseline: { period: '2021-11-16', value: 68.6 },
  target: { period: '2029-11-20', value: 75 },
  band: null,
  benchmark: null,
  milestones: [],
  method: null,
  decidedBy: text('byrådet', 'the council'),
  decidedOn: '2022-06-20',
  note: null,
}

function indicatorOf(change: Partial<Indicator>): Indicator {
  return exampleIndicator({
    name: text('Valgdeltagelse ved kommunalvalg', 'Turnout at municipal elections'),
    definition: text(
      'Afgivne stemmer i procent af alle stemmeberettigede.',
      'Votes cast in per cent of all entitled to vote.',
    ),
    numerator: text('Afgivne stemmer', 'Votes cast'),
    denominator: text('Stemmeberettigede', 'Persons entitled to vote'),
    limits: { lower: 0, upper: 100 },
    nextExpectedNote: text(
      'Næste kommunalvalg er i november 2029.',
      'The next municipal election is in November 2029.',
    ),
    sources: ['dst'],
    dimensions: ['alder'],
    disclosure: {
      ...defaultDisclosureRule,
      exempt: text('Resultater af valg er offentlige.', 'Results of elections are public.'),
    },
    caveats: [text('Blanke stemmer er talt med.', 'Blank votes are counted.')],
    ...change,
  })
}

/** What a test may want to be otherwise about the municipality whose pages it reads. */
export interface Circumstances {
  readonly comments?: readonly GoalComment[]
  readonly demonstration?: boolean
  readonly viaThirdParty?: boolean
  readonly targets?: readonly Target[]
  /** Why turnout is the nearest figure to the goal without figures; left out: it is not. */
  readonly nearest?: Text
}

function materialOf(
  indicator: Indicator,
  { demonstration = false, viaThirdParty = false, targets = [] }: Circumstances,
): Omit<IndicatorMaterial, 'series'> {
  return {
    demonstration,
    on: '2026-06-30',
    indicator,
    goals: goals.flatMap((goal) => focusAreas.map((focusArea) => ({ goal, focusArea }))),
    sources: [
      {
        slug: 'dst',
        producer: text('Danmarks Statistik', 'Statistics Denmark'),
        title: text('Kommunalvalg', 'Municipal elections'),
        table: 'LABY08',
        url: 'https://www.statistikbanken.dk/LABY08',
        licence: { name: text('CC BY 4.0', 'CC BY 4.0'), url: 'https://creativecommons.org/licenses/by/4.0/' },
      },
    ],
    provenances: [
      {
        slug: 'valg',
        text: text('Aflæst i en oversigt.', 'Read off an overview.'),
        viaThirdParty,
        url: null,
        retrievedOn: '2026-01-15',
      },
    ],
    areas: [
      { code: '217', name: text('Helsingør', 'Helsingør'), kind: 'municipality', parents: [] },
      { code: '000', name: text('Hele landet', 'Whole country'), kind: 'country', parents: [] },
    ],
    dimensions: [
      {
        slug: 'alder',
        name: text('Alder', 'Age'),
        categories: [{ slug: '18-29', name: text('18–29 år', 'Age 18–29'), code: null, parent: null }],
      },
    ],
    targets,
    overrides: [],
    inputs: [],
    earlier: [],
    linked: [],
  }
}

const elections = ['2009-11-17', '2013-11-19', '2017-11-21', '2021-11-16', '2025-11-18']

function observationsOf(
  values: readonly (number | null)[],
  changes: Readonly<Record<string, Partial<Observation>>> = {},
): Observation[] {
  return elections.map((period, index) =>
    exampleObservation(period, values[index] ?? null, { provenance: 'valg', ...changes[period] }),
  )
}

const nearestTo = (reason: Text): Pick<Indicator, 'goals'> => ({
  goals: [
    { goal: 'hoej-valgdeltagelse', headline: true },
    { goal: 'demokratiforstaaelse', headline: false, nearest: reason },
  ],
})

function turnout(circumstances: Circumstances): CompiledIndicator {
  const own = { area: '217', categories: {} }
  const country = { area: '000', categories: {} }
  const young = { area: '217', categories: { alder: '18-29' } }
  return compileIndicator({
    ...materialOf(indicatorOf(circumstances.nearest ? nearestTo(circumstances.nearest) : {}), circumstances),
    series: [
      {
        ...own,
        key: seriesKey(own),
        observations: observationsOf([68.4, 72.9, 72, 68.6, 70.5], {
          '2025-11-18': { status: 'P', footnote: text('Fintælling mangler.', 'The final count is missing.') },
        }),
      },
      { ...country, key: seriesKey(country), observations: observationsOf([65.8, 71.9, 70.8, 67.2, 69.2]) },
      {
        ...young,
        key: seriesKey(young),
        observations: observationsOf([null, null, 58.3, null, 49], { '2021-11-16': { status: 'Q' } }),
      },
    ],
  })
}

function withoutFigures(
  slug: string,
  name: Text,
  goal: Indicator['goals'][number],
  circumstances: Circumstances,
): CompiledIndicator {
  const indicator = indicatorOf({ slug, name, goals: [goal], sources: [], dimensions: [] })
  const series = [{ area: '217', categories: {}, key: '217', observations: [] }]
  return compileIndicator({ ...materialOf(indicator, { ...circumstances, targets: [] }), series })
}

/**
 * The documents of a release with one goal that has figures and one that has none, by their path. All have been through
 * the schemas of the domain.
 */
export function documentsOf(circumstances: Circumstances = {}): ReadonlyMap<string, unknown> {
  const { demonstration = false, comments = [] } = circumstances
  const survey = text('Elever, der kender byrådet', 'Pupils who know the council')
  const electorate = text('Vælgere pr. valgsted', 'Voters per polling station')
  const compiled = [
    turnout(circumstances),
    withoutFigures('elever-byraad', survey, { goal: 'demokratiforstaaelse', headline: true }, circumstances),
    withoutFigures('vaelgere', electorate, { goal: 'hoej-valgdeltagelse', headline: false }, circumstances),
  ]
  const summaries = compiled.map(({ summary }) => summary)
  const framework = {
    slug: 'medborgerskab',
    mark: null,
    position: 1,
    title: text('Medborgerskabspolitik', 'Citizenship policy'),
    organisation: { name: text('Helsingør Kommune', 'Helsingør Municipality'), area: '217' },
    vision: text('Alle er med', 'Everyone takes part'),
    purpose: text('at flere borgere deltager', 'that more citizens take part'),
    challenges: [],
    audience: text('alle borgere', 'all citizens'),
    carriedOutBy: text('årlige handleplaner', 'yearly action plans'),
    levels: {
      focusArea: { one: text('fokusområde', 'focus area'), other: text('fokusområder', 'focus areas') },
      goal: { one: text('rammemål', 'goal'), other: text('rammemål', 'goals') },
    },
    note: text('Numrene er vores egne.', 'The numbers are our own.'),
  }
  const { document, goals: goalDocuments } = compileFramework(
    { demonstration, framework, focusAreas, goals, comments, actionPlans, ideas, meetings: [] },
    summaries,
  )
  const { list, documents } = compileActionPlans(actionPlans, demonstration)
  return new Map<string, unknown>([
    [documentPath.actionPlans, ActionPlansDocument.parse(list)],
    ...documents.map((one): [string, unknown] => [
      documentPath.actionPlan(planName(one.actionPlan)),
      ActionPlanDocument.parse(one),
    ]),
    [documentPath.ideas, IdeasDocument.parse(compileIdeas(ideas, demonstration))],
    [documentPath.frameworks, FrameworksDocument.parse(compileFrameworks([document], demonstration))],
    [documentPath.framework('medborgerskab'), FrameworkDocument.parse(document)],
    [documentPath.indicators, IndicatorsDocument.parse(compileIndicators(summaries, demonstration))],
    ...goalDocuments.map((goal): [string, unknown] => [documentPath.goal(goal.goal.number), GoalDocument.parse(goal)]),
    ...compiled.map((entry): [string, unknown] => [
      documentPath.indicator(entry.summary.slug),
      IndicatorDocument.parse(entry.document),
    ]),
  ])
}
