import type { PlannedRelease } from '@pejling/domain/release/planned'
import type { ChangeCounts } from '@pejling/domain/sentence/count-changes'
import type { TextChange, TextKind } from '@pejling/domain/release/text-changes'
import { changesSentence } from '@pejling/domain/sentence/changes-sentence'
import type { Locale } from '@pejling/domain/text'

type PlannedProblem = NonNullable<PlannedRelease['problem']>

/** What a last page says will happen: how much comes out, and when (`null`: at once). */
interface Outcome {
  readonly indicators: number
  readonly counts: ChangeCounts
  readonly texts: number
  readonly at: string | null
}

interface PublishWords {
  readonly follows: (names: string) => string
  readonly look: string
  readonly back: string
  readonly confirm: (outcome: Outcome) => string
  readonly confirmApproval: string
  readonly nothingChosen: string
  readonly texts: string
  readonly textsNote: string
  readonly textKinds: Readonly<Record<TextKind, string>>
  readonly textChanges: Readonly<Record<TextChange['change'], string>>
  readonly planned: string
  readonly waiting: string
  readonly unapproved: string
  readonly withdrawal: (figure: string) => string
  /** What keeps it from coming out, before its time has come and after. */
  readonly willNot: Readonly<Record<PlannedProblem, string>>
  readonly didNot: Readonly<Record<PlannedProblem, string>>
  readonly approve: string
  readonly approveNote: string
  readonly seePlanned: string
  readonly onlyIn: (release: number) => string
  readonly telling: (documents: number) => string
  readonly mentions: (count: number) => string
  readonly mentionsNote: string
  readonly published: string
  readonly draft: string
  readonly mentionKinds: Readonly<Record<string, string>>
  readonly askWithdrawal: string
}

const indicatorsDa = (count: number): string => `${count} ${count === 1 ? 'indikator' : 'indikatorer'}`
const indicatorsEn = (count: number): string => `${count} ${count === 1 ? 'indicator' : 'indicators'}`

/** The words of publishing, planning and withdrawing. */
export const publishWords: Readonly<Record<Locale, PublishWords>> = {
  da: {
    follows: (names) => `Kommer ud sammen med ${names}, som den er beregnet af.`,
    look: 'Se, hvad der kommer ud',
    back: 'Tilbage',
    confirm: ({ indicators, counts, texts, at }) => {
      const parts = [
        ...(indicators > 0 ? [indicatorsDa(indicators)] : []),
        ...(texts > 0 ? [`${texts} ${texts === 1 ? 'ændret tekst' : 'ændrede tekster'}`] : []),
      ]
      const what = parts.length > 0 ? parts.join(' og ') : 'det, der er besluttet'
      return `${at === null ? 'Nu udgives' : `Den ${at} udgives`} ${what}. ${changesSentence(counts).da} Det kan ikke fortrydes.`
    },
    confirmApproval: 'En anden udgiver skal godkende det først. Derefter kan det ikke fortrydes.',
    nothingChosen: 'Intet ville blive ændret. Vælg mindst én indikator.',
    texts: 'Tekster, der kommer ud',
    textsNote: 'Tekster kommer altid ud, uanset hvilke indikatorer der er valgt.',
    textKinds: {
      profile: 'Siden',
      framework: 'Politik',
      'focus-area': 'Del af politikken',
      goal: 'Mål',
      comment: 'Kommentar til mål',
      target: 'Måltal for',
      override: 'Egen vurdering af',
      'action-plan': 'Handleplan',
      action: 'Indsats',
      idea: 'Idé',
    },
    textChanges: { added: 'ny', changed: 'ændret', removed: 'taget bort' },
    planned: 'Planlagte udgivelser',
    waiting: 'venter på sit tidspunkt',
    unapproved: 'venter på godkendelse',
    withdrawal: (figure) => `Tallet trækkes tilbage: ${figure}`,
    willNot: {
      changed:
        'kommer ikke ud: noget, den indeholder, er skrevet om, siden den blev planlagt. Opgiv den, og planlæg den igen',
      planner: 'kommer ikke ud: den, der planlagde den, må ikke længere udgive. Opgiv den, og planlæg den igen',
      approver: 'kommer ikke ud: den, der godkendte den, må ikke længere udgive. Opgiv den, og planlæg den igen',
      withdrawn: 'kommer ikke ud: tallet er allerede trukket tilbage',
      failed: 'kommer ikke ud: den kunne ikke laves; loggen siger hvorfor',
    },
    didNot: {
      changed: 'kom ikke ud: noget, den indeholder, blev skrevet om, efter at den var planlagt',
      planner: 'kom ikke ud: den, der planlagde den, må ikke længere udgive',
      approver: 'kom ikke ud: den, der godkendte den, må ikke længere udgive',
      withdrawn: 'kom ikke ud: tallet var allerede trukket tilbage',
      failed: 'kom ikke ud: den kunne ikke laves; loggen siger hvorfor',
    },
    approve: 'Godkend',
    approveNote: 'Se udgivelsen, før du godkender den. Er noget i den skrevet om siden, kan den ikke godkendes.',
    seePlanned: 'Se dem alle',
    onlyIn: (release) => `kun i ældre udgivelser, senest nr. ${release}`,
    telling: (documents) => `Tallet står i ${documents} udgivne dokumenter. De bliver alle ændret.`,
    mentions: (count) =>
      count === 0
        ? 'Tallet er ikke fundet i tekster, nogen har skrevet.'
        : `Tallet ser ud til at stå i ${count} ${count === 1 ? 'tekst' : 'tekster'}, nogen har skrevet:`,
    mentionsNote: 'De bliver ikke ændret. Ret dem selv, og del møder igen.',
    published: 'udgivet',
    draft: 'ikke udgivet',
    mentionKinds: {
      profile: 'Siden',
      framework: 'Politik',
      'focus-area': 'Del af politikken',
      goal: 'Mål',
      comment: 'Kommentar',
      'action-plan': 'Handleplan',
      idea: 'Idé',
      meeting: 'Møde',
      'shared-meeting': 'Delt møde',
      indicator: 'Indikator',
      target: 'Måltal',
      override: 'Egen vurdering',
      observation: 'Fodnote',
      dimension: 'Opdeling',
      source: 'Kilde',
      provenance: 'Herkomst',
      release: 'Udgivelse',
      'planned-release': 'Planlagt udgivelse',
    },
    askWithdrawal: 'Bed en anden om at godkende',
  },
  en: {
    follows: (names) => `Comes out with ${names}, which it is computed from.`,
    look: 'See what comes out',
    back: 'Back',
    confirm: ({ indicators, counts, texts, at }) => {
      const parts = [
        ...(indicators > 0 ? [indicatorsEn(indicators)] : []),
        ...(texts > 0 ? [`${texts} changed ${texts === 1 ? 'text' : 'texts'}`] : []),
      ]
      const what = parts.length > 0 ? parts.join(' and ') : 'what has been decided'
      return `This publishes${at === null ? '' : `, on ${at},`} ${what}. ${changesSentence(counts).en} It cannot be undone.`
    },
    confirmApproval: 'Another publisher has to approve it first. After that it cannot be undone.',
    nothingChosen: 'Nothing would change. Choose at least one indicator.',
    texts: 'Texts that come out',
    textsNote: 'Texts always come out, whichever indicators are chosen.',
    textKinds: {
      profile: 'The site',
      framework: 'Policy',
      'focus-area': 'Part of the policy',
      goal: 'Goal',
      comment: 'Comment on goal',
      target: 'Target of',
      override: 'Own assessment of',
      'action-plan': 'Action plan',
      action: 'Action',
      idea: 'Idea',
    },
    textChanges: { added: 'new', changed: 'changed', removed: 'removed' },
    planned: 'Planned releases',
    waiting: 'waits for its time',
    unapproved: 'waits for approval',
    withdrawal: (figure) => `Withdraws the figure: ${figure}`,
    willNot: {
      changed:
        'will not come out: something it carries has been changed since it was planned. Give it up and plan it again',
      planner: 'will not come out: the person who planned it may publish no longer. Give it up and plan it again',
      approver: 'will not come out: the person who approved it may publish no longer. Give it up and plan it again',
      withdrawn: 'will not come out: the figure has been withdrawn already',
      failed: 'will not come out: it could not be made; the log says why',
    },
    didNot: {
      changed: 'did not come out: something it carries was changed after it was planned',
      planner: 'did not come out: the person who planned it may publish no longer',
      approver: 'did not come out: the person who approved it may publish no longer',
      withdrawn: 'did not come out: the figure had been withdrawn already',
      failed: 'did not come out: it could not be made; the log says why',
    },
    approve: 'Approve',
    approveNote:
      'Look at the release before you approve it. If anything in it has been changed since, it cannot be approved.',
    seePlanned: 'See them all',
    onlyIn: (release) => `only in older releases, most recently no. ${release}`,
    telling: (documents) => `The figure is in ${documents} published documents. All of them will be changed.`,
    mentions: (count) =>
      count === 0
        ? 'The figure was not found in texts that people have written.'
        : `The figure seems to be in ${count} ${count === 1 ? 'text' : 'texts'} that people have written:`,
    mentionsNote: 'They will not be changed. Correct them yourself, and share meetings again.',
    published: 'published',
    draft: 'not published',
    mentionKinds: {
      profile: 'The site',
      framework: 'Policy',
      'focus-area': 'Part of the policy',
      goal: 'Goal',
      comment: 'Comment',
      'action-plan': 'Action plan',
      idea: 'Idea',
      meeting: 'Meeting',
      'shared-meeting': 'Shared meeting',
      indicator: 'Indicator',
      target: 'Target',
      override: 'Own assessment',
      observation: 'Footnote',
      dimension: 'Breakdown',
      source: 'Source',
      provenance: 'Provenance',
      release: 'Release',
      'planned-release': 'Planned release',
    },
    askWithdrawal: 'Ask another publisher to approve',
  },
}
