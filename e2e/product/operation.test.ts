import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { pejling, start } from './command-line.ts'

/* The guide to running an installation, done: the commands that stand in it are the commands that are run. */

const guide = readFileSync(fileURLToPath(new URL('../../docs/operation.md', import.meta.url)), 'utf8')
let root: string
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'pejling-operation-'))
})
afterAll(() => rmSync(root, { recursive: true }))

/** The commands to Pejling under a heading of the guide, with its folders moved to a place that may be written. */
function commandsUnder(heading: string): string[][] {
  const section = guide.split(/^## /m).find((part) => part.startsWith(`${heading}\n`)) ?? ''
  const blocks = [...section.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, block = '']) => block)
  return blocks
    .flatMap((block) => block.split('\n'))
    .flatMap((line) => /^npm run pejling -- (.+)$/.exec(line)?.[1] ?? [])
    .map((line) => line.replaceAll('/var/backups', root).replaceAll('/srv', root).split(' '))
}

async function runUnder(heading: string, folder: string): Promise<string> {
  const commands = commandsUnder(heading)
  expect([heading, commands.length > 0]).toEqual([heading, true])
  let output = ''
  for (const command of commands) {
    const ended = await pejling(command, folder)
    expect(ended, ended.output).toMatchObject({ code: 0 })
    output += ended.output
  }
  return output
}

it('backs up while the server runs, restores what was lost, proves it, and starts again', async () => {
  const data = join(root, 'data')
  const running = start(['serve'], data, { PORT: '0' })
  await running.said(/Pejling: /)
  expect(await runUnder('Back up', data)).toContain('is a whole copy, proven')
  running.process.kill('SIGTERM')
  await running.ended

  rmSync(data, { recursive: true })
  const restored = await runUnder('Restore', data)
  expect(restored).toContain('The database and all releases are whole.')
  expect(restored).toMatch(/^1\t/m)
  expect(await runUnder('Upgrade', data)).toContain('The database and all releases are whole.')

  const again = start(['serve'], data, { PORT: '0' })
  const origin = /Pejling: (\S+)/.exec(await again.said(/Pejling: \S+/))?.[1]
  expect((await fetch(`${origin}/readyz`)).status).toBe(200)
  again.process.kill('SIGTERM')
  await again.ended
})
