import { createInterface } from 'node:readline/promises'

/*
 * A command that waits, all loaded, until it is told what to do: one line of arguments as JSON. Run by ./commands-to-kill.ts, which
 * ends it without a word of warning.
 */

const [program = ''] = process.argv.slice(2)
type Run = (
  argv: readonly string[],
  environment: NodeJS.ProcessEnv,
  print: (line: string) => void,
  complain: (line: string) => void,
) => Promise<number>
const { run }: { run: Run } = await import(program)

const say = (line: string): void => void process.stdout.write(`${line}\n`)
say('ready')
for await (const line of createInterface(process.stdin)) {
  const { argv, data }: { argv: string[]; data: string } = JSON.parse(line)
  say(`ended ${await run(argv, { ...process.env, PEJLING_DATA: data }, say, say)}`)
  break
}
process.exit()
