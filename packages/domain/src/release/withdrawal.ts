import { z } from 'zod'
import { Slug } from '../slug.ts'
import { SeriesKey } from '../series.ts'
import { Text } from '../text.ts'
import { Hash, Timestamp } from './release.ts'

/** A published figure that must not stand: what it was of, why it is gone, and the documents it was taken out of. */
export const Withdrawal = z
  .strictObject({
    number: z.int().positive(),
    withdrawnAt: Timestamp,
    indicator: Slug,
    series: SeriesKey,
    period: z.string(),
    reason: Text,
    documents: z
      .array(
        z.strictObject({
          hash: Hash,
          replacement: Hash,
          salted: z
            .boolean()
            .default(false)
            .describe(
              'Whether the document had a salt, so that its hash confirms no guess. Where it had none, its hash is told no more: `hash` is the replacement’s',
            ),
        }),
      )
      .describe('By the hash they were published with, and that of the bytes that stand in their place'),
  })
  .meta({ id: 'Withdrawal', description: 'A published figure that was withdrawn, with its reason.' })
export type Withdrawal = z.infer<typeof Withdrawal>

/** `/withdrawals` */
export const WithdrawalsDocument = z
  .strictObject({ withdrawals: z.array(Withdrawal) })
  .meta({ id: 'WithdrawalsDocument', description: 'All figures that were withdrawn, newest first.' })
export type WithdrawalsDocument = z.infer<typeof WithdrawalsDocument>
