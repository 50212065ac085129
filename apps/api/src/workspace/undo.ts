import { Observation } from '@pejling/domain/observation/observation'
import { parseSeriesKey } from '@pejling/domain/series/series'
import type { Text } from '@pejling/domain/text/text'
import { asc, eq } from 'drizzle-orm'
import { authorise, type Actor } from '../db/actor.ts'
import { write } from '../db/change-set.ts'
import type { Database } from '../db/database.ts'
import { changes } from '../db/schema.ts'
import { findObservation, putObservations, removeObservation } from './observations.ts'

/** Why a change set cannot be undone; `null`: it has been. */
export type UndoProblem = Text | null

/**
 * Brings the figures that a change set wrote back to what they were, in a change set of its own: all of them or none. That
 * is possible as long as none of them has been changed since, and nothing but figures was changed.
 * Throws a NotAllowedError for those who may not edit.
 */
export function undoChangeSet(db: Database, actor: Actor, number: number): UndoProblem {
  authorise(actor, 'editor')
  return write(db, actor, { action: 'undo', reason: `${number}` }, (changeSet): UndoProblem => {
    const rows = db.sql.select().from(changes).where(eq(changes.changeSet, number)).orderBy(asc(changes.position)).all()
    if (rows.length === 0 || rows.some(({ kind }) => kind !== 'observation')) {
      return {
        da: `Nr. ${number} kan ikke fortrydes: kun ændringer af tal kan.`,
        en: `No. ${number} cannot be undone: only changes of figures can.`,
      }
    }
    const parts = rows.map((row) => {
      const [indicator = '', series = '', ...period] = row.key.split('/')
      return { ...row, indicator, series, period: period.join('/') }
    })
    const changed = parts.find(({ indicator, series, period, after }) => {
      const now = findObservation(db, indicator, series, period)
      return (now && JSON.stringify(now)) !== after
    })
    if (changed) {
      const { indicator, series, period } = changed
      return {
        da: `Nr. ${number} kan ikke fortrydes: ${indicator}, ${series}, ${period} er rettet igen siden. Fortryd først det.`,
        en: `No. ${number} cannot be undone: ${indicator}, ${series}, ${period} has been changed again since. Undo that first.`,
      }
    }
    for (const { indicator, series, period, before } of parts) {
      if (before === null) removeObservation(changeSet, indicator, series, period)
      else {
        const observation = Observation.parse(JSON.parse(before))
        putObservations(changeSet, indicator, [{ series: parseSeriesKey(series), observation }])
      }
    }
    return null
  })
}
