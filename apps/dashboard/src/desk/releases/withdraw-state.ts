import type { Indicator } from '@pejling/domain/indicator/indicator'
import type { WithdrawableFigure } from '@pejling/domain/workspace/releases'
import { formatNumber } from '@pejling/domain/unit/format'
import { z } from 'zod'
import { locale } from '../client/locale.ts'
import { keep, readKept } from '../forms/kept.ts'
import { periodInWords } from '../widgets/changed-figures.tsx'

/* A withdrawal on its way: which figure and which step are in the address, the reason is kept on the device. */

/** What the address says: filters, the figure, and the step. */
export const WithdrawSearch = z.object({
  udgivelse: z.string().catch(''),
  periode: z.string().catch(''),
  gruppe: z.string().catch(''),
  tal: z.string().optional().catch(undefined),
  trin: z.literal('bekraeft').optional().catch(undefined),
})

const Draft = z.object({
  reason: z.object({ da: z.string(), en: z.string() }),
  way: z.enum(['remove', 'replace']),
  value: z.string(),
})

/** Why the figure must go, and what comes in its place. */
export type WithdrawDraft = z.output<typeof Draft>

/** What has been typed for a figure before. */
export const readWithdrawDraft = (key: string): WithdrawDraft =>
  Draft.catch({ reason: { da: '', en: '' }, way: 'remove', value: '' }).parse(readKept(`withdraw/${key}`)?.values)

/** Keeps what has been typed for a figure. */
export const keepWithdrawDraft = (key: string, draft: WithdrawDraft): void =>
  keep(`withdraw/${key}`, { base: {}, etag: null, values: draft })

/** Names a figure of an indicator in the address. */
export const figureKey = ({ series, period }: Pick<WithdrawableFigure, 'series' | 'period'>): string =>
  `${series}|${period}`

/** A figure in words: the indicator, the group and the period. */
export const figureName = (
  indicator: Pick<Indicator, 'name' | 'cadence'>,
  { seriesName, period }: WithdrawableFigure,
): string => `${indicator.name[locale]}, ${seriesName[locale]}, ${periodInWords(indicator.cadence.periodKind, period)}`

/** All that a figure has been said to be, the newest first. */
export const saidInWords = ({ decimals }: Pick<Indicator, 'decimals'>, { said }: WithdrawableFigure): string[] =>
  said.map(({ value, numerator, denominator }) =>
    value !== null
      ? formatNumber(value, decimals, locale)
      : numerator !== null && denominator !== null
        ? `${formatNumber(numerator, 0, locale)}/${formatNumber(denominator, 0, locale)}`
        : '–',
  )
