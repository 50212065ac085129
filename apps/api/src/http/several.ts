import { z } from 'zod'

/** The most values one parameter may have. */
const mostValues = 200

/** Values as they stand in an address: the parameter several times, or with commas between. */
const written = z.union([z.string(), z.array(z.string())])

/**
 * A parameter that may have several values, `?area=217,000` or `?area=217&area=000`: whatever has any of them is meant. `value` is
 * the schema of one.
 */
export const several = <Value extends z.ZodType<unknown, string>>(
  value: Value,
  meta: { readonly description: string; readonly examples: string[] },
) =>
  written
    .transform((given) => [given].flat().flatMap((one) => one.split(',')))
    .pipe(z.array(value).min(1).max(mostValues))
    .meta({ ...meta, description: `${meta.description}; several values with commas between` })
