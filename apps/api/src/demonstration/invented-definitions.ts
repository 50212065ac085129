import type { Framework } from '@pejling/domain/framework'
import { publishedIndicator, type Indicator } from '@pejling/domain/indicator/indicator'
import type { PeriodKind } from '@pejling/domain/period/period'
import type { Provenance, Source } from '@pejling/domain/source/source'
import type { Text } from '@pejling/domain/text'
import { nextExpectedAt } from './invented-periods.ts'
import { inventedSlug } from './invented-series.ts'

/** How every figure of the demonstration got here. */
export const inventedProvenance: Provenance = {
  slug: inventedSlug,
  text: {
    da: 'Tallene er opfundet til demonstrationen og siger ikke noget om nogen kommune.',
    en: 'The figures are invented for the demonstration and say nothing about any municipality.',
  },
  viaThirdParty: false,
  url: null,
  retrievedOn: null,
}

/** The source of every figure of the demonstration. */
export const inventedSource: Source = {
  slug: inventedSlug,
  producer: { da: 'Pejlings demonstration', en: 'The Pejling demonstration' },
  title: { da: 'Opfundne tal', en: 'Invented figures' },
  table: null,
  url: null,
  licence: null,
}

/** What a reader needs to know of some of the figures, true of the invented ones too. */
const caveats: Readonly<Record<string, Text>> = {
  idraetsmedlemskaber: {
    da: 'Tallet tæller medlemskaber, ikke personer.',
    en: 'The figure counts memberships, not people.',
  },
  'dialogmoeder-deltagere': {
    da: 'Den, der kommer til tre møder, tæller tre gange.',
    en: 'A person who comes to three meetings counts three times.',
  },
  'valgdeltagelse-kv': {
    da: 'Vælgerne er ikke de samme som ved folketingsvalg: Også EU-borgere og andre udlændinge med fast bopæl kan stemme.',
    en: 'The electorate is not that of general elections: EU citizens and other foreign nationals with permanent residence may vote too.',
  },
}

const notes: Partial<Record<PeriodKind, Text>> = {
  'municipal-election': {
    da: 'Kommunalvalg holdes den tredje tirsdag i november hvert fjerde år.',
    en: 'Municipal elections are held on the third Tuesday of November every fourth year.',
  },
  'general-election': {
    da: 'Statsministeren udskriver valget. Dagen er den senest mulige i demonstrationen.',
    en: 'The prime minister calls the election. The day is the latest possible one in the demonstration.',
  },
  'survey-wave': {
    da: 'Der er ikke besluttet en dato for næste undersøgelse.',
    en: 'No date has been set for the next survey.',
  },
}

/**
 * The definition of an indicator without what is true of the real figures only: where they come from, what is missing in them, what
 * breaks them, what their keeper has to do, and when the producer brings the next.
 */
export function inventedDefinition(indicator: Indicator, today: string): Indicator {
  const { cadence, disclosure, slug } = indicator
  return {
    ...publishedIndicator(indicator),
    sources: [inventedSlug],
    caveats: [caveats[slug]].filter((caveat) => caveat !== undefined),
    breaks: [],
    nextExpectedOn: nextExpectedAt(cadence.periodKind, today),
    nextExpectedNote: notes[cadence.periodKind] ?? null,
    disclosure: {
      ...disclosure,
      exempt:
        disclosure.exempt === null
          ? null
          : {
              da: 'Tallene er opfundet og handler ikke om nogen.',
              en: 'The figures are invented and are about nobody.',
            },
    },
  }
}

/** The policy, with a note that tells its own words from the demonstration's targets. */
export function inventedFramework(framework: Framework): Framework {
  return {
    ...framework,
    note: {
      da: 'Politikken sætter ingen måltal. Demonstrationens måltal er opfundet.',
      en: 'The policy sets no numeric targets. Those of the demonstration are invented.',
    },
  }
}
