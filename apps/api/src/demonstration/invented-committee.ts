import type { Goal } from '@pejling/domain/framework/framework'
import type { ActionPlan } from '@pejling/domain/action-plan/action-plan'
import type { Idea } from '@pejling/domain/idea/idea'
import type { WrittenMeeting } from '@pejling/domain/meeting/meeting'

const wishes = [
  ['flere-baenke', 'Flere bænke ved havnen', 'Byens rum'],
  ['sprogcafe', 'En sprogcafé hver onsdag', 'Mød hinanden'],
  ['unge-i-udvalg', 'Unge med ved bordet i udvalgene', 'Demokrati'],
  ['foreningsguide', 'En guide til alle foreninger', 'Mød hinanden'],
] as const

/** Invents ideas in every state: taken up, declined, not decided. */
export function inventIdeas(goals: readonly Goal[], actionPlans: readonly ActionPlan[]): Idea[] {
  return wishes.map(([slug, title, theme], index): Idea => {
    const goal = goals[(index * 4) % Math.max(goals.length, 1)]?.slug
    const plan = index < 2 ? actionPlans[index] : undefined
    const action = plan?.actions[index]
    return {
      slug,
      title,
      text: `${title}. Opfundet til demonstrationen.`,
      theme,
      voicedAt: 'Opfundet dialogmøde',
      voicedOn: `2025-0${index + 3}-14`,
      goals: goal === undefined ? [] : [goal],
      takenUpBy: plan && action ? [{ year: plan.year, mark: plan.mark, action: action.slug }] : [],
      whyNot: index === 2 ? 'Demonstration: reglerne giver ikke mulighed for det.' : null,
    }
  })
}

const committee = 'Demonstrationsudvalget'

/** Invents a meeting on every goal, and one the year before at which something was decided. `release`: whose figures they show. */
export function inventMeetings(goals: readonly Goal[], release: number): WrittenMeeting[] {
  const sorted = goals.toSorted((a, b) => a.number.localeCompare(b.number, 'en', { numeric: true }))
  const nothing = { title: null, point: null, recommendation: null, notes: null, said: null, decision: null }
  const item = ({ number }: Goal, index: number): WrittenMeeting['items'][number] => ({
    ...nothing,
    slug: `punkt-${number.replace('.', '-')}`,
    position: index + 1,
    about: { kind: 'goal', goal: number },
  })
  const meeting = { committee, place: 'Opfundet mødelokale', release }
  return [
    {
      ...meeting,
      slug: 'demonstrationsudvalget-2025-12-03',
      date: '2025-12-03',
      items: sorted.slice(0, 3).map((goal, index) => ({
        ...item(goal, index),
        recommendation: 'Demonstration: at udvalget drøfter målet.',
        said: 'Demonstration: der var enighed om, at tallene skal følges tættere.',
        decision: 'Demonstration: forvaltningen vender tilbage om et år.',
      })),
    },
    {
      ...meeting,
      slug: 'demonstrationsudvalget-2026-12-03',
      date: '2026-12-03',
      items: [
        {
          ...nothing,
          slug: 'velkommen',
          position: 0,
          about: { kind: 'text' },
          title: 'Status på politikken',
          point: 'Demonstration: mål for mål gennemgås, hvad tallene siger, og hvad der er gjort.',
        },
        ...sorted.map((goal, index) => ({
          ...item(goal, index),
          point: index % 4 === 0 ? 'Demonstration: hvad punktet handler om, i et par linjer.' : null,
          recommendation: index % 3 === 0 ? 'Demonstration: at udvalget tager status til efterretning.' : null,
          notes: 'Demonstration: talerens egne noter står kun i notevinduet.',
        })),
        {
          ...nothing,
          slug: 'handleplan-2026',
          position: sorted.length + 1,
          about: { kind: 'action-plan', year: 2026, mark: null },
          recommendation: 'Demonstration: at handleplanen godkendes.',
        },
      ],
    },
  ]
}
