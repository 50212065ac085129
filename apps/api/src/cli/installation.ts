import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { addUser, hasUsers } from '../accounts/users.ts'
import type { Config } from '../config.ts'
import { system } from '../db/actor.ts'
import { openDatabase, systemClock, type Database } from '../db/database.ts'
import { demonstrate } from '../demonstration/demonstrate.ts'
import { readDelivery } from '../formats/data-folder.ts'
import type { Delivery } from '../formats/delivery.ts'
import { readFolder } from '../formats/folder.ts'
import { publish } from '../releases/publish.ts'
import { openReleaseStore } from '../releases/release-store.ts'
import { shareMeeting } from '../releases/share-meeting.ts'
import { isEmpty, seed } from '../workspace/seed.ts'

/** The policy, catalogue and figures that the product is delivered with. */
export const deliveredFolder = fileURLToPath(new URL('../../../../data', import.meta.url))

/** The demonstration set is the same for everyone. */
const demonstrationSeed = 2026

/** The database's file. The demonstration set has one of its own, so that invented figures never stand beside real ones. */
export function databaseFile(config: Config, demonstration: boolean): string {
  return join(config.dataFolder, demonstration ? 'demonstration.sqlite' : 'pejling.sqlite')
}

/** Opens the installation's database, making the folder where there is none. */
export function openInstallation(config: Config, demonstration: boolean): Database {
  mkdirSync(config.dataFolder, { recursive: true })
  return openDatabase(databaseFile(config, demonstration), systemClock)
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

/** What a first start made. */
export interface FirstStart {
  readonly administrator: { readonly email: string; readonly password: string } | null
}

/**
 * Makes an empty installation ready: the delivered policy and figures (or the demonstration set), release 1 and an
 * administrator. Each step is whole in itself and left out where it is done, so a start cut short is finished by the next.
 */
export function setUp(db: Database, demonstration: boolean): FirstStart {
  if (isEmpty(db)) {
    const delivered = readDeliveryFolder(deliveredFolder)
    const delivery = demonstration ? demonstrate(delivered, demonstrationSeed) : delivered
    seed(db, system, { delivery })
    if (demonstration) {
      for (const { slug } of delivery.administration.meetings) shareMeeting(db, system, slug, 'public')
    }
  }
  if (openReleaseStore(db).latestNumber() === 0) {
    publish(db, system, {
      title: demonstration
        ? { da: 'Demonstration: opdigtede tal', en: 'Demonstration: invented figures' }
        : { da: 'Politikken og de første tal', en: 'The policy and the first figures' },
      note: null,
      indicators: 'all',
    })
  }
  if (hasUsers(db)) return { administrator: null }
  const account = { email: 'administrator@pejling.local', name: 'Administrator', role: 'administrator' } as const
  return { administrator: addUser(db, system, account) }
}
