import { Readable } from 'node:stream'
import { ObservationsPatch } from '@pejling/domain/workspace/observations'
import { system } from '../../apps/api/src/db/actor.ts'
import { openDatabase, systemClock } from '../../apps/api/src/db/database.ts'
import { beginImport, findImport, recordMapping } from '../../apps/api/src/intake/imports.ts'
import { keepFile } from '../../apps/api/src/intake/kept-files.ts'
import { takeStep } from '../../apps/api/src/intake/steps.ts'
import { publish } from '../../apps/api/src/releases/publish.ts'
import { withdraw } from '../../apps/api/src/releases/withdraw.ts'
import { patchFigures } from '../../apps/api/src/workspace/observations/write-figures.ts'

/*
 * A person at work, over and over: saves two figures, imports a file of figures, publishes, withdraws one of the
 * figures that were saved; and says so after each. Run by ./killed-at-work.test.ts, which ends it without a word of warning.
 */

const [file = '', slug = '', email = '', first = '1'] = process.argv.slice(2)
const db = openDatabase(file, systemClock)
const who = { actor: { name: 'Ved arbejdet', role: 'publisher' }, email } as const
const silent = { progress: () => undefined, isCancelled: () => false }
const say = (what: string, round: number): void => {
  process.stdout.write(`${what} ${round}\n`)
}

for (let round = Number(first); ; round += 1) {
  const value = (round % 9000) / 100
  const observations = ['2024', '2017'].map((period) => ({ area: '217', period, value }))
  patchFigures(db, who, slug, ObservationsPatch.parse({ observations }))
  say('saved', round)

  const years = ['2019', '2020', '2021', '2022', '2023']
  const table = `area;period;value\n${years.map((year) => `217;${year};${String(value)}`).join('\n')}\n`
  const kept = await keepFile(db, Readable.from([Buffer.from(table)]), 1_000_000)
  const number = beginImport(db, { file: kept, name: `${round}.csv`, receivedBy: email, indicator: slug })
  await takeStep(db, number, { do: 'look', dialect: {}, place: null }, silent)
  const mapping = findImport(db, number)?.mapping
  if (mapping) recordMapping(db, number, { ...mapping, decimal: '.' })
  await takeStep(db, number, { do: 'try' }, silent)
  await takeStep(db, number, { do: 'apply', actor: who.actor }, silent)
  say('imported', round)

  publish(db, system, { title: { da: `Nr. ${round}`, en: `No. ${round}` }, note: null, indicators: 'all' })
  say('published', round)
  const reason = { da: `Nr. ${round}`, en: `No. ${round}` }
  withdraw(db, who.actor, { indicator: slug, series: '217', period: '2017', reason })
  say('withdrawn', round)
}
