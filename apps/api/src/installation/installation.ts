import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { bringTokensUpToDate } from '../accounts/tokens.ts'
import { danishDay } from '@pejling/domain/period/danish-day'
import { addUser, hasUsers } from '../accounts/users.ts'
import type { Config } from '../config/config.ts'
import { system } from '../db/actor.ts'
import {
  migrateDatabase,
  NoDatabaseError,
  openDatabase,
  schemaState,
  systemClock,
  type Database,
} from '../db/database.ts'
import { demonstrate } from '../demonstration/demonstrate.ts'
import { readDelivery } from '../data-folder/data-folder.ts'
import type { Delivery } from '../data-folder/delivery.ts'
import { readFolder } from '../data-folder/folder.ts'
import { publish } from '../releases/publish.ts'
import { openReleaseStore } from '../releases/release-store.ts'
import { shareMeeting } from '../releases/share-meeting.ts'
import { newestShared } from '../workspace/shared-meetings.ts'
import { isDemonstration, kinds, listDefinitions } from '../workspace/definitions.ts'
import { isFirstStartUnfinished, isUntouched } from '../workspace/first-start.ts'
import { seed } from '../workspace/seed.ts'
import { lockFolder } from './lock.ts'

/** The policy, catalogue and figures that the product is delivered with. */
export const deliveredFolder = fileURLToPath(new URL('../../../../data', import.meta.url))

/** The demonstration set is the same for everyone who makes it on the same day. */
const demonstrationSeed = 2026

/** The database's file. The demonstration set has one of its own, so that invented figures never stand beside real ones. */
export function databaseFile(config: Config, demonstration: boolean): string {
  return join(config.dataFolder, demonstration ? 'demonstration.sqlite' : 'pejling.sqlite')
}

/** Thrown where a command needs a database and there is none; the message says how to create one. */
export class NoInstallationError extends Error {
  constructor(config: Config, demonstration: boolean) {
    const make = demonstration
      ? 'To create one, start the demonstration once (npm start -- --demo).'
      : 'To create one, start Pejling (npm start), load a data folder (npm run pejling -- seed <dir>) or restore a backup (npm run pejling -- restore <file>).'
    super(
      `There is no database in ${config.dataFolder}; nothing was done. If it is in another folder, set PEJLING_DATA to that. ${make}`,
    )
    this.name = 'NoInstallationError'
  }
}

/** Opens the installation's database as it is. Throws a {@link NoInstallationError} or a `SchemaVersionError`. */
export function openInstallation(config: Config, demonstration: boolean): Database {
  try {
    return openDatabase(databaseFile(config, demonstration), systemClock)
  } catch (error) {
    if (error instanceof NoDatabaseError) throw new NoInstallationError(config, demonstration)
    throw error
  }
}

/** Locks the data folder for this process, and creates it where there is none. Returns the function that unlocks it. */
export function lockInstallation(config: Config, demonstration: boolean): () => void {
  mkdirSync(config.dataFolder, { recursive: true, mode: 0o700 })
  return lockFolder(config.dataFolder, `${databaseFile(config, demonstration)}.lock`)
}

/** Creates the installation's database where there is none. Returns whether it did. */
export function makeInstallation(config: Config, demonstration: boolean): boolean {
  const file = databaseFile(config, demonstration)
  if (schemaState(file) !== 'none') return false
  const unlock = lockInstallation(config, demonstration)
  try {
    migrateDatabase(file, systemClock).connection.close()
  } finally {
    unlock()
  }
  return true
}

/** Thrown where a data folder cannot be loaded; the message has a line for each problem. */
export class DeliveryError extends Error {
  override name = 'DeliveryError'
}

/** Reads a data folder. Throws {@link DeliveryError}. */
export function readDeliveryFolder(folder: string): Delivery {
  if (!existsSync(folder)) throw new DeliveryError(`There is no folder ${folder}`)
  const read = readDelivery(readFolder(folder))
  if ('delivery' in read) return read.delivery
  const lines = read.problems.map(({ file, where, detail }) => `  ${file}${where ? ` ${where}` : ''}: ${detail}`)
  throw new DeliveryError(`${folder} cannot be loaded; nothing was changed:\n${lines.join('\n')}`)
}

/** The result of a start. */
export interface FirstStart {
  readonly administrator: { readonly email: string; readonly password: string } | null
  /** The newest release; 0: nothing is published until a person publishes it. */
  readonly release: number
}

function loadDelivered(db: Database, demonstration: boolean): void {
  const delivered = readDeliveryFolder(deliveredFolder)
  const settings = { seed: demonstrationSeed, today: danishDay(db.clock()) }
  const delivery = demonstration ? demonstrate(delivered, settings) : delivered
  seed(db, system, { delivery, isFirstStart: true })
}

/** Publishes the data that a first start has loaded. */
function publishFirst(db: Database, demonstration: boolean): void {
  if (demonstration) {
    for (const { slug } of listDefinitions(db, kinds.meeting)) {
      if (newestShared(db, slug) === null) shareMeeting(db, system, slug, 'public')
    }
  }
  publish(db, system, {
    title: demonstration
      ? { da: 'Demonstration: opfundne tal', en: 'Demonstration: invented figures' }
      : { da: 'Politikken og de første tal', en: 'The policy and the first figures' },
    note: null,
    indicators: 'all',
  })
}

/**
 * Prepares an installation. An empty one gets the delivered policy and figures (or the demonstration set), published as release 1;
 * the database records that this has begun, so that the next start completes an interrupted one. Data that a person has loaded is
 * never published automatically. Where there is no account, an administrator is created.
 */
export function setUp(db: Database, demonstration: boolean): FirstStart {
  bringTokensUpToDate(db, system)
  if (isUntouched(db)) loadDelivered(db, demonstration)
  const store = openReleaseStore(db)
  // Invented figures disclose nothing, so they may be published automatically.
  const isUnpublishedDemonstration = demonstration && isDemonstration(db) && store.latestNumber() === 0
  if (isFirstStartUnfinished(db) || isUnpublishedDemonstration) publishFirst(db, demonstration)
  const release = store.latestNumber()
  if (hasUsers(db)) return { administrator: null, release }
  const account = { email: 'administrator@pejling.local', name: 'Administrator', role: 'administrator' } as const
  return { administrator: addUser(db, system, account), release }
}
