import { randomBytes } from 'node:crypto'
import { eq } from 'drizzle-orm'
import type { ChangeSet } from '../db/change-set.ts'
import type { Database } from '../db/database.ts'
import { releases, users } from '../db/schema.ts'
import type { Administration } from '../data-folder/delivery-administration.ts'
import {
  attachments,
  getAttached,
  kinds,
  listDefinitions,
  listIndicators,
  putAttached,
  putDefinition,
} from './definitions.ts'

/* What the administration adds to a policy and its figures, read and loaded whole. */

/** How many bytes a meeting's secret link ends with; no one guesses 192 bits. */
const secretBytes = 24

/** What a new meeting's secret link ends with. */
export const newSecret = (): string => randomBytes(secretBytes).toString('base64url')

/** What the administration has added, but for who may see a meeting: that is the installation's own. */
export function readAdministration(db: Database): Administration {
  const slugs = listIndicators(db).map(({ slug }) => slug)
  return {
    overrides: slugs.flatMap((indicator) => {
      const override = getAttached(db, attachments.override, indicator)
      return override ? [{ indicator, override }] : []
    }),
    keepers: slugs.flatMap((indicator) => {
      const dataProviders = getAttached(db, attachments.keepers, indicator)
      return dataProviders ? [{ indicator, ...dataProviders }] : []
    }),
    comments: listDefinitions(db, kinds.comment),
    ideas: listDefinitions(db, kinds.idea),
    meetings: listDefinitions(db, kinds.meeting).map(({ sharing: _sharing, secret: _secret, ...written }) => written),
  }
}

const hasAccount = (db: Database, email: string): boolean =>
  db.sql.select({ email: users.email }).from(users).where(eq(users.email, email)).get() !== undefined

/** Writes who sends which figures. Returns what is left out, because a person has no account. */
function putDataProviders(changeSet: ChangeSet, dataProviders: Administration['keepers']): string[] {
  return dataProviders.flatMap(({ indicator, ...asked }) => {
    const named = [asked.keeper, asked.deputy, asked.owner ?? null]
    const strangers = named.filter((email) => email !== null && !hasAccount(changeSet.db, email))
    if (strangers.length === 0) {
      putAttached(changeSet, attachments.keepers, indicator, asked)
      return []
    }
    return [
      `Nobody was asked to send the figures of ${indicator}: there is no account for ${strangers.join(' or ')}. Make it with "user add", and load the folder again.`,
    ]
  })
}

/** Writes meetings. Those that are new are nobody's to see yet; of others it stays as it was. Returns what they miss. */
function putMeetings(changeSet: ChangeSet, meetings: Administration['meetings']): string[] {
  const { db } = changeSet
  const standing = new Map(listDefinitions(db, kinds.meeting).map((meeting) => [meeting.slug, meeting]))
  for (const { items, ...written } of meetings) {
    const { sharing, secret } = standing.get(written.slug) ?? { sharing: 'draft' as const, secret: newSecret() }
    putDefinition(changeSet, kinds.meeting, { ...written, sharing, secret, items })
  }
  const known = new Set(
    db.sql
      .select({ number: releases.number })
      .from(releases)
      .all()
      .map(({ number }) => number),
  )
  return meetings
    .filter(({ release }) => !known.has(release))
    .map(({ slug, release }) => `The meeting ${slug} shows the figures of release ${release}, which is not here yet.`)
}

/**
 * Loads what the administration has added elsewhere. What is there already and the same is left alone; nothing is removed.
 * Returns what the person who loads it has to know, a line each.
 */
export function putAdministration(changeSet: ChangeSet, administration: Administration): string[] {
  const { overrides, keepers: dataProviders, comments, ideas, meetings } = administration
  for (const { indicator, override } of overrides) {
    putAttached(changeSet, attachments.override, indicator, override)
  }
  for (const comment of comments) putDefinition(changeSet, kinds.comment, comment)
  for (const idea of ideas) putDefinition(changeSet, kinds.idea, idea)
  return [...putDataProviders(changeSet, dataProviders), ...putMeetings(changeSet, meetings)]
}
