import { deskPages } from '@pejling/addresses/words'
import { startServer } from '../server.ts'
import type { CommandContext } from './command.ts'
import { writesToJournal } from './journal.ts'

/** A second ctrl-C comes later than this, in milliseconds; a sooner signal is the same one, passed on by a parent process. */
const secondPress = 300

/** Resolves on SIGTERM or ctrl-C. A second ctrl-C ends the process at once. */
function stopSignal(): Promise<void> {
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

/** Runs the server until a stop signal; requests in progress are answered first. */
export async function serve({ config, options, print }: CommandContext): Promise<number> {
  const stopped = stopSignal()
  const server = await startServer(config, { demonstration: options.demo === true })
  const { administrator } = server.firstStart
  if (administrator) {
    print(`Administrator: ${administrator.email}`)
    // Others can read the system's journal, so no password is printed there.
    print(
      writesToJournal(process.env['JOURNAL_STREAM'], process.stdout.fd)
        ? `Create its one-time password: npm run pejling -- user password ${administrator.email}`
        : `One-time password, shown only now: ${administrator.password}`,
    )
  }
  print(`Pejling: ${server.url}${options.demo ? '  (demonstration: invented figures)' : ''}`)
  if (server.firstStart.release === 0) {
    print(
      `Nothing is published yet, and nothing is published automatically. Review the drafts and publish them at ${server.url}${deskPages.publish}, or with npm run pejling -- publish --title "…".`,
    )
  }
  await stopped
  await server.stop()
  print('Stopped.')
  return 0
}
