import type { PeriodKind } from '@pejling/domain/period/period'
import { formatDate } from '@pejling/domain/period/period'
import type { PlannedRelease } from '@pejling/domain/release/planned'
import type { ReminderRole } from '@pejling/domain/reminder/reminder'
import { periodWords } from '@pejling/domain/sentence/period-words'
import type { Locale, Text } from '@pejling/domain/text'

/* What mails say, in Danish and English. Every mail is plain text with whole addresses, in its reader's language. */

/** What a mail says. */
export interface MailText {
  readonly subject: string
  readonly text: string
}

/** What each kind of mail is about. Addresses are whole, with scheme and host. */
export type MailContent =
  | { readonly kind: 'reminder'; readonly figures: readonly RemindedFigure[] }
  | { readonly kind: 'published'; readonly title: Text; readonly indicators: readonly Text[]; readonly link: Text }
  | { readonly kind: 'approval'; readonly title: Text; readonly plannedBy: string; readonly link: Text }
  | {
      readonly kind: 'outdated'
      readonly title: Text
      readonly problem: PlannedRelease['problem']
      readonly link: Text
    }
  | { readonly kind: 'fetch-failed'; readonly indicator: Text; readonly problem: Text; readonly link: Text }
  | { readonly kind: 'invitation'; readonly days: number; readonly link: Text }
  | { readonly kind: 'password'; readonly minutes: number; readonly link: Text }

/** A figure a person is reminded of. */
export interface RemindedFigure {
  readonly name: Text
  readonly periodKind: PeriodKind
  /** `null`: not known. */
  readonly period: string | null
  /** A day in Denmark. */
  readonly expectedOn: string
  readonly isLate: boolean
  readonly as: ReminderRole
  /** The page the figure is written at. */
  readonly link: Text
  /** What a link to send this one figure without signing in is made for; `null`: the person may not send it, or which it is is not known. */
  readonly answer: { readonly indicator: string; readonly period: string; readonly siteUrl: string } | null
  /** The link; `null`: none has been made. */
  readonly answerLink: Text | null
}

const roleWords: Readonly<Record<ReminderRole, Text>> = {
  keeper: { da: 'Du sender tallet.', en: 'You send the figure.' },
  deputy: {
    da: 'Du er stedfortræder for den, der sender tallet.',
    en: 'You are the deputy of the person who sends the figure.',
  },
  owner: { da: 'Du er ansvarlig for tallet.', en: 'You are responsible for the figure.' },
}

const outdatedWords: Readonly<Record<NonNullable<PlannedRelease['problem']>, Text>> = {
  changed: {
    da: 'Der er rettet i tal eller tekster, siden udgivelsen blev planlagt.',
    en: 'Figures or texts have been changed since the release was planned.',
  },
  planner: {
    da: 'Den, der planlagde udgivelsen, må ikke længere udgive.',
    en: 'The person who planned the release may no longer publish.',
  },
  approver: {
    da: 'Den, der godkendte udgivelsen, må ikke længere udgive.',
    en: 'The person who approved the release may no longer publish.',
  },
  withdrawn: { da: 'Tallet er allerede trukket tilbage.', en: 'The figure has been withdrawn already.' },
  failed: { da: 'Der skete en fejl på serveren.', en: 'There was an error on the server.' },
}

const lines = (...parts: readonly (string | readonly string[])[]): string => parts.flat().join('\n')

const bullets = (names: readonly string[]): readonly string[] => names.map((name) => `- ${name}`)

function figureLines(figure: RemindedFigure, locale: Locale): string[] {
  const { name, periodKind, period, expectedOn, isLate, as, link, answerLink } = figure
  const what = period === null ? name[locale] : `${name[locale]}, ${periodWords(periodKind, period, locale)}`
  const day = formatDate(expectedOn, locale)
  const da = locale === 'da'
  const when = isLate
    ? da
      ? `skulle være kommet den ${day}`
      : `was expected on ${day}`
    : da
      ? `ventes den ${day}`
      : `is expected on ${day}`
  return [`- ${what}: ${when}. ${roleWords[as][locale]}`, `  ${(answerLink ?? link)[locale]}`]
}

function reminder({ figures }: Extract<MailContent, { kind: 'reminder' }>, locale: Locale): MailText {
  const [first] = figures
  const da = locale === 'da'
  const isOne = figures.length === 1 && first !== undefined
  const what = isOne ? first.name[locale] : da ? `${figures.length} tal` : `${figures.length} figures`
  return {
    subject: da ? `Påmindelse: ${what}` : `Reminder: ${what}`,
    text: lines(
      isOne
        ? da
          ? 'Dette tal mangler i Pejling:'
          : 'This figure is missing in Pejling:'
        : da
          ? 'Disse tal mangler i Pejling:'
          : 'These figures are missing in Pejling:',
      '',
      figures.flatMap((figure) => figureLines(figure, locale)),
      '',
      da
        ? 'Er det ikke længere dig, der har med tallet at gøre, så bed en administrator om at rette det.'
        : 'If you no longer deal with the figure, ask an administrator to correct that.',
    ),
  }
}

function published({ title, indicators, link }: Extract<MailContent, { kind: 'published' }>, locale: Locale): MailText {
  const names = bullets(indicators.map((name) => name[locale]))
  return locale === 'da'
    ? {
        subject: `Dine tal er udgivet: ${title.da}`,
        text: lines('Nye eller ændrede tal, som du har med at gøre, er udgivet:', '', names, '', link[locale]),
      }
    : {
        subject: `Your figures have been published: ${title.en}`,
        text: lines('New or changed figures that you deal with have been published:', '', names, '', link[locale]),
      }
}

function approval({ title, plannedBy, link }: Extract<MailContent, { kind: 'approval' }>, locale: Locale): MailText {
  return locale === 'da'
    ? {
        subject: `Venter på godkendelse: ${title.da}`,
        text: lines(
          `${plannedBy} har planlagt udgivelsen “${title.da}”. En anden udgiver skal godkende den:`,
          link[locale],
        ),
      }
    : {
        subject: `Waiting for approval: ${title.en}`,
        text: lines(
          `${plannedBy} has planned the release “${title.en}”. Another publisher has to approve it:`,
          link[locale],
        ),
      }
}

function outdated({ title, problem, link }: Extract<MailContent, { kind: 'outdated' }>, locale: Locale): MailText {
  const why = problem === null ? [] : [outdatedWords[problem][locale]]
  return locale === 'da'
    ? {
        subject: `Kom ikke ud: ${title.da}`,
        text: lines(
          `Den planlagte udgivelse “${title.da}” kunne ikke komme ud.`,
          why,
          'Planlæg den igen:',
          link[locale],
        ),
      }
    : {
        subject: `Did not come out: ${title.en}`,
        text: lines(`The planned release “${title.en}” could not come out.`, why, 'Plan it again:', link[locale]),
      }
}

function fetchFailed(
  { indicator, problem, link }: Extract<MailContent, { kind: 'fetch-failed' }>,
  locale: Locale,
): MailText {
  return locale === 'da'
    ? {
        subject: `Tal kunne ikke hentes: ${indicator.da}`,
        text: lines(`Tallene for “${indicator.da}” kunne ikke hentes fra kilden.`, problem.da, link[locale]),
      }
    : {
        subject: `Figures could not be fetched: ${indicator.en}`,
        text: lines(
          `The figures of “${indicator.en}” could not be fetched from their source.`,
          problem.en,
          link[locale],
        ),
      }
}

function invitation({ days, link }: Extract<MailContent, { kind: 'invitation' }>, locale: Locale): MailText {
  return locale === 'da'
    ? {
        subject: 'Du er inviteret til Pejling',
        text: lines(
          'Der er oprettet en konto til dig i Pejling, hvor kommunen følger sine mål.',
          `Åbn linket for at tage den i brug. Det gælder i ${days} dage og kan bruges én gang:`,
          link[locale],
        ),
      }
    : {
        subject: 'You have been invited to Pejling',
        text: lines(
          'An account has been made for you in Pejling, where the municipality follows its goals.',
          `Open the link to start using it. It is valid for ${days} days and can be used once:`,
          link[locale],
        ),
      }
}

function password({ minutes, link }: Extract<MailContent, { kind: 'password' }>, locale: Locale): MailText {
  return locale === 'da'
    ? {
        subject: 'Vælg en ny adgangskode til Pejling',
        text: lines(
          `Åbn linket for at vælge en ny adgangskode. Det gælder i ${minutes} minutter og kan bruges én gang:`,
          link[locale],
          '',
          'Har du ikke bedt om det, skal du ikke gøre noget: din adgangskode er, som den var.',
        ),
      }
    : {
        subject: 'Choose a new password for Pejling',
        text: lines(
          `Open the link to choose a new password. It is valid for ${minutes} minutes and can be used once:`,
          link[locale],
          '',
          'If you did not ask for this, do nothing: your password is as it was.',
        ),
      }
}

function body(content: MailContent, locale: Locale): MailText {
  switch (content.kind) {
    case 'reminder':
      return reminder(content, locale)
    case 'published':
      return published(content, locale)
    case 'approval':
      return approval(content, locale)
    case 'outdated':
      return outdated(content, locale)
    case 'fetch-failed':
      return fetchFailed(content, locale)
    case 'invitation':
      return invitation(content, locale)
    case 'password':
    default:
      return password(content, locale)
  }
}

/** The mail to a person of that name, in one language. */
export function mailText(content: MailContent, name: string, locale: Locale): MailText {
  const { subject, text } = body(content, locale)
  const end = locale === 'da' ? 'Venlig hilsen\nPejling' : 'Kind regards\nPejling'
  // A subject is one line, whatever stands in what it names.
  return {
    subject: subject.replaceAll(/\s+/g, ' ').slice(0, 200),
    text: `${locale === 'da' ? 'Hej' : 'Dear'} ${name}\n\n${text}\n\n${end}\n`,
  }
}

/** A whole address in both languages. `siteUrl`: the public address of the installation. */
export function linkTo(siteUrl: string, path: (locale: Locale) => string): Text {
  const whole = (locale: Locale): string => new URL(path(locale), siteUrl).href
  return { da: whole('da'), en: whole('en') }
}
