import { z } from 'zod'

/**
 * Who sends the figures of an indicator, who does it when they are away, and who answers for the figures: the addresses of their
 * accounts. Never published.
 */
export const DataProviders = z.strictObject({
  keeper: z.email(),
  deputy: z.email().nullable(),
  owner: z.email().nullable().optional().describe('Who answers for the figures; reminded when they are late'),
})
export type DataProviders = z.infer<typeof DataProviders>
