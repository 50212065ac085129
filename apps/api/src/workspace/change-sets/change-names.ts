import type { ChangeNames, ToldIndicator } from '@pejling/domain/change/change-words'
import { nameInState } from '@pejling/domain/change/field-changes'
import { seriesName } from '@pejling/domain/release/series-name'
import { SeriesKey, parseSeriesKey } from '@pejling/domain/series'
import type { Text } from '@pejling/domain/text'
import { eq } from 'drizzle-orm'
import { z } from 'zod'
import type { Database } from '../../db/database.ts'
import { plannedReleases, releases, users } from '../../db/schema.ts'
import { getIndicator, keptKinds, kinds, listDefinitions } from '../definitions.ts'

const nameIn = (body: string | null): Text | null =>
  body === null ? null : nameInState(z.json().parse(JSON.parse(body)))

/** What is shown in place of an e-mail address to those who are not to see it. */
const hidden = '…'
const address = /[^\s@"\\,]+@[^\s@"\\,]+/g

/** A text without the e-mail addresses in it. */
export const withoutAddresses = (text: string): string => text.replaceAll(address, hidden)

/** What things are called that change sets are about, as they stand; each is looked up once. */
export function changeNames(db: Database, isWhole: boolean): ChangeNames {
  const known = new Map<string, ToldIndicator | null>()
  const people = new Map<string, string>()
  let shared: { areas: ReturnType<typeof areasOf>; dimensions: ReturnType<typeof dimensionsOf> } | null = null
  const areasOf = () => listDefinitions(db, kinds.area)
  const dimensionsOf = () => listDefinitions(db, kinds.dimension)
  const indicator = (slug: string): ToldIndicator | null => {
    const before = known.get(slug)
    if (before !== undefined) return before
    const found = getIndicator(db, slug)
    shared ??= { areas: areasOf(), dimensions: dimensionsOf() }
    const names = found && { ...shared, indicator: found }
    const told = found &&
      names && {
        name: found.name,
        periodKind: found.cadence.periodKind,
        headline: found.area,
        seriesName: (key: string): Text =>
          SeriesKey.safeParse(key).success ? seriesName(names, parseSeriesKey(key)) : { da: key, en: key },
      }
    known.set(slug, told)
    return told
  }
  const thing = (kind: string, key: string): Text | null => {
    if (kind === 'release') {
      return nameIn(
        db.sql
          .select()
          .from(releases)
          .where(eq(releases.number, Number(key)))
          .get()?.title ?? null,
      )
    }
    if (kind === 'planned-release') {
      return nameIn(
        db.sql
          .select()
          .from(plannedReleases)
          .where(eq(plannedReleases.number, Number(key)))
          .get()?.body ?? null,
      )
    }
    if (kind === 'comment') {
      const [goal = '', year = ''] = key.split('/')
      const of = thing('goal', goal)
      return of && { da: `${of.da}, ${year}`, en: `${of.en}, ${year}` }
    }
    if (kind === 'goal') {
      const goal = listDefinitions(db, kinds.goal).find(({ slug }) => slug === key)
      return goal ? { da: `${goal.number} ${goal.text.da}`, en: `${goal.number} ${goal.text.en}` } : null
    }
    return nameIn(keptKinds.find(({ name }) => name === kind)?.body(db, key) ?? null)
  }
  const person = (email: string): string => {
    const before = people.get(email)
    if (before !== undefined) return before
    const found = db.sql.select({ name: users.name }).from(users).where(eq(users.email, email)).get()?.name
    const told = found ?? (isWhole ? email : withoutAddresses(email))
    people.set(email, told)
    return told
  }
  return { indicator, thing, person, isWhole }
}
