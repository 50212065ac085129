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

/** Thrown where a command needs a database and its folder holds none; the message says how one is made. */
export class NoInstallationError extends Error {
  constructor(config: Config, demonstration: boolean) {
    const make = demonstration
      ? 'Start the demonstration once (npm start -- --demo) to make one.'
      : 'Make one by starting Pejling (npm start), by loading a data folder (npm run pejling -- seed <dir>) or from a backup (npm run pejling -- restore <file>).'
    super(
      `There is no database in ${config.dataFolder}; nothing was done. If it is elsewhere, name its folder with PEJLING_DATA. ${make}`,
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

/** Takes the data folder for this process alone, and makes it where there is none. Returns how to give it back. */
export function lockInstallation(config: Config, demonstration: boolean): () => void {
  mkdirSync(config.dataFolder, { recursive: true, mode: 0o700 })
  return lockFolder(config.dataFolder, `${databaseFile(config, demonstration)}.lock`)
}

/** Makes the installation's database where there is none. Returns whether it did. */
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

/** Thrown where a data folder cannot be loaded; the message has a line for each thing that is wrong with it. */
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

/** What a start found or made. */
export interface FirstStart {
  readonly administrator: { readonly email: string; readonly password: string } | null
  /** The newest release; 0: nothing is published, and nothing will be until a person does it. */
  readonly release: number
}

function loadDelivered(db: Database, demonstration: boolean): void {
  const delivered = readDeliveryFolder(deliveredFolder)
  const settings = { seed: demonstrationSeed, today: danishDay(db.clock()) }
  const delivery = demonstration ? demonstrate(delivered, settings) : delivered
  seed(db, system, { delivery, isFirstStart: true })
}

/** Publishes what a first start has loaded. */
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
 * Makes an installation ready. One in which nothing has been written yet gets the delivered policy and figures (or the
 * demonstration set), published as release 1; the database notes that this has begun, so that a start cut short is finished by the
 * next. What a person has loaded is published by a person alone. Where there is no account, an administrator is made.
 */
export function setUp(db: Database, demonstration: boolean): FirstStart {
  bringTokensUpToDate(db, system)
  if (isUntouched(db)) loadDelivered(db, demonstration)
  const store = openReleaseStore(db)
  // Invented figures are nobody's: nothing is given away by publishing them.
  const isUnpublishedDemonstration = demonstration && isDemonstration(db) && store.latestNumber() === 0
  if (isFirstStartUnfinished(db) || isUnpublishedDemonstration) publishFirst(db, demonstration)
  const release = store.latestNumber()
  if (hasUsers(db)) return { administrator: null, release }
  const account = { email: 'administrator@pejling.local', name: 'Administrator', role: 'administrator' } as const
  return { administrator: addUser(db, system, account), release }
}
