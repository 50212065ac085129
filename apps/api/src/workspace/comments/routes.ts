import { z } from 'zod'
import { parameters } from '../../http/parameters.ts'
import type { WorkspaceApp } from '../../workspace-http/route.ts'
import { addResourceRoutes } from '../resource/resource-routes.ts'
import { commentResource } from './comment-resource.ts'

const year = z
  .string()
  .regex(/^\d{4}$/)
  .meta({ description: 'The year the comment is of', examples: ['2026'] })

/** What the administration says of goals, year by year. */
export function addCommentRoutes(to: WorkspaceApp): void {
  addResourceRoutes(to, commentResource, {
    one: 'A comment',
    operation: 'Comment',
    about: 'What the administration says of a goal in a year: what the figures mean, and what is done about it.',
    address: '/:slug/:year',
    params: z.strictObject({ slug: parameters.slug, year }),
    keyIn: ({ slug, year: of }) => `${slug}/${of}`,
    filter: z.strictObject({ year: year.optional() }),
    filtered: (_db, filter, all) => all.filter((one) => filter.year === undefined || String(one.year) === filter.year),
    example: {
      goal: 'stemme',
      year: 2026,
      meaning: { da: 'Flere stemmer end før.', en: 'More people vote than before.' },
      action: null,
    },
    patch: { action: { da: 'Vi kører en stemmebus.', en: 'We run a voting bus.' } },
  })
}
