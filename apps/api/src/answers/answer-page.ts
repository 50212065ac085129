import { escapeMarkup } from '@pejling/figures/escape'
import type { Observation } from '@pejling/domain/observation/observation'
import { formatDate, periodLabel, periodOf } from '@pejling/domain/period/period'
import { inPeriod } from '@pejling/domain/sentence/period-words'
import type { Locale } from '@pejling/domain/text'
import { formatDifference, formatNumber, formatValue } from '@pejling/domain/unit/format'
import { answerDays } from '../extras/mail/answer-links.ts'
import { answerStyles } from './answer-styles.ts'
import type { AskedFigure } from './asked-figure.ts'

/* The page at which one figure is sent, complete without a script. */

const words = {
  da: {
    ended: 'Linket virker ikke længere',
    endedNote: `Et link gælder i ${answerDays} dage og kun, mens du er sat til at sende tallet. Bed om et nyt, eller log ind på skrivebordet.`,
    figure: (period: string) => `Tal ${period}`,
    remark: 'Bemærkning',
    optional: '(kan udelades)',
    send: 'Send',
    correct: 'Ret tallet',
    before: (day: string) => `Svar senest ${day}.`,
    about: 'Tallet bliver en kladde og udgives først, når det er set efter. Du kan rette det med samme link indtil da.',
    cannot: 'Kan du ikke svare?',
    forward: 'Send videre til en kollega',
    forwardSubject: (name: string) => `Kan du sende tallet: ${name}?`,
    thanks: (value: string) => `Tak. Tallet er sendt: ${value}.`,
    published: (value: string) => `Tallet er udgivet: ${value}. Det kan ikke længere rettes her.`,
    more: (difference: string, period: string) => `${difference} end ${period}.`,
    same: (period: string) => `Det samme som ${period}.`,
    higher: 'mere',
    lower: 'mindre',
    right: 'Ser det rigtigt ud?',
    noNumber: 'Skriv et tal, fx 17 eller 3,5.',
    meanwhile: 'Tallet er rettet af en anden imens. Se det, der står nu, og send igen, hvis dit skal gælde.',
    other: 'English',
  },
  en: {
    ended: 'The link no longer works',
    endedNote: `A link holds for ${answerDays} days, and only while you are assigned to send the figure. Ask for another, or sign in at the desk.`,
    figure: (period: string) => `Figure ${period}`,
    remark: 'Remark',
    optional: '(may be left out)',
    send: 'Send',
    correct: 'Correct the figure',
    before: (day: string) => `Answer by ${day}.`,
    about:
      'The figure becomes a draft and is published only after it has been checked. Until then you can correct it by the same link.',
    cannot: 'Can you not answer?',
    forward: 'Pass it on to a colleague',
    forwardSubject: (name: string) => `Can you send the figure: ${name}?`,
    thanks: (value: string) => `Thank you. The figure has been sent: ${value}.`,
    published: (value: string) => `The figure has been published: ${value}. It can no longer be corrected here.`,
    more: (difference: string, period: string) => `${difference} than ${period}.`,
    same: (period: string) => `The same as ${period}.`,
    higher: 'more',
    lower: 'less',
    right: 'Does it look right?',
    noNumber: 'Write a number, such as 17 or 3.5.',
    meanwhile:
      'Another person has corrected the figure meanwhile. Look at what it is now, and send again if yours is to stand.',
    other: 'Dansk',
  },
} as const

/** What was wrong with what was sent: words to show, or one of those this page knows. */
export type AnswerProblem = 'noNumber' | 'meanwhile' | { readonly detail: string }

/** What was typed, where it could not be taken. */
export interface Typed {
  readonly value: string
  readonly remark: string
  readonly problem: AnswerProblem
}

const document = (locale: Locale, title: string, other: string, body: string): string => `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<title>${escapeMarkup(title)} · Pejling</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
<style>${answerStyles}</style>
</head>
<body>
<header><strong>Pejling</strong> <a href="${escapeMarkup(other)}" hreflang="${locale === 'da' ? 'en' : 'da'}" lang="${locale === 'da' ? 'en' : 'da'}">${words[locale].other}</a></header>
<main>
${body}
</main>
</body>
</html>
`

/** The page of a link that opens nothing. */
export const endedPage = (locale: Locale, other: string): string =>
  document(locale, words[locale].ended, other, `<h1>${words[locale].ended}</h1><p>${words[locale].endedNote}</p>`)

const [width, height, edge] = [340, 110, 22]

/** The figures as a line, the one that was sent marked. */
function chart({ indicator, earlier, period }: AskedFigure, sent: number | null, locale: Locale): string {
  const kind = indicator.cadence.periodKind
  const points = [
    ...earlier.flatMap((one) => (one.value === null ? [] : [{ period: one.period, value: one.value }])),
    ...(sent === null ? [] : [{ period, value: sent }]),
  ]
  if (points.length < 2) return ''
  const values = points.map(({ value }) => value)
  const [low, high] = [Math.min(...values), Math.max(...values)]
  const x = (index: number): number => Math.round(edge + (index * (width - 2 * edge)) / (points.length - 1))
  const y = (value: number): number =>
    Math.round(high === low ? height / 2 : height - 34 - ((value - low) / (high - low)) * (height - 58))
  const line = points.map(({ value }, index) => `${x(index)},${y(value)}`).join(' ')
  const marks = points.map(({ period: code, value }, index) => {
    const label = periodLabel(periodOf(kind, code), locale)
    const isNew = code === period
    const said = `<text class="value" x="${x(index)}" y="${y(value) - 9}">${escapeMarkup(formatNumber(value, indicator.decimals, locale))}</text>`
    return `<circle class="${isNew ? 'new' : ''}" cx="${x(index)}" cy="${y(value)}" r="${isNew ? 5 : 3}"/>${said}<text x="${x(index)}" y="${height - 8}">${escapeMarkup(label)}</text>`
  })
  return `<svg viewBox="0 0 ${width} ${height}" aria-hidden="true"><polyline points="${line}"/>${marks.join('')}</svg>`
}

/** How the figure that was sent lies to the one before it. */
function comparison({ indicator, earlier }: AskedFigure, sent: number, locale: Locale): string {
  const before = earlier.at(-1)
  if (!before || before.value === null) return ''
  const own = words[locale]
  const when = inPeriod(indicator.cadence.periodKind, before.period, locale)
  const difference = sent - before.value
  if (difference === 0) return `<p>${own.same(when)} ${own.right}</p>`
  const how = `${formatDifference(Math.abs(difference), indicator, locale)} ${difference > 0 ? own.higher : own.lower}`
  return `<p>${escapeMarkup(own.more(how, when))} ${own.right}</p>`
}

const valueOf = (one: Observation | null): number | null => one?.value ?? null

/** The page of a figure that is asked for: what it is, what it was, and the form it is sent by; after it has been sent, the receipt. */
export function answerPage(
  asked: AskedFigure,
  locale: Locale,
  { address, other, typed }: { readonly address: string; readonly other: string; readonly typed: Typed | null },
): string {
  const own = words[locale]
  const { indicator, period, figure, earlier, expectedOn, isPublished } = asked
  const when = inPeriod(indicator.cadence.periodKind, period, locale)
  const sent = valueOf(figure)
  const shown = sent === null ? '' : formatValue(sent, indicator, locale)
  const title = `${indicator.name[locale]} ${when}`
  const before = earlier
    .slice(-2)
    .toReversed()
    .flatMap(({ period: code, value }) =>
      value === null
        ? []
        : [
            `${periodLabel(periodOf(indicator.cadence.periodKind, code), locale)}: ${formatValue(value, indicator, locale)}`,
          ],
    )
  const problem = typed === null ? '' : typeof typed.problem === 'string' ? own[typed.problem] : typed.problem.detail
  const inField = typed?.value ?? (sent === null ? '' : formatNumber(sent, indicator.decimals, locale))
  const receipt =
    sent === null
      ? ''
      : `<p class="receipt" role="status">${escapeMarkup(isPublished ? own.published(shown) : own.thanks(shown))}</p>`
  const mailto = `mailto:?subject=${encodeURIComponent(own.forwardSubject(title))}&body=${encodeURIComponent(address)}`
  const form = `<form method="post" autocomplete="off">
<input type="hidden" name="before" value="${sent ?? ''}">
<label for="value">${escapeMarkup(own.figure(when))}</label>
<div class="value-row"><input id="value" name="value" inputmode="decimal" required value="${escapeMarkup(inField)}"${problem === '' ? '' : ' aria-invalid="true" aria-describedby="problem"'}><span>${escapeMarkup(before.join(' · '))}</span></div>
${problem === '' ? '' : `<p id="problem" class="problem" role="alert">${escapeMarkup(problem)}</p>`}
<label for="remark">${own.remark} <span>${own.optional}</span></label>
<textarea id="remark" name="remark" rows="2" maxlength="2000">${escapeMarkup(typed?.remark ?? '')}</textarea>
<button type="submit">${sent === null ? own.send : own.correct}</button>
</form>
<p class="note">${expectedOn === null ? '' : escapeMarkup(own.before(formatDate(expectedOn, locale)))} ${own.about} ${own.cannot} <a href="${escapeMarkup(mailto)}">${own.forward}</a></p>`
  return document(
    locale,
    title,
    other,
    `<h1>${escapeMarkup(title)}</h1>
<p class="note">${escapeMarkup(indicator.definition[locale])}</p>
${receipt}
${chart(asked, sent, locale)}
${sent === null ? '' : comparison(asked, sent, locale)}
${isPublished ? '' : form}`,
  )
}
