import { Slug } from '@pejling/domain/slug'
import { z } from 'zod'

/** The most values one parameter may have. */
const mostValues = 200

/**
 * A parameter that may have several values, `?area=217,000` or `?area=217&area=000`: whatever has any of them is meant. `value` is
 * the schema of one.
 */
export const several = <Value extends z.ZodType<unknown, string>>(
  value: Value,
  meta: { readonly description: string; readonly examples: string[] },
) =>
  z
    .union([z.string(), z.array(z.string())])
    // What is transformed has no examples of its own in a description.
    .meta({ ...meta, description: `${meta.description}; several values with commas between` })
    .transform((given) => [given].flat().flatMap((one) => one.split(',')))
    .pipe(z.array(value).min(1).max(mostValues))

/** A parameter that is the slug of something. Apart from the schema of slugs, which has an example of its own. */
export const slugParameter = (description: string, example: string) =>
  z
    .string()
    .max(80)
    .refine((given) => Slug.safeParse(given).success)
    .meta({ description, examples: [example] })
