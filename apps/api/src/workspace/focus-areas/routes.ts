import { z } from 'zod'
import { parameters } from '../../http/parameters.ts'
import type { WorkspaceApp } from '../../workspace-http/route.ts'
import { addResourceRoutes } from '../resource/resource-routes.ts'
import { focusAreaResource } from './focus-area-resource.ts'

/** The parts of policies. */
export function addFocusAreaRoutes(to: WorkspaceApp): void {
  addResourceRoutes(to, focusAreaResource, {
    one: 'A focus area',
    operation: 'FocusArea',
    about:
      'The parts of policies; `position` is their order. One that has been published is retired by `retiredOn`: it keeps its goals’ pages and is left out of the policy.',
    address: '/:slug',
    params: z.strictObject({ slug: parameters.slug }),
    keyIn: ({ slug }) => slug,
    filter: z.strictObject({ framework: parameters.framework.optional() }),
    filtered: (_db, { framework }, all) => all.filter((one) => framework === undefined || one.framework === framework),
    example: {
      slug: 'natur',
      framework: 'politik',
      position: 3,
      printedNumber: null,
      title: { da: 'Natur', en: 'Nature' },
    },
    patch: { position: 1 },
  })
}
