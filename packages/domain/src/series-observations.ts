import { z } from 'zod'
import { Observation } from './observation/observation.ts'
import { Series, SeriesKey } from './series.ts'

/** The observations of one series, oldest first. */
export const SeriesObservations = z
  .strictObject({ key: SeriesKey, ...Series.shape, observations: z.array(Observation) })
  .meta({ id: 'SeriesObservations', description: 'The observations of one series, oldest first.' })
export type SeriesObservations = z.infer<typeof SeriesObservations>

/** A figure that is suppressed because it would tell of too few people. */
export const SuppressedFigure = z
  .strictObject({ series: SeriesKey, period: z.string() })
  .meta({ id: 'SuppressedFigure', description: 'A figure that is withheld because it would tell of too few people.' })
export type SuppressedFigure = z.infer<typeof SuppressedFigure>
