import type { PlannedReleaseView } from '@pejling/domain/workspace/releases'
import { momentInWords, wordsOf } from '../client/locale.ts'

/** The words of releases and withdrawals that wait. */
export const plannedWords = wordsOf({
  da: {
    title: 'Planlagte udgivelser',
    lead: 'Udgivelser, der venter på deres tidspunkt eller på en anden persons godkendelse.',
    up: 'Udgiv',
    none: 'Ingen udgivelse venter.',
    earlier: 'Tidligere',
    columns: { release: 'Udgivelse', when: 'Udgives', who: 'Planlagt af', state: 'Status' },
    now: 'når den er godkendt',
    withdrawal: 'Tilbagetrækning',
    states: {
      approval: 'Venter på godkendelse',
      time: 'Venter på sit tidspunkt',
      will: 'Kan ikke komme ud',
      did: 'Kom ikke ud',
      published: 'Udgivet',
      cancelled: 'Annulleret',
    },
    problems: {
      changed: 'Noget, den indeholder, er ændret, efter at den blev planlagt.',
      planner: 'Den, der planlagde den, må ikke længere udgive.',
      approver: 'Den, der godkendte den, må ikke længere udgive.',
      withdrawn: 'Tallet er allerede trukket tilbage.',
      failed: 'Den kunne ikke laves. Serverens log siger hvorfor.',
    },
    number: (number: string) => `Planlagt udgivelse nr. ${number}`,
    planned: (who: string, at: string) => `Planlagt ${at} af ${who}.`,
    approvedBy: (who: string) => `Godkendt af ${who}.`,
    ownWaits: 'Du har selv planlagt den, så en anden udgiver skal godkende den.',
    changedSince: 'Ændret siden',
    content: 'Det kommer ud',
    contentThen: 'Det skulle ud',
    reason: 'Begrundelse',
    figure: (indicator: string, period: string) => `${indicator}, ${period}`,
    approve: 'Godkend udgivelsen',
    approveNow: 'Godkend, og udgiv nu',
    approveWithdrawal: 'Godkend, og træk tallet tilbage',
    final: 'Når den er kommet ud, kan det ikke fortrydes.',
    cancel: 'Annuller den planlagte udgivelse',
    cancelWithdrawal: 'Annuller tilbagetrækningen',
    again: 'Planlæg igen',
    approved: 'Udgivelsen er godkendt.',
    cancelled: 'Den planlagte udgivelse er annulleret.',
  },
  en: {
    title: 'Planned releases',
    lead: 'Releases that wait for their time or for another person’s approval.',
    up: 'Publish',
    none: 'No release waits.',
    earlier: 'Earlier',
    columns: { release: 'Release', when: 'Comes out', who: 'Planned by', state: 'Status' },
    now: 'when it is approved',
    withdrawal: 'Withdrawal',
    states: {
      approval: 'Waits for approval',
      time: 'Waits for its time',
      will: 'Cannot come out',
      did: 'Did not come out',
      published: 'Published',
      cancelled: 'Cancelled',
    },
    problems: {
      changed: 'Something it carries was changed after it had been planned.',
      planner: 'Whoever planned it may publish no longer.',
      approver: 'Whoever approved it may publish no longer.',
      withdrawn: 'The figure has been withdrawn already.',
      failed: 'It could not be made. The log of the server says why.',
    },
    number: (number: string) => `Planned release no. ${number}`,
    planned: (who: string, at: string) => `Planned ${at} by ${who}.`,
    approvedBy: (who: string) => `Approved by ${who}.`,
    ownWaits: 'You planned it yourself, so another publisher has to approve it.',
    changedSince: 'Changed since',
    content: 'This comes out',
    contentThen: 'This was to come out',
    reason: 'Reason',
    figure: (indicator: string, period: string) => `${indicator}, ${period}`,
    approve: 'Approve the release',
    approveNow: 'Approve and publish now',
    approveWithdrawal: 'Approve and withdraw the figure',
    final: 'Once it has come out it cannot be undone.',
    cancel: 'Cancel the planned release',
    cancelWithdrawal: 'Cancel the withdrawal',
    again: 'Plan again',
    approved: 'The release is approved.',
    cancelled: 'The planned release is cancelled.',
  },
})

/** How it stands with a planned release, in a few words. */
export function stateInWords({ state, problem, needsApproval, approvedBy }: PlannedReleaseView): string {
  const { states } = plannedWords
  if (state === 'published' || state === 'cancelled') return states[state]
  if (state === 'outdated') return states.did
  if (problem !== null) return states.will
  return needsApproval && approvedBy === null ? states.approval : states.time
}

/** When it comes out, in words. */
export const whenInWords = ({ publishAt }: Pick<PlannedReleaseView, 'publishAt'>): string =>
  publishAt === null ? plannedWords.now : momentInWords(publishAt)
