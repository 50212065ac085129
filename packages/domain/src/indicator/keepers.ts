import { z } from 'zod'

/** Who sends the figures of an indicator, and who does it when they are away: the addresses of their accounts. Never published. */
export const Keepers = z.strictObject({ keeper: z.email(), deputy: z.email().nullable() })
export type Keepers = z.infer<typeof Keepers>
