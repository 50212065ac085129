import type { ActionPlan } from '@pejling/domain/action-plan/action-plan'
import { dateAfter } from '@pejling/domain/day'
import { byNumber, type Goal } from '@pejling/domain/framework'
import type { Idea } from '@pejling/domain/idea'
import type { WrittenMeeting } from '@pejling/domain/meeting/meeting'
import { nthWeekday } from './invented-periods.ts'

/** The release a demonstration begins with, whose figures its meetings show. */
const firstRelease = 1

interface Wish {
  readonly slug: string
  readonly title: string
  readonly text: string
  readonly theme: string
  readonly goal: string
  /** The action that took it up, by name. */
  readonly action: string | null
  readonly whyNot: string | null
}

const wishes: readonly Wish[] = [
  {
    slug: 'lokaler-til-nye-foreninger',
    title: 'Gratis lokaler til nye foreninger',
    text: 'Vi er otte, der gerne vil starte et kor. Vi kan ikke betale husleje, før vi har medlemmer, og vi får ikke medlemmer, før vi har et sted at synge.',
    theme: 'Foreningsliv',
    goal: 'nye-faellesskaber',
    action: 'startpakke-til-foreninger',
    whyNot: null,
  },
  {
    slug: 'mad-til-borgermoeder',
    title: 'Spis sammen, før I holder borgermøde',
    text: 'Når man kommer direkte fra arbejde med børn, er et møde klokken 17 umuligt. Hvis der var mad, kom vi alle sammen.',
    theme: 'Dialog',
    goal: 'dialog-om-borgerrollen',
    action: 'faellesspisning-paa-tvaers',
    whyNot: null,
  },
  {
    slug: 'stemmeret-for-16-aarige',
    title: 'Lad 16-årige stemme til byrådet',
    text: 'Vi har fritidsjob og betaler skat. Så vil vi også være med til at bestemme, hvad pengene går til.',
    theme: 'Demokrati',
    goal: 'boern-og-unges-demokrati',
    action: null,
    whyNot: 'Valgretsalderen står i grundloven, så kommunen kan ikke ændre den. Ungerådet har taget spørgsmålet op.',
  },
  {
    slug: 'sprogcafe',
    title: 'En sprogcafé hver onsdag',
    text: 'Jeg har boet her i to år og taler kun dansk på arbejdet. En café, hvor man bare kan snakke, ville hjælpe mange af os.',
    theme: 'Mød hinanden',
    goal: 'dialog-paa-tvaers',
    action: null,
    whyNot: null,
  },
  {
    slug: 'guide-til-foreninger',
    title: 'En guide til alle foreninger',
    text: 'Lav en enkel liste over alle foreninger med en, man kan ringe til. I dag skal man vide, hvad man leder efter.',
    theme: 'Foreningsliv',
    goal: 'aktive-borgere',
    action: null,
    whyNot: null,
  },
]

/** Invents ideas in every state: taken up by an action that began later, declined, not decided. */
export function inventIdeas(goals: readonly Goal[], actionPlans: readonly ActionPlan[], today: string): Idea[] {
  const plan = actionPlans.at(-1)
  const spring = `${(plan?.year ?? Number(today.slice(0, 4))) - 1}-04-14`
  return wishes.map(({ goal, action, ...wish }, index) => {
    const taken = plan?.actions.find(({ slug }) => slug === action)
    return {
      ...wish,
      voicedAt: 'Dialogmøde i Demonstrationshuset',
      voicedOn: dateAfter(spring, index * 35),
      goals: goals.flatMap(({ slug }) => (slug === goal ? [slug] : [])),
      takenUpBy: plan && taken ? [{ year: plan.year, mark: plan.mark, action: taken.slug }] : [],
    }
  })
}

const committee = 'Demonstrationsudvalget'

/** The first Thursday of a day's month, a number of years earlier. */
function firstThursday(date: string, yearsBefore = 0): string {
  return nthWeekday(Number(date.slice(0, 4)) - yearsBefore, Number(date.slice(5, 7)), 4, 1)
}

/** The first Thursday of a month that lies after the day. */
function nextMeetingAfter(today: string): string {
  const thisMonth = firstThursday(today)
  return thisMonth > today ? thisMonth : firstThursday(dateAfter(`${today.slice(0, 7)}-01`, 31))
}

/** Invents the next meeting, on every goal and the plan in force, and one the year before at which something was decided. */
export function inventMeetings(
  goals: readonly Goal[],
  actionPlans: readonly ActionPlan[],
  today: string,
): WrittenMeeting[] {
  const sorted = goals.toSorted(byNumber)
  const plan = actionPlans.at(-1)
  const nothing = { title: null, point: null, recommendation: null, notes: null, said: null, decision: null }
  const item = ({ number }: Goal, index: number): WrittenMeeting['items'][number] => ({
    ...nothing,
    slug: `punkt-${number.replace('.', '-')}`,
    position: index + 1,
    about: { kind: 'goal', goal: number },
  })
  const meeting = { committee, place: 'Demonstrationshuset, mødelokale 2', release: firstRelease }
  const date = nextMeetingAfter(today)
  return [
    {
      ...meeting,
      slug: 'demonstrationsudvalget-sidste-aar',
      date: firstThursday(date, 1),
      items: sorted.slice(0, 3).map((goal, index) => ({
        ...item(goal, index),
        recommendation: 'at udvalget drøfter målet',
        said: 'Udvalget var enigt om at følge tallene tættere.',
        decision: 'Forvaltningen vender tilbage om et år.',
      })),
    },
    {
      ...meeting,
      slug: 'demonstrationsudvalget-status',
      date,
      items: [
        {
          ...nothing,
          slug: 'velkommen',
          position: 0,
          about: { kind: 'text' },
          title: 'Status på politikken',
          point: 'Udvalget gennemgår mål for mål, hvad tallene siger, og hvad der er gjort.',
        },
        ...sorted.map((goal, index) => ({
          ...item(goal, index),
          point: index % 4 === 0 ? 'Forvaltningen har gennemgået årets tal og indsatser for målet.' : null,
          recommendation: index % 3 === 0 ? 'at udvalget tager status til efterretning' : null,
          notes: 'Spørg, om nogen har set udviklingen i deres eget kvarter.',
        })),
        ...(plan === undefined
          ? []
          : [
              {
                ...nothing,
                slug: 'handleplan',
                position: sorted.length + 1,
                about: { kind: 'action-plan' as const, year: plan.year, mark: plan.mark },
                recommendation: 'at handleplanen godkendes',
              },
            ]),
      ],
    },
  ]
}
