import { createHash } from 'node:crypto'
import { beyondLimits } from '@pejling/domain/intake/figure-text'
import { hasValue, Observation } from '@pejling/domain/observation/observation'
import type { Indicator } from '@pejling/domain/indicator/indicator'
import { parsePeriod } from '@pejling/domain/period/period'
import { Series, seriesKey } from '@pejling/domain/series'
import { z } from 'zod'
import { NotAllowedError, type Actor } from '../db/actor.ts'
import { write } from '../db/change-set.ts'
import type { Database } from '../db/database.ts'
import { Problem, type InputError } from '../http/problem.ts'
import { getIndicator, kinds, listDefinitions } from '../workspace/definitions.ts'
import { mayWriteFigures } from '../workspace/keepers.ts'
import { listSeries, putObservations } from '../workspace/observations.ts'
import { definedIn } from './figures.ts'

/** The figures of an indicator as the workspace has them, and the tag that changes with any of them. */
export interface FigureBlock {
  readonly tag: string
  readonly observations: readonly z.infer<typeof BlockObservation>[]
}

const BlockObservation = z.strictObject({ ...Series.shape, ...Observation.shape })

/** What may be sent: figures to be written as they are, and why. Those that are not among them stay. */
export const FigureBlockInput = z.strictObject({
  reason: z.string().trim().max(2000).default(''),
  observations: z.array(z.strictObject({ ...Series.shape, ...Observation.shape })).max(100_000),
})

/** The indicator of that name in the workspace. Throws a Problem where there is none. */
export function requireIndicator(db: Database, slug: string): Indicator {
  const indicator = getIndicator(db, slug)
  if (!indicator) {
    throw new Problem('not-found', {
      da: `Der er ingen indikator "${slug}" i arbejdsområdet.`,
      en: `There is no indicator "${slug}" in the workspace.`,
    })
  }
  return indicator
}

/** Reads an indicator's figures. Throws a Problem where there is no such indicator. */
export function readBlock(db: Database, slug: string): FigureBlock {
  const indicator = requireIndicator(db, slug)
  const rows = listSeries(db, indicator).flatMap(({ area, categories, observations }) =>
    observations.map((one) => ({ area, categories, ...one })),
  )
  return { tag: `"${createHash('sha256').update(JSON.stringify(rows)).digest('base64url')}"`, observations: rows }
}

/** Why a figure cannot be written. */
function problemsOf(
  db: Database,
  indicator: Indicator,
  rows: z.output<typeof FigureBlockInput>['observations'],
): InputError[] {
  const isDefined = definedIn(db)
  const provenances = new Set(listDefinitions(db, kinds.provenance).map((one) => one.slug))
  return rows.flatMap(({ area, categories, ...observation }, index): InputError[] => {
    const at = (name: string, detail: InputError['detail']): InputError => ({
      pointer: `/observations/${index}/${name}`,
      detail,
    })
    const read = Observation.safeParse(observation)
    if (!read.success) {
      return read.error.issues.map(({ path, message }) => at(path.join('/'), { da: message, en: message }))
    }
    const outside = hasValue(observation) ? beyondLimits(indicator, observation.value) : null
    const kind = indicator.cadence.periodKind
    return [
      ...(isDefined(seriesKey({ area, categories }))
        ? []
        : [
            at('categories', {
              da: 'Området eller en gruppe er ikke defineret i arbejdsområdet.',
              en: 'The area or a group is not defined in the workspace.',
            }),
          ]),
      ...(parsePeriod(kind, observation.period)
        ? []
        : [
            at('period', {
              da: `"${observation.period}" er ingen periode af slagsen ${kind}.`,
              en: `"${observation.period}" is no period of the kind ${kind}.`,
            }),
          ]),
      ...(outside ? [at('value', outside)] : []),
      ...(observation.provenance === null || provenances.has(observation.provenance)
        ? []
        : [at('provenance', { da: 'Ukendt herkomst.', en: 'Unknown provenance.' })]),
    ]
  })
}

/**
 * Writes a block of figures in one change set, all of it or nothing, where the figures still are those that `tag` was given
 * for. Throws a Problem that says what is wrong and where, or that somebody was faster; a NotAllowedError for those who may
 * not write figures of the indicator.
 */
export function writeBlock(
  db: Database,
  who: { readonly actor: Actor; readonly email: string },
  slug: string,
  { tag, reason, observations }: z.output<typeof FigureBlockInput> & { readonly tag: string | undefined },
): FigureBlock {
  return write(db, who.actor, { action: 'figures', reason: reason === '' ? null : reason }, (changeSet) => {
    const now = readBlock(db, slug)
    if (!mayWriteFigures(db, who, slug)) throw new NotAllowedError(who.actor, 'editor')
    if (tag === undefined) {
      throw new Problem('precondition-required', {
        da: 'Send If-Match med det ETag, du fik med tallene, så ingen skriver oven i en anden.',
        en: 'Send If-Match with the ETag you got with the figures, so that nobody writes over somebody else.',
      })
    }
    if (tag !== now.tag) {
      throw new Problem('precondition-failed', {
        da: 'Tallene er ændret, siden du hentede dem. Hent dem igen, og se hvad der er ændret.',
        en: 'The figures have been changed since you got them. Get them again and see what has changed.',
      })
    }
    const indicator = requireIndicator(db, slug)
    if (indicator.derived !== null) {
      throw new Problem('invalid-request', {
        da: 'Indikatoren beregnes af andre; dens tal kan ikke skrives.',
        en: 'The indicator is computed from others; its figures cannot be written.',
      })
    }
    const errors = problemsOf(db, indicator, observations)
    if (errors.length > 0) {
      throw new Problem(
        'invalid-request',
        { da: 'Intet er skrevet; se errors.', en: 'Nothing has been written; see errors.' },
        errors,
      )
    }
    putObservations(
      changeSet,
      slug,
      observations.map(({ area, categories, ...observation }) => ({ series: { area, categories }, observation })),
    )
    return readBlock(db, slug)
  })
}
