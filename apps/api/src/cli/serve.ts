import { startServer } from '../server.ts'
import type { CommandContext } from './commands.ts'

/** Serves until it is told to stop, by ctrl-C or by the system. */
export async function serve({ config, options, print }: CommandContext): Promise<number> {
  const stopped = Promise.withResolvers<void>()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stopped.resolve())
  const server = await startServer(config, { demonstration: options.demo === true })
  const { administrator } = server.firstStart
  if (administrator) {
    print(`Administrator: ${administrator.email}`)
    print(`One-time password, shown only now: ${administrator.password}`)
  }
  print(`Pejling: ${server.url}${options.demo ? '  (demonstration: invented figures)' : ''}`)
  if (server.firstStart.release === 0) {
    print(
      `Nothing is published, and nothing is published by itself: look it through and publish at ${server.url}/admin/udgiv, or by npm run pejling -- publish --title "…".`,
    )
  }
  await stopped.promise
  await server.stop()
  print('Stopped.')
  return 0
}
