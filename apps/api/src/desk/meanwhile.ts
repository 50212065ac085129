import { createHash } from 'node:crypto'
import type { Text } from '@pejling/domain/text'

/* Two at the same thing: a form carries what it was made from, and whoever comes second is told. */

/** Tells one state of a thing from another. */
export const stateOf = (body: unknown): string =>
  createHash('sha256').update(JSON.stringify(body)).digest('hex').slice(0, 16)

/** What is said where something stands otherwise than when its form was made. */
export const standsNow = (stands: string): Text => ({
  da: `Står nu som “${stands === '' ? 'tomt' : stands}”: en anden har rettet det imens. Gem igen for at skrive dit.`,
  en: `Now stands as “${stands === '' ? 'empty' : stands}”: somebody else has changed it meanwhile. Save again to write yours.`,
})
