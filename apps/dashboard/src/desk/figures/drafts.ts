import { readCell, writeCell } from '@pejling/domain/intake/cell'
import type { CellRules } from '@pejling/domain/intake/figure-text'
import { Observation } from '@pejling/domain/observation/observation'
import { seriesKey, parseSeriesKey } from '@pejling/domain/series'
import type { Locale, Text } from '@pejling/domain/text'
import type { ObservationsPatch, WorkspaceFigure } from '@pejling/domain/workspace/observations'
import { z } from 'zod'
import { isSame } from '../forms/three-way.ts'
import { isHalf } from './share-parts.ts'

/*
 * What has been typed and is not saved, cell by cell. A draft knows what stood in its cell when it was typed; what stands there now is
 * held against that, so that another person's save is a conflict only in the very cells both have changed.
 */

const { shape } = Observation

/** What is known of a figure besides what stands in its cell. */
export const About = z.object({
  footnote: shape.footnote,
  sampleSize: shape.sampleSize,
  margin: shape.margin,
  provenance: shape.provenance,
})
export type About = z.output<typeof About>

/** What has been typed into a cell. An empty text: the figure is to be there no more. */
export const Draft = z.object({ base: Observation.nullable(), text: z.string(), about: About })
export type Draft = z.output<typeof Draft>

/** Drafts by the name of their cell. */
export type Drafts = Readonly<Record<string, Draft>>

/** Figures by the name of their cell. */
export type Standing = ReadonlyMap<string, Observation>

const nothing: About = { footnote: null, sampleSize: null, margin: null, provenance: null }

/** The name of a cell. */
export const cellName = (series: string, period: string): string => `${series}|${period}`

/** The cell of a name. */
export function cellOf(name: string): { readonly series: string; readonly period: string } {
  const [series = '', period = ''] = name.split('|')
  return { series, period }
}

/** The figures of a block by their cells. */
export const standingOf = (figures: readonly WorkspaceFigure[]): Standing =>
  new Map(figures.map(({ area, categories, ...own }) => [cellName(seriesKey({ area, categories }), own.period), own]))

/** A figure as it is typed. */
export const typedOf = (figure: Observation | null, locale: Locale): string => writeCell(figure, locale)

const aboutOf = (figure: Observation | null): About =>
  figure === null
    ? nothing
    : {
        footnote: figure.footnote,
        sampleSize: figure.sampleSize,
        margin: figure.margin,
        provenance: figure.provenance,
      }

/** The draft of a cell, or what stands in it as a draft that changes nothing. */
export function draftAt(drafts: Drafts, standing: Standing, name: string, locale: Locale): Draft {
  const base = standing.get(name) ?? null
  return drafts[name] ?? { base, text: typedOf(base, locale), about: aboutOf(base) }
}

/** Drafts with some cells written; a cell that is as it stands has no draft. */
export function written(
  drafts: Drafts,
  standing: Standing,
  cells: readonly (readonly [name: string, change: Partial<Pick<Draft, 'text' | 'about'>>])[],
  locale: Locale,
): Drafts {
  const next = new Map(Object.entries(drafts))
  for (const [name, change] of cells) {
    const before = next.get(name) ?? draftAt({}, standing, name, locale)
    const after = { ...before, ...change, text: (change.text ?? before.text).trim() }
    const isAsItStands = after.text === typedOf(after.base, locale) && isSame(after.about, aboutOf(after.base))
    if (isAsItStands) next.delete(name)
    else next.set(name, after)
  }
  return Object.fromEntries(next)
}

/** What a draft makes of its cell: a figure, nothing (`null`), or why it cannot be used. */
export type Outcome = { readonly figure: Observation | null } | { readonly problem: Text }

const halfShare: Text = {
  da: 'Skriv både tæller og nævner.',
  en: 'Write both the numerator and the denominator.',
}

const needsFigure: Text = {
  da: 'Der står intet tal i cellen, så der er intet at knytte oplysningerne til.',
  en: 'There is no figure in the cell for the details to belong to.',
}

/** What comes of a draft. A margin and a sample belong to the value they were given with. */
export function outcomeOf({ base, text, about }: Draft, period: string, rules: CellRules, locale: Locale): Outcome {
  if (isHalf(text)) return { problem: halfShare }
  const read = readCell(rules, text, locale)
  if ('problem' in read) return read
  const { figure } = read
  if (figure === null) return base === null && !isSame(about, nothing) ? { problem: needsFigure } : { figure: null }
  const isOther = base !== null && base.value !== figure.value
  const isGiven = (name: 'margin' | 'sampleSize'): boolean => !isOther || about[name] !== base[name]
  return {
    figure: {
      period,
      ...figure,
      ...about,
      margin: isGiven('margin') ? about.margin : null,
      sampleSize: isGiven('sampleSize') ? about.sampleSize : null,
    },
  }
}

/** Whether another person has changed the cell of a draft meanwhile, to something else than the draft makes of it. */
export function isConflict(draft: Draft, now: Observation | null, outcome: Outcome): boolean {
  if (isSame(draft.base, now)) return false
  return !('figure' in outcome) || !isSame(outcome.figure, now)
}

/** A draft of which it has been decided that it replaces what another person wrote. */
export const over = (draft: Draft, now: Observation | null): Draft => ({ ...draft, base: now })

/** What is sent to save drafts, and the cell of each figure of it; cells that cannot be read are left out. */
export function requestOf(
  drafts: Drafts,
  { rules, locale, isLeftOut }: { rules: CellRules; locale: Locale; isLeftOut: (name: string) => boolean },
): { readonly body: Pick<ObservationsPatch, 'observations' | 'deleted'>; readonly cells: readonly string[] } {
  const observations: ObservationsPatch['observations'][number][] = []
  const deleted: ObservationsPatch['deleted'][number][] = []
  const cells: string[] = []
  for (const [name, draft] of Object.entries(drafts)) {
    const { series, period } = cellOf(name)
    const outcome = outcomeOf(draft, period, rules, locale)
    if (isLeftOut(name) || 'problem' in outcome) continue
    const place = { ...parseSeriesKey(series), period }
    if (outcome.figure === null) deleted.push(place)
    else {
      observations.push({ ...parseSeriesKey(series), ...outcome.figure })
      cells.push(name)
    }
  }
  return { body: { observations, deleted }, cells }
}
