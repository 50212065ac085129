import type { Locale } from '@pejling/domain/text'

interface FrontWords {
  readonly head: (organisation: string, count: number) => { readonly title: string; readonly description: string }
  readonly policies: (count: number) => string
  readonly toPolicy: (goals: number, level: string) => string
}

/** The words of the front page of several policies. */
export const frontWords: Readonly<Record<Locale, FrontWords>> = {
  da: {
    head: (organisation, count) => ({
      title: `${organisation}: overblik`,
      description: `Hvor langt er ${organisation} fra målene i sine ${count} politikker, og hvordan ved vi det?`,
    }),
    policies: (count) => `${count} politikker`,
    toPolicy: (goals, level) => `Se alle ${goals} ${level}`,
  },
  en: {
    head: (organisation, count) => ({
      title: `${organisation}: overview`,
      description: `How far is ${organisation} from the goals of its ${count} policies, and how do we know?`,
    }),
    policies: (count) => `${count} policies`,
    toPolicy: (goals, level) => `See all ${goals} ${level}`,
  },
}
