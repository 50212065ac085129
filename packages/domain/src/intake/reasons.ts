import { z } from 'zod'
import type { Text } from '../text.ts'

/**
 * Why something of a file was refused. Those above `not-a-number` are harmful: what is left of the file without them would mislead, so the
 * rest is not taken without them. The order is that in which they are told.
 */
export const reasonCodes = [
  'two-figures',
  'unclear-column',
  'blank',
  'no-area',
  'no-period',
  'unit',
  'outlook',
  'hidden',
  'overflow',
  'unknown-group',
  'unknown-area',
  'unknown-section',
  'two-readings',
  'beyond-limits',
  'not-whole',
  'deletion',
  'merged',
  'other-indicator',
  'demonstration',
  'unread-period',
  'not-a-number',
  'inconsistent',
] as const
export const ReasonCode = z.enum(reasonCodes)
export type ReasonCode = z.infer<typeof ReasonCode>

const harmless: ReadonlySet<ReasonCode> = new Set(['not-a-number', 'inconsistent', 'unread-period'])

/** Whether the rest of a file would mislead without what was refused for this reason. */
export const isHarmful = (code: ReasonCode): boolean => !harmless.has(code)

interface ReasonWords {
  readonly title: Text
  readonly todo: Text
}

/** What each reason is called, and what to do about it. */
export const reasonWords: Readonly<Record<ReasonCode, ReasonWords>> = {
  'two-figures': {
    title: { da: 'To tal for det samme', en: 'Two figures for the same' },
    todo: {
      da: 'Sig, hvilken kolonne der deler tallene op, eller tag kun rækkerne med én værdi i den.',
      en: 'Say which column divides the figures, or take only the rows with one value in it.',
    },
  },
  'unclear-column': {
    title: { da: 'En kolonne, som ingen har forklaret', en: 'A column nobody has explained' },
    todo: {
      da: 'Sig, hvad kolonnen er, eller at den ikke bruges.',
      en: 'Say what the column is, or that it is not used.',
    },
  },
  blank: {
    title: { da: 'En tom celle, der kan betyde to ting', en: 'An empty cell that can mean two things' },
    todo: {
      da: 'Sig, om den betyder det samme som cellen over eller i alt.',
      en: 'Say whether it means the same as the cell above or the total.',
    },
  },
  'no-area': {
    title: {
      da: 'Filen siger ikke, hvilket område tallene gælder',
      en: 'The file does not say which area the figures are of',
    },
    todo: { da: 'Vælg området.', en: 'Choose the area.' },
  },
  'no-period': {
    title: {
      da: 'Filen siger ikke, hvilken periode tallene gælder',
      en: 'The file does not say which period the figures are of',
    },
    todo: { da: 'Skriv perioden, eller vælg kolonnen med den.', en: 'Write the period, or choose its column.' },
  },
  unit: {
    title: { da: 'En anden enhed end indikatorens', en: 'A unit that is not the indicator’s' },
    todo: {
      da: 'Sig, hvordan tallene regnes om, eller vælg kolonnen med den rigtige enhed.',
      en: 'Say how the figures are converted, or choose the column with the right unit.',
    },
  },
  outlook: {
    title: {
      da: 'Budget, prognose eller tal for en periode, der ikke er begyndt',
      en: 'A budget, a forecast, or a figure of a period to come',
    },
    todo: { da: 'Sig, om de skal med.', en: 'Say whether they are to be taken.' },
  },
  hidden: {
    title: { da: 'Skjulte rækker i arket', en: 'Hidden rows in the sheet' },
    todo: { da: 'Sig, om de skal med.', en: 'Say whether they are to be taken.' },
  },
  overflow: {
    title: { da: 'Flere celler end overskrifter', en: 'More cells than headings' },
    todo: {
      da: 'Sæt tal med komma i anførselstegn, eller gem filen med semikolon mellem kolonnerne.',
      en: 'Quote numbers with a comma, or save the file with semicolons between columns.',
    },
  },
  'unknown-group': {
    title: { da: 'En gruppe, der ikke er kendt', en: 'A group that is not known' },
    todo: {
      da: 'Sig, hvilken gruppe ordet er, eller ret det i filen.',
      en: 'Say which group the word is, or correct it in the file.',
    },
  },
  'unknown-area': {
    title: { da: 'Et område, der ligner et kendt', en: 'An area that looks like a known one' },
    todo: {
      da: 'Sig, om det er området, eller at rækkerne springes over.',
      en: 'Say whether it is that area, or that its rows are passed over.',
    },
  },
  'unknown-section': {
    title: { da: 'En mellemoverskrift, der ikke er kendt', en: 'A subheading that is not known' },
    todo: {
      da: 'Sig, hvad rækkerne under den er, eller at de springes over.',
      en: 'Say what the rows below it are, or that they are passed over.',
    },
  },
  'two-readings': {
    title: { da: 'Et tal, der kan læses på to måder', en: 'A number that can be read in two ways' },
    todo: { da: 'Vælg filens decimaltegn.', en: 'Choose the decimal mark of the file.' },
  },
  'beyond-limits': {
    title: { da: 'Et tal uden for det mulige', en: 'A figure beyond what is possible' },
    todo: {
      da: 'Se efter enhed og decimaltegn, eller ret tallet.',
      en: 'Check unit and decimal mark, or correct the figure.',
    },
  },
  'not-whole': {
    title: { da: 'Et brudt tal, hvor der tælles hele', en: 'A fraction where whole things are counted' },
    todo: {
      da: 'Se efter enhed og decimaltegn, eller ret tallet.',
      en: 'Check unit and decimal mark, or correct the figure.',
    },
  },
  deletion: {
    title: { da: 'En række, der siger, at et tal skal slettes', en: 'A row that says a figure is to be deleted' },
    todo: {
      da: 'Slet tallet i arbejdsområdet; en fil kan kun tilføje og rette.',
      en: 'Delete the figure in the workspace; a file can only add and change.',
    },
  },
  merged: {
    title: { da: 'Et tal i flettede celler', en: 'A figure in merged cells' },
    todo: {
      da: 'Ophæv fletningen, og skriv tallet i den celle, det gælder.',
      en: 'Unmerge the cells and write the figure in the cell it is of.',
    },
  },
  'other-indicator': {
    title: { da: 'En række om en anden indikator', en: 'A row of another indicator' },
    todo: { da: 'Læg den i en fil for sig.', en: 'Put it in a file of its own.' },
  },
  demonstration: {
    title: { da: 'Et opdigtet tal fra demonstrationen', en: 'An invented figure of the demonstration' },
    todo: { da: 'Det kan ikke stå blandt rigtige tal.', en: 'It cannot stand among real ones.' },
  },
  'unread-period': {
    title: { da: 'En periode, der ikke kan læses', en: 'A period that cannot be read' },
    todo: { da: 'Ret den i filen.', en: 'Correct it in the file.' },
  },
  'not-a-number': {
    title: { da: 'En tekst, der ikke er et tal', en: 'A text that is no number' },
    todo: { da: 'Sig, hvad den betyder, eller ret den i filen.', en: 'Say what it means, or correct it in the file.' },
  },
  inconsistent: {
    title: { da: 'Et tal, der ikke hænger sammen', en: 'A figure that does not hold together' },
    todo: { da: 'Ret det i filen.', en: 'Correct it in the file.' },
  },
}
