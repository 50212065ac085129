import { deskPages } from '@pejling/addresses/words'
import { startServer } from '../server.ts'
import type { CommandContext } from './command.ts'
import { writesToJournal } from './journal.ts'

/** A second ctrl-C comes later than this, in milliseconds; what comes sooner is the same one, told by the programs in between. */
const secondPress = 300

/** Resolves when the process is told to stop, by ctrl-C or by the system. A second ctrl-C ends it at once. */
function toldToStop(): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  process.on('SIGTERM', () => resolve())
  let first: number | null = null
  process.on('SIGINT', () => {
    first ??= performance.now()
    if (performance.now() - first > secondPress) process.exit(130)
    resolve()
  })
  return promise
}

/** Serves until it is told to stop, and has answered what was under way. */
export async function serve({ config, options, print }: CommandContext): Promise<number> {
  const stopped = toldToStop()
  const server = await startServer(config, { demonstration: options.demo === true })
  const { administrator } = server.firstStart
  if (administrator) {
    print(`Administrator: ${administrator.email}`)
    // What a service prints is kept in the system's journal for others to read, so it prints no password.
    print(
      writesToJournal(process.env['JOURNAL_STREAM'], process.stdout.fd)
        ? `Make its one-time password: npm run pejling -- user password ${administrator.email}`
        : `One-time password, shown only now: ${administrator.password}`,
    )
  }
  print(`Pejling: ${server.url}${options.demo ? '  (demonstration: invented figures)' : ''}`)
  if (server.firstStart.release === 0) {
    print(
      `Nothing is published, and nothing is published by itself: look it through and publish at ${server.url}${deskPages.publish}, or by npm run pejling -- publish --title "…".`,
    )
  }
  await stopped
  await server.stop()
  print('Stopped.')
  return 0
}
