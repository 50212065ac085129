import type { Locale } from '@pejling/domain/text'

const da = {
  head: (organisation: string, count: number) => ({
    title: `${organisation}: overblik`,
    description: `Hvor langt er ${organisation} fra målene i sine ${count} politikker, og hvordan ved vi det?`,
  }),
  policies: (count: number) => `${count} politikker`,
  toPolicy: (goals: number, level: string) => `Se alle ${goals} ${level}`,
}

const en: typeof da = {
  head: (organisation, count) => ({
    title: `${organisation}: overview`,
    description: `How far is ${organisation} from the goals of its ${count} policies, and how do we know?`,
  }),
  policies: (count) => `${count} policies`,
  toPolicy: (goals, level) => `See all ${goals} ${level}`,
}

/** The words of the front page of several policies. */
export const frontWords: Readonly<Record<Locale, typeof da>> = { da, en }
