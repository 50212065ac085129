import type { Locale } from '@pejling/domain/text'

/** The words of changing accounts, and of how many a release takes. */
interface PeopleWords {
  readonly change: string
  readonly open: string
  readonly removeFactors: string
  readonly askToStop: string
  readonly confirmStop: string
  readonly keepApproval: string
  readonly stopAsked: (name: string) => string
}

/** The words of changing accounts, in both languages. */
export const peopleWords: Readonly<Record<Locale, PeopleWords>> = {
  da: {
    change: 'Ret',
    open: 'Åbn igen',
    removeFactors: 'Fjern passkeys og koder (hvis de er mistet)',
    askToStop: 'Bed om, at udgivere må udgive alene',
    confirmStop: 'Bekræft, at udgivere må udgive alene',
    keepApproval: 'Behold godkendelsen',
    stopAsked: (name) => `${name} har bedt om, at udgivere må udgive alene. En anden administrator skal bekræfte det.`,
  },
  en: {
    change: 'Change',
    open: 'Open again',
    removeFactors: 'Remove passkeys and codes (if they are lost)',
    askToStop: 'Ask that publishers may publish alone',
    confirmStop: 'Confirm that publishers may publish alone',
    keepApproval: 'Keep the approval',
    stopAsked: (name) =>
      `${name} has asked that publishers may publish alone. Another administrator has to confirm it.`,
  },
}
