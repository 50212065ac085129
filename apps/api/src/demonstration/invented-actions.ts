import type { ActionPlan } from '@pejling/domain/action-plan/action-plan'
import type { Framework } from '@pejling/domain/framework/framework'
import type { Delivery } from '../formats/delivery.ts'

type Action = ActionPlan['actions'][number]

const ideas = [
  [
    'foreningernes-dag',
    'Foreningernes dag',
    'Associations’ day',
    'Foreninger viser, hvad de laver.',
    'Associations show what they do.',
  ],
  [
    'forste-stemme',
    'Min første stemme',
    'My first vote',
    'Unge møder politikere før valget.',
    'Young people meet politicians before the election.',
  ],
  [
    'laeseklub',
    'Forældre læser med',
    'Parents read along',
    'Forældre og børn læser sammen på skolen.',
    'Parents and children read together at school.',
  ],
  [
    'lokale-partnere',
    'Lokale partnere',
    'Local partners',
    'Virksomheder og foreninger aftaler småjob.',
    'Businesses and associations agree on small jobs.',
  ],
  [
    'borgermoede',
    'Borgermøder i bydelene',
    'Meetings in the districts',
    'Borgere taler om bydelens fremtid.',
    'Citizens talk about the future of their district.',
  ],
] as const
const states: readonly Action['state'][] = ['done', 'under-way', 'planned', 'stopped', 'idea']

/** Invents an action plan of a year, with an action in every state. */
export function inventActionPlan(
  year: number,
  framework: Framework,
  { goals, indicators }: Pick<Delivery, 'goals' | 'indicators'>,
): ActionPlan {
  const actions = ideas.map(([slug, da, en, whatDa, whatEn], index): Action => {
    const goal = goals[(index * 3 + year) % Math.max(goals.length, 1)]?.slug
    const own = indicators.find((indicator) => indicator.goals.some((link) => link.goal === goal))?.slug
    const state = states[(index + year) % states.length] ?? 'idea'
    return {
      slug: `${slug}-${year}`,
      title: { da: `${da} (demonstration)`, en: `${en} (demonstration)` },
      description: { da: whatDa, en: whatEn },
      responsible: { da: 'Demonstration: ingen', en: 'Demonstration: nobody' },
      state,
      stateReason:
        state === 'stopped'
          ? { da: 'Demonstration: for få deltagere.', en: 'Demonstration: too few participants.' }
          : null,
      startsOn: state === 'idea' ? null : `${year}-02-01`,
      endsOn: state === 'idea' ? null : `${year}-11-30`,
      goals: goal === undefined ? [] : [goal],
      indicators: own === undefined ? [] : [own],
      partners: { da: 'Opfundne foreninger', en: 'Invented associations' },
      targetGroup: null,
      effect: null,
      milestones:
        state === 'idea'
          ? []
          : [
              { title: { da: 'Aftale på plads', en: 'Agreement in place' }, due: `${year}-04-01`, done: true },
              { title: { da: 'Evalueret', en: 'Evaluated' }, due: `${year}-12-01`, done: state === 'done' },
            ],
      continues: null,
    }
  })
  return {
    year,
    mark: framework.mark,
    framework: framework.slug,
    title: { da: `Handleplan ${year} (demonstration)`, en: `Action plan ${year} (demonstration)` },
    actions,
  }
}
