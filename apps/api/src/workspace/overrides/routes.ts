import { z } from 'zod'
import { parameters } from '../../http/parameters.ts'
import type { WorkspaceApp } from '../../workspace-http/route.ts'
import { addResourceRoutes } from '../resource/resource-routes.ts'
import { overrideResource } from './override-resource.ts'

/** Verdicts given by people. */
export function addOverrideRoutes(to: WorkspaceApp): void {
  addResourceRoutes(to, overrideResource, {
    one: 'An override',
    operation: 'Override',
    about:
      'A verdict given by a person beside the computed one, with its public reason. It lapses when there is a figure later than `latestPeriod`.',
    address: '/:slug',
    params: z.strictObject({ slug: parameters.slug }),
    keyIn: ({ slug }) => slug,
    filter: z.strictObject({}),
    filtered: (_db, _filter, all) => all,
    example: {
      indicator: 'valgdeltagelse-kv',
      verdict: 'stable',
      reason: { da: 'Et enkelt valg siger for lidt.', en: 'A single election says too little.' },
      latestPeriod: '2024',
    },
    patch: { verdict: 'unclear' },
  })
}
