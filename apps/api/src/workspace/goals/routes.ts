import { Slug } from '@pejling/domain/slug'
import { z } from 'zod'
import { parameters } from '../../http/parameters.ts'
import type { WorkspaceApp } from '../../workspace-http/route.ts'
import { addResourceRoutes } from '../resource/resource-routes.ts'
import { goalResource } from './goal-resource.ts'

/** Goals. */
export function addGoalRoutes(to: WorkspaceApp): void {
  addResourceRoutes(to, goalResource, {
    one: 'A goal',
    operation: 'Goal',
    about:
      'Goals in the policies’ own words; `number` is their order and their address. A published goal whose number changes keeps the former address, which redirects. One that has been published is retired by `retiredOn`: it keeps its page and is counted no more.',
    address: '/:slug',
    params: z.strictObject({ slug: parameters.slug.meta({ description: 'Slug of a goal', examples: ['stemme'] }) }),
    keyIn: ({ slug }) => slug,
    filter: z.strictObject({
      focusArea: Slug.meta({ description: 'Only goals of this focus area', examples: ['demokrati'] }).optional(),
    }),
    filtered: (_db, { focusArea }, all) => all.filter((one) => focusArea === undefined || one.focusArea === focusArea),
    example: { slug: 'skov', number: '1.3', focusArea: 'demokrati', text: { da: 'Mere skov', en: 'More forest' } },
    patch: { number: '1.4' },
  })
}
