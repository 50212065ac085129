import type { SeriesObservations, WithheldFigure } from '../release/documents.ts'

/** What one earlier release rested on, and what it withheld of it. */
export interface EarlierRelease {
  /** The figures as they were then, whole. */
  readonly series: readonly SeriesObservations[]
  readonly withheld: readonly WithheldFigure[]
}

/** The releases in which an indicator's figures were others than before, oldest first. */
export type Earlier = readonly EarlierRelease[]

/** The name of one figure among those withheld. */
export function figureName({ series, period }: WithheldFigure): string {
  return `${period}|${series}`
}
