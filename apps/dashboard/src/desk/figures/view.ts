import { z } from 'zod'

/** What the address says of the view: names and values are Danish, as all addresses of the desk. */
export const View = z.object({
  /** Which period comes first. */
  orden: z.enum(['aeldste', 'nyeste']).catch('aeldste'),
  /** Which way periods go. */
  perioder: z.enum(['nedad', 'tvaers']).catch('nedad'),
  kolonner: z.enum(['vigtigste', 'med-tal', 'alle']).catch('vigtigste'),
  /** Whether the counts of shares have columns of their own. */
  dele: z.enum(['ja', 'nej']).catch('ja'),
  /** The cell that is worked in from the beginning. */
  periode: z.string().catch(''),
  omraade: z.string().catch(''),
  gruppe: z.string().catch(''),
})
export type View = z.output<typeof View>
