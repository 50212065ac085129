import { AreaCode } from '@pejling/domain/area'
import { z } from 'zod'
import type { WorkspaceApp } from '../../workspace-http/route.ts'
import { addResourceRoutes } from '../resource/resource-routes.ts'
import { areaResource } from './area-resource.ts'

/** Places figures are about. */
export function addAreaRoutes(to: WorkspaceApp): void {
  addResourceRoutes(to, areaResource, {
    one: 'An area',
    operation: 'Area',
    about: 'Places figures are about, by the codes of Danmarks Statistik where they exist.',
    address: '/:code',
    params: z.strictObject({ code: AreaCode.meta({ description: 'Code of an area', examples: ['217'] }) }),
    keyIn: ({ code }) => code,
    filter: z.strictObject({}),
    filtered: (_db, _filter, all) => all,
    example: { code: '4000', name: { da: 'Espergærde', en: 'Espergærde' }, kind: 'district', parents: ['217'] },
    patch: { name: { en: 'Espergærde (district)' } },
  })
}
