import { readCell, writeCell } from '@pejling/domain/intake/cell'
import type { CellFigure } from '@pejling/domain/intake/cell'
import type { DeskView, GridCell, GridNote } from '@pejling/domain/desk/views'
import type { Indicator } from '@pejling/domain/indicator/indicator'
import type { Observation } from '@pejling/domain/observation/observation'
import { comparePeriods, nextPeriod, parsePeriod, periodOf } from '@pejling/domain/period/period'
import { asMeant, plainProfile } from '@pejling/domain/profile/profile'
import { seriesName } from '@pejling/domain/release/series-name'
import { parseSeriesKey, SeriesKey, seriesKey } from '@pejling/domain/series'
import type { Locale, Text } from '@pejling/domain/text'
import { NotAllowedError, type Actor } from '../db/actor.ts'
import { write } from '../db/change-set.ts'
import type { Database } from '../db/database.ts'
import { getIndicator, getProfile, kinds, listDefinitions } from '../workspace/definitions.ts'
import { mayWriteFigures } from '../workspace/data-providers.ts'
import { figureProblems } from '../workspace/observations/figure-problems.ts'
import { listSeries, putObservations } from '../workspace/observation-store.ts'
import { listValidationFindings } from '../workspace/validation-findings.ts'
import { standsNow } from './meanwhile.ts'

type GridView = Extract<DeskView, { page: 'figures' }>

/** What a person sent: the text of each cell, and what stood there when they began. By `series|period`. */
export interface TypedFigures {
  readonly cells: ReadonlyMap<string, { readonly typed: string; readonly before: string }>
  /** Footnotes, by the cell they belong to; one without a cell or a text is none. */
  readonly notes: readonly Omit<GridNote, 'problem'>[]
  readonly reason: string
}

/** The name a cell goes by. */
const cellName = (series: string, period: string): string => `${series}|${period}`

const figureOf = ({ value, numerator, denominator, status }: Observation): CellFigure => ({
  value,
  numerator,
  denominator,
  status,
})

/** How uncertain a figure is, where it is still the same figure. */
function uncertaintyOf(
  existing: Observation | undefined,
  { value }: CellFigure,
): Pick<Observation, 'sampleSize' | 'margin'> {
  const same = existing !== undefined && existing.value === value
  return same ? { sampleSize: existing.sampleSize, margin: existing.margin } : { sampleSize: null, margin: null }
}

/** A footnote in both languages as one text, to be held against another. */
const writtenNote = (footnote: Observation['footnote']): string =>
  footnote === null ? '' : JSON.stringify([footnote.da, footnote.en])

const needsFigure: Text = {
  da: 'Der står intet tal i cellen, så der er intet at skrive en fodnote til.',
  en: 'There is no figure in the cell, so there is nothing to write a footnote to.',
}
const needsBoth: Text = {
  da: 'Skriv fodnoten på begge sprog, eller lad begge stå tomme.',
  en: 'Write the footnote in both languages, or leave both empty.',
}

/** Where a cell stands. */
interface CellPlace {
  readonly series: string
  readonly period: string
}

function placeOf(name: string): CellPlace {
  const [series = '', period = ''] = name.split('|')
  return { series, period }
}

/** The most cells a sheet shows: more could neither be read nor sent back as one form. */
export const mostCells = 10_000
/** How many warnings are listed at a sheet; the others are counted. */
const warningsShown = 200

interface Sheet {
  readonly indicator: Indicator
  /** Places that are shown whatever there is room for. */
  readonly wanted: readonly CellPlace[]
  readonly series: readonly string[]
  readonly periods: readonly string[]
  readonly at: ReadonlyMap<string, Observation>
}

/** Tells whether there can be figures of a series: its area and its groups are defined. The definitions are read once. */
export function definedIn(db: Database): (key: string) => boolean {
  const areas = new Set(listDefinitions(db, kinds.area).map(({ code }) => code))
  const groups = new Map(
    listDefinitions(db, kinds.dimension).map(({ slug, categories }) => [
      slug,
      new Set(categories.map((category) => category.slug)),
    ]),
  )
  return (key) => {
    const parsed = SeriesKey.safeParse(key)
    if (!parsed.success) return false
    const { area, categories } = parseSeriesKey(parsed.data)
    return areas.has(area) && Object.entries(categories).every(([slug, category]) => groups.get(slug)?.has(category))
  }
}

/**
 * The figures of an indicator as a sheet: its series, and its periods with one more, newest first. `more` are cells to make
 * room for; those no figure can stand in are left out.
 */
function readSheet(db: Database, slug: string, more: readonly CellPlace[]): Sheet | null {
  const indicator = getIndicator(db, slug)
  if (!indicator) return null
  const kind = indicator.cadence.periodKind
  const known = listSeries(db, indicator)
  const own = seriesKey({ area: indicator.area, categories: {} })
  const codes = new Set(known.flatMap(({ observations }) => observations.map(({ period }) => period)))
  const newest = [...codes].sort((a, b) => comparePeriods(periodOf(kind, b), periodOf(kind, a)))[0]
  const next = newest === undefined ? null : nextPeriod(periodOf(kind, newest))
  if (next) codes.add(next.code)
  for (const { period } of more) if (parsePeriod(kind, period)) codes.add(period)
  const keys = new Set([own, ...known.map(({ key }) => key)])
  const isDefined = definedIn(db)
  for (const { series } of more) if (!keys.has(series) && isDefined(series)) keys.add(series)
  return {
    indicator,
    wanted: more,
    series: [...keys],
    periods: [...codes].sort((a, b) => comparePeriods(periodOf(kind, b), periodOf(kind, a))),
    at: new Map(
      known.flatMap(({ key, observations }) => observations.map((one) => [cellName(key, one.period), one] as const)),
    ),
  }
}

/** The series and periods of a sheet there is room for: the first series, the newest periods, and what is wanted. */
function roomIn({ series, periods, wanted }: Sheet): Pick<Sheet, 'series' | 'periods'> {
  if (series.length * periods.length <= mostCells) return { series, periods }
  const [keys, codes] = [new Set(wanted.map((place) => place.series)), new Set(wanted.map(({ period }) => period))]
  const columns = series.filter((key, at) => at < mostCells || keys.has(key))
  const rows = Math.max(1, Math.floor(mostCells / columns.length))
  return { series: columns, periods: periods.filter((period, at) => at < rows || codes.has(period)) }
}

function viewOf(
  db: Database,
  sheet: Sheet,
  locale: Locale,
  about: Pick<GridView, 'mayWrite' | 'saved' | 'reason' | 'problem' | 'notes'>,
  cellAt: (name: string, text: string) => GridCell,
): GridView {
  const { indicator, at } = sheet
  const { series, periods } = roomIn(sheet)
  const shown = new Set(series)
  const isShown = ({ cell }: GridNote): boolean => {
    const place = placeOf(cell)
    return cell === '' || (shown.has(place.series) && periods.includes(place.period))
  }
  const whole = sheet.series.length === series.length && sheet.periods.length === periods.length
  const warnings = listValidationFindings(db, [indicator.slug])[0]?.warnings ?? []
  const names = { areas: listDefinitions(db, kinds.area), dimensions: listDefinitions(db, kinds.dimension), indicator }
  return {
    page: 'figures',
    slug: indicator.slug,
    name: indicator.name,
    unit: { unit: indicator.unit, decimals: indicator.decimals, noun: indicator.noun },
    derived: indicator.derived !== null,
    periodKind: indicator.cadence.periodKind,
    columns: series.map((key) => ({ key, name: seriesName(names, parseSeriesKey(key)) })),
    rows: periods.map((period) => ({
      period,
      cells: series.map((key) => {
        const name = cellName(key, period)
        const one = at.get(name)
        return cellAt(name, writeCell(one ? figureOf(one) : null, locale))
      }),
    })),
    rules: { unit: indicator.unit, limits: indicator.limits, decimals: indicator.decimals },
    outOf: whole ? null : { periods: sheet.periods.length, series: sheet.series.length, mostCells },
    warnings: warnings.slice(0, warningsShown),
    warningCount: warnings.length,
    ...about,
    notes: about.notes.filter(isShown),
  }
}

const blankNote: GridNote = { cell: '', da: '', en: '', before: '', problem: null }

/** The sheet of an indicator's figures as it stands; `null`: there is no such indicator. */
export function readFigures(
  db: Database,
  slug: string,
  {
    locale,
    mayWrite,
    saved,
    period,
  }: { readonly locale: Locale; readonly mayWrite: boolean; readonly saved: boolean; readonly period: string },
): GridView | null {
  const sheet = readSheet(db, slug, [{ series: '', period }])
  const notes = [...(sheet?.at ?? [])].flatMap(([cell, { footnote }]): GridNote[] =>
    footnote === null ? [] : [{ cell, ...footnote, before: writtenNote(footnote), problem: null }],
  )
  const about = { mayWrite, saved, reason: '', problem: null, notes: [...notes, blankNote] }
  return sheet && viewOf(db, sheet, locale, about, (name, text) => ({ name, typed: text, before: text, problem: null }))
}

/**
 * Saves what was typed in one change set: all of it or nothing. Only cells that were changed count. Answers `null` where it is
 * done; otherwise the sheet with everything as it was typed and what is wrong at each cell and footnote: what cannot be read, and what
 * another person has changed meanwhile. An emptied figure becomes a missing one; nothing is ever lost. Names of cells that no
 * sheet of the indicator has, and anything sent for one that is computed, are no figures and are left alone.
 * Throws a NotAllowedError for those who may not write figures of the indicator.
 */
export function saveFigures(
  db: Database,
  who: { readonly actor: Actor; readonly email: string },
  slug: string,
  { cells, notes, reason, locale }: TypedFigures & { readonly locale: Locale },
): GridView | null {
  const { actor } = who
  if (!mayWriteFigures(db, who, slug)) throw new NotAllowedError(actor, 'editor')
  const given = reason.trim() === '' ? null : reason.trim()
  return write(db, actor, { action: 'figures', reason: given }, (changeSet) => {
    const sheet = readSheet(db, slug, [...cells.keys()].map(placeOf))
    if (!sheet || sheet.indicator.derived !== null) return null
    const { indicator, at } = sheet
    const problems = new Map<string, GridCell['problem']>()
    const [ownSeries, ownPeriods] = [new Set(sheet.series), new Set(sheet.periods)]
    const written = new Map<string, Observation>()
    for (const [name, { typed, before }] of cells) {
      const { series, period } = placeOf(name)
      if (typed.trim() === before.trim() || !ownSeries.has(series) || !ownPeriods.has(period)) continue
      const existing = at.get(name)
      const now = writeCell(existing ? figureOf(existing) : null, locale)
      const read = readCell(indicator, typed, locale)
      if (now !== before) {
        problems.set(name, standsNow(now))
      } else if ('problem' in read) {
        problems.set(name, read.problem)
      } else if (read.figure !== null || existing) {
        const figure = read.figure ?? { value: null, numerator: null, denominator: null, status: 'O' as const }
        const kept = { footnote: existing?.footnote ?? null, provenance: existing?.provenance ?? null }
        // A margin belongs to the value it was given with.
        written.set(name, { period, ...figure, ...kept, ...uncertaintyOf(existing, figure) })
      }
    }
    const site = getProfile(db) ?? plainProfile
    const readNotes = notes.map((note): GridNote => {
      const { da, en } = asMeant({ da: note.da.trim(), en: note.en.trim() }, site)
      const footnote = da === '' ? null : { da, en }
      if (note.cell === '' || writtenNote(footnote) === note.before) return { ...note, problem: null }
      if ((da === '') !== (en === '')) return { ...note, problem: needsBoth }
      const existing = at.get(note.cell)
      const figure = written.get(note.cell) ?? existing
      if (!figure) return { ...note, problem: needsFigure }
      const now = existing?.footnote ?? null
      if (writtenNote(now) !== note.before) return { ...note, problem: standsNow(now?.[locale] ?? '') }
      written.set(note.cell, { ...figure, footnote })
      return { ...note, problem: null }
    })
    // What is typed is held against the same rules as what programs send.
    const rows = [...written].map(([name, observation]) => ({
      series: parseSeriesKey(placeOf(name).series),
      observation,
    }))
    const refused = figureProblems(db, indicator, rows, { allowFuture: false })
    for (const [index, name] of [...written.keys()].entries()) {
      const [problem] = refused[index] ?? []
      if (problem) problems.set(name, problem.detail)
    }
    const wrong = problems.size + readNotes.filter(({ problem }) => problem !== null).length
    if (wrong === 0) {
      putObservations(changeSet, slug, rows)
      return null
    }
    const about = {
      mayWrite: true,
      saved: false,
      reason,
      problem: wrong,
      notes: readNotes.some(({ before }) => before === '') ? readNotes : [...readNotes, blankNote],
    }
    return viewOf(db, sheet, locale, about, (name, text) => {
      const cell = cells.get(name)
      // What stands there now is what the next try is held against.
      return { name, typed: cell?.typed ?? text, before: text, problem: problems.get(name) ?? null }
    })
  })
}
