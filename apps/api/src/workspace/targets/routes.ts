import { Slug } from '@pejling/domain/slug'
import { z } from 'zod'
import { parameters } from '../../http/parameters.ts'
import type { WorkspaceApp } from '../../workspace-http/route.ts'
import { addResourceRoutes } from '../resource/resource-routes.ts'
import { targetResource } from './target-resource.ts'

/** What indicators, and groups within them, should reach. */
export function addTargetRoutes(to: WorkspaceApp): void {
  addResourceRoutes(to, targetResource, {
    one: 'A target',
    operation: 'Target',
    about:
      'What has been decided that an indicator should reach: `series` is the headline (`217`) or a group (`217;alder=18-29`). `decidedBy` and `decidedOn` say who decided it and when.',
    address: '/:slug/:target',
    params: z.strictObject({
      slug: parameters.slug,
      target: Slug.meta({ description: 'Slug of the target', examples: ['byraadet'] }),
    }),
    keyIn: ({ slug, target }) => `${slug}/${target}`,
    filter: z.strictObject({ indicator: parameters.slug.optional() }),
    filtered: (_db, { indicator }, all) => all.filter((one) => indicator === undefined || one.indicator === indicator),
    example: {
      indicator: 'valgdeltagelse-kv',
      slug: 'unge',
      series: '217;alder=18-29',
      baseline: { period: '2019', value: 40 },
      target: { period: '2029', value: 60 },
      band: null,
      benchmark: null,
      milestones: [],
      method: null,
      decidedBy: { da: 'Byrådet', en: 'The council' },
      decidedOn: '2026-06-01',
      note: null,
    },
    patch: { target: { value: 62 } },
  })
}
