import { Indicator } from '@pejling/domain/indicator/indicator'
import { Withdrawal } from '@pejling/domain/release/withdrawal'
import {
  FigureTelling,
  PlannedReleaseView,
  ReleasePreview,
  WithdrawableFigure,
} from '@pejling/domain/workspace/releases'
import { allOf, oneOf } from '../client/queries.ts'

/** Everything the next release would bring, and what of it the chosen indicators (`null`: all) are. */
export const previewQuery = (only: readonly string[] | null) =>
  oneOf(
    ReleasePreview,
    '/releases/preview',
    only === null ? {} : only.length === 0 ? { texts: 'only' } : { indicator: only },
  )

/** Releases and withdrawals that wait, and what became of earlier ones. */
export const plannedReleasesQuery = allOf(PlannedReleaseView, '/releases/planned')

/** A release or a withdrawal that waits, or waited. */
export const plannedReleaseQuery = (number: string) => oneOf(PlannedReleaseView, `/releases/planned/${number}`)

/** Figures that have been withdrawn. */
export const withdrawalsQuery = allOf(Withdrawal, '/withdrawals')

/** The figures of an indicator that any release tells. */
export const withdrawableQuery = (indicator: string) => allOf(WithdrawableFigure, '/withdrawals/figures', { indicator })

/** Where a published figure is told. */
export const tellingQuery = (figure: {
  readonly indicator: string
  readonly series: string
  readonly period: string
}) => oneOf(FigureTelling, '/withdrawals/telling', figure)

/** An indicator, for what it is called and how its figures are written. */
export const indicatorQuery = (slug: string) => oneOf(Indicator, `/indicators/${slug}`)
