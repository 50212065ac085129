import { z } from 'zod'
import { Area } from '../area.ts'
import { Dimension } from '../dimension.ts'
import { Slug } from '../slug.ts'
import { Source } from '../source/source.ts'
import { Unit } from '../unit/unit.ts'
import { ObservationsDocument } from './documents.ts'

/*
 * What is answered across the indicators of a release. None of it is a document of a release: it is made of the documents of
 * the indicators, and changes when one of them does.
 */

const indicators = z.array(Slug).describe('The indicators that have it')

/** `/observations`: the figures of several indicators as one flat table, one row per figure. */
export const FiguresDocument = z
  .strictObject({
    demonstration: ObservationsDocument.shape.demonstration,
    dimensions: z.array(Slug).describe('Every dimension one of the indicators is divided by'),
    observations: z.array(
      z
        .strictObject({ indicator: Slug, unit: Unit, ...ObservationsDocument.shape.observations.element.shape })
        .meta({ id: 'Figure', description: 'A figure of an indicator, with the area and the groups it is about.' }),
    ),
  })
  .meta({ id: 'FiguresDocument', description: 'Figures of several indicators, one row each.' })
export type FiguresDocument = z.infer<typeof FiguresDocument>

/** `/areas`: the areas there are figures of. */
export const AreasDocument = z
  .strictObject({ areas: z.array(z.strictObject({ ...Area.shape, indicators })) })
  .meta({ id: 'AreasDocument', description: 'The areas there are figures of, by code.' })

/** `/dimensions`: the dimensions figures are divided by. */
export const DimensionsDocument = z
  .strictObject({ dimensions: z.array(z.strictObject({ ...Dimension.shape, indicators })) })
  .meta({ id: 'DimensionsDocument', description: 'The dimensions figures are divided by, with their categories.' })

/** `/sources`: where figures are from. */
export const SourcesDocument = z
  .strictObject({ sources: z.array(z.strictObject({ ...Source.shape, indicators })) })
  .meta({ id: 'SourcesDocument', description: 'Where figures are from, with licences.' })
