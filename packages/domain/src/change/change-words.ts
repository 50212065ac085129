import { z } from 'zod'
import { writeNumber } from '../intake/figure-text.ts'
import { Observation, type ObservationStatus } from '../observation/observation.ts'
import { parsePeriod, periodName, type PeriodKind } from '../period/period.ts'
import { statusWords } from '../sentence/verdict-words.ts'
import { inARow, lowered, type Locale, type Text } from '../text.ts'
import { formatNumber } from '../unit/format.ts'
import { fieldChanges, inBoth, nameInState, type FieldChange } from './field-changes.ts'
import { kindsOfAccounts, kindWords } from './kind-words.ts'

/*
 * Change sets in words: who did what to which thing, with what it was and what it is. States are JSON as they are recorded.
 */

/** A change as it was recorded. */
export interface RecordedChange {
  readonly kind: string
  readonly key: string
  readonly before: string | null
  readonly after: string | null
}

/** An indicator as its figures are told. */
export interface ToldIndicator {
  readonly name: Text
  readonly periodKind: PeriodKind
  /** The series that needs no name: the indicator's own area, undivided. */
  readonly headline: string
  readonly seriesName: (key: string) => Text
}

/** The names of what a change set is about. */
export interface ChangeNames {
  readonly indicator: (slug: string) => ToldIndicator | null
  /** What a thing of a kind is called; `null`: it is not known any more. */
  readonly thing: (kind: string, key: string) => Text | null
  /** What an account's e-mail address is told as. */
  readonly person: (email: string) => string
  /** Whether everything is told: administrators see which accounts were changed. */
  readonly isWhole: boolean
}

/** A change in words. */
export interface ToldChange {
  readonly kind: string
  readonly change: 'added' | 'changed' | 'removed'
  readonly indicator: string | null
  /** What it was a change of. */
  readonly name: Text
  readonly fields: readonly FieldChange[]
}

/** Who made a change set, by what, and why. */
export interface ChangeSetHeader {
  readonly actor: string
  readonly action: string
  readonly reason: string | null
}

const changeOf = ({ before }: RecordedChange, after: string | null): ToldChange['change'] =>
  before === null ? 'added' : after === null ? 'removed' : 'changed'

const verbs: Readonly<Record<ToldChange['change'], { readonly figures: Text; readonly things: Text }>> = {
  added: { figures: { da: 'tilføjede', en: 'added' }, things: { da: 'oprettede', en: 'made' } },
  changed: { figures: { da: 'rettede', en: 'corrected' }, things: { da: 'rettede', en: 'changed' } },
  removed: { figures: { da: 'slettede', en: 'deleted' }, things: { da: 'slettede', en: 'deleted' } },
}

const ofIndicators: ReadonlySet<string> = new Set(['observation', 'target', 'override', 'keepers', 'connection'])

/** The indicator a change belongs to; `null`: none. */
export function indicatorOfChange({ kind, key }: Pick<RecordedChange, 'kind' | 'key'>): string | null {
  if (kind === 'indicator') return key
  return ofIndicators.has(kind) ? (key.split('/')[0] ?? null) : null
}

/** `indicator/series/period`; the period of a school year has a stroke in it. */
function cellOf(key: string): { readonly series: string; readonly period: string } {
  const [, series = '', ...period] = key.split('/')
  return { series, period: period.join('/') }
}

const parsed = (state: string | null) => (state === null ? null : z.json().parse(JSON.parse(state)))

function figureWords(state: string | null, locale: Locale): string {
  const read = state === null ? null : Observation.safeParse(parsed(state))
  if (read === null) return ''
  if (!read.success) return '–'
  const { value, status } = read.data
  const said = (one: ObservationStatus): string => lowered(statusWords[one].words[locale])
  if (value === null) return said(status)
  return status === 'A' ? writeNumber(value, locale) : `${writeNumber(value, locale)} (${said(status)})`
}

/** A figure that was changed: `2026 14,2 → 15,2`, with its series where that is not the headline. */
function figureChange(change: RecordedChange, indicator: ToldIndicator | null, locale: Locale): string {
  const { series, period } = cellOf(change.key)
  const dated = indicator && parsePeriod(indicator.periodKind, period)
  const when = dated ? periodName(dated, locale) : period
  const place = indicator && series !== indicator.headline ? `${indicator.seriesName(series)[locale]}, ` : ''
  const [was, is] = [figureWords(change.before, locale), figureWords(change.after, locale)]
  if (was === '') return `${place}${when}: ${is}`
  return is === '' ? `${place}${when}: ${was}` : `${place}${when} ${was} → ${is}`
}

/** How many figures, and so many things, are named in a sentence; the others are counted. */
const [figuresNamed, thingsNamed, partsNamed] = [3, 3, 4]

function nameOfThing(names: ChangeNames, { kind, key, before, after }: RecordedChange): Text {
  const indicator = indicatorOfChange({ kind, key })
  const own = indicator === null ? names.thing(kind, key) : (names.indicator(indicator)?.name ?? null)
  const inState = kind === 'indicator' || indicator === null ? nameInState(parsed(after ?? before)) : null
  return own ?? inState ?? { da: key, en: key }
}

const quoted = (name: string): string => `“${name}”`

function figuresPart(
  changes: readonly RecordedChange[],
  indicator: ToldIndicator | null,
  name: Text,
  locale: Locale,
): string {
  const kindsOfChange = (['added', 'changed', 'removed'] as const).flatMap((change) => {
    const count = changes.filter((one) => changeOf(one, one.after) === change).length
    return count === 0 ? [] : [{ verb: verbs[change].figures[locale], count }]
  })
  const counted = inARow(
    kindsOfChange.map(({ verb, count }) => `${verb} ${count}`),
    locale,
  )
  const noun = locale === 'da' ? 'tal i' : changes.length === 1 ? 'figure of' : 'figures of'
  const shown = changes.slice(0, figuresNamed).map((one) => figureChange(one, indicator, locale))
  const more = changes.length > figuresNamed ? ' …' : ''
  return `${counted} ${noun} ${name[locale]}: ${shown.join('; ')}${more}`
}

function thingsPart(names: ChangeNames, changes: readonly RecordedChange[], locale: Locale): string {
  const [first] = changes
  if (!first) return ''
  const { one, other } = kindWords(first.kind)
  if (first.kind === 'release') return `${one[locale]} ${first.key}, ${quoted(nameOfThing(names, first)[locale])}`
  if (first.kind === 'planned-release') return quoted(nameOfThing(names, first)[locale])
  const verb = verbs[changeOf(first, first.after)].things[locale]
  if (kindsOfAccounts.has(first.kind) && !names.isWhole) {
    const hidden = { da: 'en konto eller en API-nøgle', en: 'an account or a token' }
    return `${verbs.changed.things[locale]} ${hidden[locale]}`
  }
  if (changes.length > thingsNamed) return `${verb} ${changes.length} ${other[locale]}`
  const called = changes.map((change) => quoted(nameOfThing(names, change)[locale]))
  if (changes.length > 1) return `${verb} ${changes.length} ${other[locale]}: ${called.join(', ')}`
  const fields = changeOf(first, first.after) === 'changed' ? toldChange(names, first).fields : []
  const which =
    fields.length === 0
      ? ''
      : ` (${inARow(
          fields.map(({ name }) => name[locale]),
          locale,
        )})`
  return `${verb} ${one[locale]} ${called[0] ?? ''}${which}`
}

/** What a change set did, as one part of a sentence for each indicator's figures and each kind of thing. */
function partsOf(names: ChangeNames, changes: readonly RecordedChange[], locale: Locale): string[] {
  const figures = Map.groupBy(
    changes.filter(({ kind }) => kind === 'observation'),
    (one) => indicatorOfChange(one) ?? '',
  )
  const things = Map.groupBy(
    // What is withdrawn is told by the figure itself.
    changes.filter(({ kind }) => kind !== 'observation' && kind !== 'withdrawal'),
    (one) => `${one.kind} ${changeOf(one, one.after)}`,
  )
  const ofFigures =
    figures.size > thingsNamed
      ? [
          {
            da: `skrev ${changes.filter(({ kind }) => kind === 'observation').length} tal i ${figures.size} indikatorer`,
            en: `wrote ${changes.filter(({ kind }) => kind === 'observation').length} figures of ${figures.size} indicators`,
          }[locale],
        ]
      : [...figures].map(([slug, own]) => {
          const indicator = names.indicator(slug)
          return figuresPart(own, indicator, indicator?.name ?? { da: slug, en: slug }, locale)
        })
  return [...ofFigures, ...[...things.values()].map((own) => thingsPart(names, own, locale))]
}

/** Actions whose own words come before what they changed. */
const actions: Readonly<Record<string, (reason: string, locale: Locale) => string>> = {
  undo: (reason, locale) => ({ da: `fortrød nr. ${reason}`, en: `undid no. ${reason}` })[locale],
  import: (reason, locale) => {
    const file = reason.replace(/ \(sha256 [0-9a-f]+\)$/, '')
    const name = file === '' ? '' : ` ${quoted(file)}`
    return { da: `indlæste filen${name}`, en: `imported the file${name}` }[locale]
  },
  fetch: (_reason, locale) => ({ da: 'hentede tal fra kilden', en: 'fetched figures from the source' })[locale],
  seed: (_reason, locale) => ({ da: 'indlæste en datamappe', en: 'loaded a data folder' })[locale],
  publish: (_reason, locale) => ({ da: 'udgav', en: 'published' })[locale],
  'planned release': (_reason, locale) => ({ da: 'udgav som planlagt', en: 'published as planned' })[locale],
  withdraw: (_reason, locale) => ({ da: 'trak et tal tilbage', en: 'withdrew a figure' })[locale],
  'plan release': (_reason, locale) => ({ da: 'planlagde en udgivelse', en: 'planned a release' })[locale],
  'plan withdrawal': (_reason, locale) =>
    ({ da: 'bad om at få et tal trukket tilbage', en: 'asked for a withdrawal' })[locale],
  'replan release': (_reason, locale) => ({ da: 'planlagde en udgivelse igen', en: 'planned a release again' })[locale],
  'approve release': (_reason, locale) => ({ da: 'godkendte en udgivelse', en: 'approved a release' })[locale],
  'cancel release': (_reason, locale) =>
    ({ da: 'annullerede en planlagt udgivelse', en: 'cancelled a planned release' })[locale],
  'outdated release': (_reason, locale) =>
    ({ da: 'En planlagt udgivelse kunne ikke komme ud', en: 'A planned release could not come out' })[locale],
  decide: (_reason, locale) => ({ da: 'afgjorde tal fra kilden', en: 'decided about figures of the source' })[locale],
}

/** What happened in one sentence: who did it, to what, from what to what. */
export function changeSetSentence(
  { actor, action, reason }: ChangeSetHeader,
  changes: readonly RecordedChange[],
  names: ChangeNames,
): Text {
  return inBoth((locale) => {
    const own = Object.hasOwn(actions, action) ? (actions[action]?.(reason ?? '', locale) ?? null) : null
    const parts = partsOf(names, changes, locale)
    const shown = parts.slice(0, partsNamed).join('; ')
    const more = parts.length > partsNamed ? ` …` : ''
    const what = own === null ? `${shown}${more}` : `${own}${shown === '' ? '' : `: ${shown}${more}`}`
    return `${actor} ${what}.`
  })
}

/** How many things of a kind a change set is about. */
export interface CountedKind {
  readonly kind: string
  readonly count: number
}

/** What happened in one sentence, where it is too much to tell one by one: how many of each kind. */
export function countedSentence({ actor, action, reason }: ChangeSetHeader, counts: readonly CountedKind[]): Text {
  return inBoth((locale) => {
    const own = Object.hasOwn(actions, action) ? (actions[action]?.(reason ?? '', locale) ?? null) : null
    const verb = own === null ? verbs.changed.things[locale] : `${own}:`
    const counted = counts.map(
      ({ kind, count }) =>
        `${formatNumber(count, 0, locale)} ${kindWords(kind)[count === 1 ? 'one' : 'other'][locale]}`,
    )
    return `${actor} ${verb} ${inARow(counted, locale)}.`
  })
}

/** A change in words, field by field. */
export function toldChange(names: ChangeNames, change: RecordedChange): ToldChange {
  const { kind, key, before, after } = change
  const about = { kind, change: changeOf(change, after), indicator: indicatorOfChange(change) }
  if (kindsOfAccounts.has(kind) && !names.isWhole) {
    return { ...about, name: { da: 'en konto eller en API-nøgle', en: 'an account or a token' }, fields: [] }
  }
  const fields = fieldChanges(parsed(before), parsed(after), names.person)
  if (kind !== 'observation') return { ...about, name: nameOfThing(names, change), fields }
  const indicator = about.indicator === null ? null : names.indicator(about.indicator)
  const { series, period } = cellOf(key)
  const dated = indicator && parsePeriod(indicator.periodKind, period)
  const name = inBoth((locale) => {
    const when = dated ? periodName(dated, locale) : period
    return `${indicator?.name[locale] ?? key}: ${indicator ? indicator.seriesName(series)[locale] : series}, ${when}`
  })
  return { ...about, name, fields: fields.filter(({ field }) => field !== 'period') }
}
