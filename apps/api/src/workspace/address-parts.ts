import { z } from 'zod'

/**
 * A name in an address or a filter. Anything may be asked for: what there is nothing of is not found, whoever asks.
 */
export const named = (description: string, example: string) =>
  z
    .string()
    .max(200)
    .meta({ description, examples: [example] })
