import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { earlierMigrations, makeOlderDatabase, migrations } from '../../apps/api/src/testing/older-database.fixture.ts'
import { start } from './command-line.ts'
import { repository } from './examples.ts'

let root: string
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'pejling-stopping-'))
})
afterAll(() => rmSync(root, { recursive: true }))

/** A server with half of a form on its way to it, and what comes back. */
async function halfAsked(name: string) {
  const data = join(root, name)
  mkdirSync(data)
  makeOlderDatabase(
    join(data, 'pejling.sqlite'),
    earlierMigrations(join(root, `${name}-migrations`), migrations.length),
  )
  const server = start(['serve'], data, { PORT: '0' })
  const { port } = new URL(/Pejling: (\S+)/.exec(await server.said(/Pejling: \S+/))?.[1] ?? '')
  const socket = connect(Number(port), '127.0.0.1')
  let answer = ''
  socket.on('data', (bytes) => (answer += bytes.toString()))
  socket.on('error', () => undefined)
  const closed = new Promise<string>((resolve) => socket.once('close', () => resolve(answer)))
  const form = 'email=a%40example.org&password=x'
  const head = `POST /admin/log-ind HTTP/1.1\r\nhost: x\r\norigin: http://x\r\ncontent-type: application/x-www-form-urlencoded\r\ncontent-length: ${form.length}\r\n\r\n`
  socket.write(head + form.slice(0, 5))
  // Answered later than the half form arrived: the server has it.
  await fetch(`http://127.0.0.1:${port}/healthz`, { headers: { connection: 'close' } })
  const isClosed = (): Promise<boolean> =>
    fetch(`http://127.0.0.1:${port}/healthz`).then(
      () => false,
      () => true,
    )
  return { server, socket, closed, isClosed, rest: form.slice(5) }
}

async function untilClosed({ isClosed }: { readonly isClosed: () => Promise<boolean> }): Promise<void> {
  while (!(await isClosed()));
}

it('told to stop, the server answers what it has begun to hear, and nothing else, and ends well', async () => {
  const asked = await halfAsked('term')
  asked.server.process.kill('SIGTERM')
  await untilClosed(asked)
  asked.socket.write(asked.rest)
  expect(await asked.closed).toMatch(/^HTTP\/1\.1 401 /)
  expect((await asked.server.ended).code).toBe(0)
})

it('a second ctrl-C ends it at once, whatever is under way', async () => {
  const asked = await halfAsked('twice')
  asked.server.process.kill('SIGINT')
  await untilClosed(asked)
  const again = setInterval(() => asked.server.process.kill('SIGINT'), 100)
  expect(await asked.closed).toBe('')
  expect((await asked.server.ended).code).toBe(130)
  clearInterval(again)
})

it('what the service of systemd starts stops well when it alone is told to', async () => {
  const unit = readFileSync(join(repository, 'deploy', 'pejling.service'), 'utf8')
  const [, command = ''] = /^ExecStart=\/usr\/bin\/node (.+)$/m.exec(unit) ?? []
  const service = spawn(process.execPath, command.split(' '), {
    cwd: repository,
    env: { ...process.env, PEJLING_DATA: join(root, 'service'), PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const { promise: started, resolve } = Promise.withResolvers<void>()
  let said = ''
  service.stdout.on('data', (bytes: Buffer) => {
    said += bytes.toString()
    if (/Pejling: \S+/.test(said)) resolve()
  })
  const ended = new Promise((done) => service.once('close', done))
  await started
  service.kill('SIGTERM')
  // Its standard output is closed when the last process that holds it has ended.
  expect(await ended).toBe(0)
  expect(said).toContain('Stopped.')
})
