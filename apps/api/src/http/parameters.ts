import { linksFor } from '@pejling/addresses/links'
import { PlanName } from '@pejling/domain/action-plan/action-plan'
import { AreaCode } from '@pejling/domain/area'
import { GoalNumber } from '@pejling/domain/framework'
import { Verdict } from '@pejling/domain/progress/assessment'
import { Slug } from '@pejling/domain/slug'
import { Locale, type Text } from '@pejling/domain/text'
import { isShortQuery, queryLimits } from '@pejling/domain/text/short-query'
import { z } from 'zod'

/** A number as it is written in an address: digits alone, so that neither nothing nor 1e3 passes for one. */
const wholeNumber = (minimum: number, maximum: number, meta: { description: string; examples: number[] }) =>
  z
    .string()
    // Not by `regex`: the description would have a pattern on a number, which generators of clients stumble over.
    .refine((text) => /^\d{1,7}$/.test(text))
    .transform(Number)
    .refine((value) => value >= minimum && value <= maximum)
    // Described as the number it stands for, not as the text it is written in.
    .meta({ ...meta, type: 'integer', minimum, maximum })

/** How many items a page of a list has where nothing else is asked for, and at most. */
const [usualPage, longestPage] = [100, 1000]

/** How many values a list in an address may have. */
const longestList = 200

/** Several values: the parameter is repeated, or they stand in one with commas between. */
const listOf = (one: z.ZodType<string>, meta: { description: string; examples: string[][] }) =>
  z
    .preprocess(
      (given) => [given].flat().flatMap((text) => (typeof text === 'string' ? text.split(',') : [text])),
      z.array(one).min(1).max(longestList),
    )
    .meta({ ...meta, type: 'array', items: { type: 'string' } })

const formats = ['json', 'csv', 'xlsx', 'json-stat', 'sdmx-csv', 'parquet', 'zip'] as const

/** Every query parameter and address part of the public API: its schema, and what to write in it, for error messages. */
export const parameters = {
  release: wholeNumber(1, 1_000_000, {
    description: 'Answer as this release did; without it the latest',
    examples: [1],
  }),
  since: wholeNumber(0, 1000000, {
    description: 'The release to compare with; without it the one before',
    examples: [0],
  }),
  n: wholeNumber(1, 1_000_000, { description: 'Number of a release', examples: [1] }),
  goal: GoalNumber.meta({ description: 'Only indicators of this goal', examples: ['2.2'] }),
  number: GoalNumber.meta({ description: 'Number of a goal', examples: ['2.2'] }),
  status: Verdict.meta({ description: 'Only indicators with this verdict', examples: ['improving'] }),
  q: z
    .string()
    .trim()
    .min(1)
    .max(queryLimits.letters)
    .refine(isShortQuery)
    .meta({ description: 'Words to look for in names', examples: ['valg'] }),
  slug: Slug.meta({ description: 'Slug of an indicator', examples: ['valgdeltagelse-kv'] }),
  framework: Slug.meta({ description: 'Slug of a policy', examples: ['medborgerskab'] }),
  year: PlanName.meta({
    description: 'Year of an action plan, after the mark of its policy where that has one',
    examples: ['2026'],
  }),
  meeting: Slug.meta({ description: 'Slug of a public meeting', examples: ['kulturudvalget-2026-12-03'] }),
  from: z
    .string()
    .min(4)
    .max(10)
    .meta({ description: 'First period or year', examples: ['2013'] }),
  to: z
    .string()
    .min(4)
    .max(10)
    .meta({ description: 'Last period or year', examples: ['2025'] }),
  area: listOf(AreaCode, { description: 'Only figures of these areas, e.g. `217,000`', examples: [['217']] }),
  period: listOf(z.string().min(4).max(10), {
    description: 'Only these periods, e.g. `2024,2025`',
    examples: [['2024']],
  }),
  last: wholeNumber(1, 1000, {
    description: 'Only the newest periods of each series, so many, with a figure or without',
    examples: [1],
  }),
  indicator: listOf(Slug, {
    description: 'Only these indicators, e.g. `taler,deltagelse`',
    examples: [['valgdeltagelse-kv']],
  }),
  /** One or several categories of a dimension; the parameter is called as the dimension. */
  category: listOf(z.string().min(1).max(80), {
    description: 'Categories of a dimension, or `_T` for all together',
    examples: [['_T']],
  }),
  labels: z.enum(['code', 'name', 'both']).meta({
    description: 'Whether tables have codes, the names they stand for in place of them, or both (which is usual)',
    examples: ['both'],
  }),
  format: z.enum(formats).meta({
    description:
      'Format of the answer; also by Accept, or as an ending (.csv). `json-stat`: JSON-stat 2.0; `sdmx-csv`: SDMX-CSV 2.0.0; `parquet`: Apache Parquet; `zip`: CSV with a README and its columns described (CSVW)',
    examples: ['csv'],
  }),
  dialect: z
    .enum(['standard', 'da'])
    .meta({ description: '`da`: CSV for a Danish Excel, with semicolons and decimal commas', examples: ['da'] }),
  lang: Locale.meta({ description: 'Language of the texts', examples: ['da'] }),
  url: z.url().meta({
    description: 'Address of an indicator’s page here',
    examples: [`http://localhost:4200${linksFor('da', null).indicator('valgdeltagelse-kv')}`],
  }),
  maxwidth: wholeNumber(1, 9_999_999, { description: 'The widest it may be, in pixels', examples: [720] }),
  maxheight: wholeNumber(1, 9_999_999, { description: 'The highest it may be, in pixels', examples: [470] }),
  width: wholeNumber(240, 2400, { description: 'Width in pixels', examples: [960] }),
  height: wholeNumber(160, 1600, { description: 'Height in pixels', examples: [480] }),
  limit: wholeNumber(1, longestPage, {
    description: `How many items the page has at most; ${usualPage} where it is left out`,
    examples: [usualPage],
  }),
  cursor: z
    .string()
    .max(2000)
    .meta({ description: 'Where the page begins: the cursor in `next` of the page before', examples: ['WyIyMTciXQ'] }),
  dryRun: z.enum(['true', 'false']).meta({
    description: '`true`: nothing is written; the answer says what would change for readers',
    examples: ['true'],
  }),
  document: z.enum(['true', 'false']).meta({
    description: '`true`: with `dryRun=true`, the answer also has the document that readers would get',
    examples: ['true'],
  }),
}

const expected: Record<keyof typeof parameters, Text> = {
  release: { da: 'nummeret på en udgivelse, fx 1', en: 'the number of a release, e.g. 1' },
  since: { da: 'nummeret på en udgivelse, eller 0', en: 'the number of a release, or 0' },
  n: { da: 'nummeret på en udgivelse, fx 1', en: 'the number of a release, e.g. 1' },
  goal: { da: 'nummeret på et mål, fx 2.2', en: 'the number of a goal, e.g. 2.2' },
  number: { da: 'nummeret på et mål, fx 2.2', en: 'the number of a goal, e.g. 2.2' },
  status: { da: `en af ${Verdict.options.join(', ')}`, en: `one of ${Verdict.options.join(', ')}` },
  q: { da: '1 til 200 tegn i højst 10 ord', en: '1 to 200 characters in at most 10 words' },
  slug: { da: 'små bogstaver, tal og bindestreger', en: 'lower-case letters, digits and hyphens' },
  framework: { da: 'små bogstaver, tal og bindestreger', en: 'lower-case letters, digits and hyphens' },
  year: { da: 'en handleplans årstal, fx 2026', en: 'the year of an action plan, e.g. 2026' },
  meeting: { da: 'små bogstaver, tal og bindestreger', en: 'lower-case letters, digits and hyphens' },
  from: { da: 'en periode eller et årstal, fx 2013', en: 'a period or a year, e.g. 2013' },
  to: { da: 'en periode eller et årstal, fx 2025', en: 'a period or a year, e.g. 2025' },
  area: {
    da: 'en eller flere områdekoder med komma imellem, fx 217,000',
    en: 'one or more area codes with commas between, e.g. 217,000',
  },
  period: {
    da: 'en eller flere perioder med komma imellem, fx 2024,2025',
    en: 'one or more periods with commas between, e.g. 2024,2025',
  },
  last: { da: 'et helt tal fra 1 til 1000', en: 'a whole number from 1 to 1000' },
  indicator: {
    da: 'en eller flere indikatorers navne i adresser, med komma imellem',
    en: 'one or more slugs of indicators, with commas between',
  },
  category: {
    da: 'en eller flere kategorier med komma imellem, eller _T for alle under ét',
    en: 'one or more categories with commas between, or _T for all together',
  },
  labels: { da: 'code, name eller both', en: 'code, name or both' },
  format: { da: `en af ${formats.join(', ')}`, en: `one of ${formats.join(', ')}` },
  url: { da: 'adressen på en indikators side her', en: 'the address of an indicator’s page here' },
  maxwidth: { da: 'et antal pixels, fx 720', en: 'a number of pixels, e.g. 720' },
  maxheight: { da: 'et antal pixels, fx 470', en: 'a number of pixels, e.g. 470' },
  dialect: { da: 'standard eller da', en: 'standard or da' },
  lang: { da: 'da eller en', en: 'da or en' },
  width: { da: 'et helt tal fra 240 til 2400', en: 'a whole number from 240 to 2400' },
  height: { da: 'et helt tal fra 160 til 1600', en: 'a whole number from 160 to 1600' },
  limit: { da: `et helt tal fra 1 til ${longestPage}`, en: `a whole number from 1 to ${longestPage}` },
  cursor: {
    da: 'den cursor, der står i `next` på siden før, eller udelad den',
    en: 'the cursor that stands in `next` of the page before, or leave it out',
  },
  dryRun: { da: 'true eller false', en: 'true or false' },
  document: { da: 'true eller false', en: 'true or false' },
}

/** What should stand in one of the parameters, in words. */
export const expectedOf = (name: keyof typeof parameters): Text => expected[name]

/** What should stand in a parameter, in words; `null` for one that does not exist. */
export function expectedIn(name: string): Text | null {
  return Object.entries(expected).find(([parameter]) => parameter === name)?.[1] ?? null
}

/** What a parameter is for and an example of it, as its schema says; `null` for one that does not exist. */
export function exampleOf(name: string): { readonly description: string; readonly example: unknown } | null {
  const schema = Object.entries(parameters).find(([parameter]) => parameter === name)?.[1]
  const meta = schema?.meta()
  return meta ? { description: meta.description ?? '', example: Object.values(meta.examples ?? {})[0] } : null
}
