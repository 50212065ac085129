import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, request as ask, type IncomingMessage, type Server } from 'node:http'
import { request as askSecurely } from 'node:https'
import { connect, createServer as createSocket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Duplex } from 'node:stream'
import { text } from 'node:stream/consumers'
import { afterAll, afterEach, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { addUser } from '../../apps/api/src/accounts/users.ts'
import { system } from '../../apps/api/src/db/actor.ts'
import { openDatabase, systemClock } from '../../apps/api/src/db/database.ts'
import { choosePassword } from '../../apps/api/src/testing/accounts.fixture.ts'
import { smallInstallation } from '../../apps/api/src/testing/installation.fixture.ts'
import { start, type Running } from './command-line.ts'
import { repository } from './examples.ts'

/* Behind the proxies that municipalities have: nginx with the delivered file, one that sends a host of its own, and one to the internet. */

const host = 'maal.example.dk'
const email = 'eva@example.dk'
const passphrase = 'en ganske lang adgangssætning'

let root: string
let running: Running | undefined
let nginx: ChildProcess | undefined
let proxy: Server | undefined
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'pejling-proxies-'))
})
afterEach(async () => {
  nginx?.kill('SIGTERM')
  running?.process.kill('SIGTERM')
  await running?.ended
  proxy?.closeAllConnections()
  await new Promise<void>((resolve) => (proxy ? proxy.close(() => resolve()) : resolve()))
  proxy = undefined
})
afterAll(() => rmSync(root, { recursive: true }))

const portOf = (server: { address: () => unknown }): number => {
  const address = server.address()
  if (typeof address !== 'object' || address === null || !('port' in address)) throw new Error('It listens nowhere')
  return Number(address.port)
}

/** A port that no one listens at. */
async function freePort(): Promise<number> {
  const server = createSocket()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const port = portOf(server)
  await new Promise<void>((resolve) => server.close(() => resolve()))
  return port
}

/** Starts Pejling with an editor who has a password, behind a proxy of this machine. Returns its port. */
async function startPejling(name: string, environment: Readonly<Record<string, string>>): Promise<number> {
  const data = join(root, name)
  mkdirSync(data)
  const file = join(data, 'pejling.sqlite')
  writeFileSync(file, smallInstallation().connection.serialize())
  const db = openDatabase(file, systemClock)
  const { password } = addUser(db, system, { email, name: 'Eva', role: 'editor' })
  await choosePassword(db, email, password, passphrase)
  db.connection.close()
  running = start(['serve'], data, { PORT: '0', PEJLING_URL: `https://${host}`, LOG_LEVEL: 'warn', ...environment })
  const said = await running.said(/Pejling: \S+/)
  return Number(/Pejling: \S+:(\d+)/.exec(said)?.[1])
}

interface Asked {
  readonly method?: string
  readonly path: string
  readonly body?: string
  /** The address it is asked from: all of 127.0.0.0/8 are of this machine. */
  readonly from?: string
  readonly headers?: Readonly<Record<string, string>>
}

interface Answer {
  readonly status: number
  readonly headers: IncomingMessage['headers']
  readonly body: string
}

const answerOf = async (incoming: IncomingMessage): Promise<Answer> => ({
  status: incoming.statusCode ?? 0,
  headers: incoming.headers,
  body: await text(incoming),
})

/** Asks nginx over TLS, as a browser that is led to it by name. */
const askNginx = (port: number, { method = 'GET', path, body, from, headers }: Asked): Promise<Answer> =>
  new Promise((resolve, reject) => {
    askSecurely(
      {
        host: '127.0.0.1',
        port,
        method,
        path,
        headers: { host, ...headers },
        rejectUnauthorized: false,
        agent: false,
        ...(from !== undefined && { localAddress: from }),
      },
      (incoming) => void answerOf(incoming).then(resolve, reject),
    )
      .once('error', reject)
      .end(body)
  })

/** What a browser sends with the form for signing in. */
const signingIn = (password: string, more: Partial<Asked> = {}): Asked => ({
  method: 'POST',
  path: '/admin/log-ind',
  body: new URLSearchParams({ email, password }).toString(),
  ...more,
  headers: {
    origin: `https://${host}`,
    'content-type': 'application/x-www-form-urlencoded',
    'sec-fetch-site': 'same-origin',
    ...more.headers,
  },
})

/** Starts nginx with the delivered file, before Pejling at a port. Returns the port it listens at. */
async function startNginx(pejling: number): Promise<number> {
  const folder = join(root, 'nginx')
  mkdirSync(folder)
  const subject = ['-subj', `/CN=${host}`, '-keyout', join(folder, 'key.pem'), '-out', join(folder, 'chain.pem')]
  const made = spawnSync('/usr/bin/openssl', ['req', '-x509', '-newkey', 'ed25519', '-nodes', '-days', '1', ...subject])
  expect(made.status).toBe(0)
  const port = await freePort()
  const delivered = readFileSync(join(repository, 'deploy', 'nginx.conf'), 'utf8')
  const servers = delivered
    .replaceAll('listen 443 ssl', `listen 127.0.0.1:${port} ssl`)
    .replaceAll(/^\s*listen \[::\].*$/gm, '')
    .replaceAll('listen 80;', `listen unix:${folder}/plain.sock;`)
    .replaceAll(/\/etc\/letsencrypt\S*privkey\.pem/g, join(folder, 'key.pem'))
    .replaceAll(/\/etc\/letsencrypt\S*fullchain\.pem/g, join(folder, 'chain.pem'))
    .replaceAll('/var/log/nginx/error.log', join(folder, 'error.log'))
    .replaceAll('http://127.0.0.1:4200', `http://127.0.0.1:${pejling}`)
  const rooms = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((room) => `${room}_temp_path ${folder};`)
  const file = join(folder, 'nginx.conf')
  copyFileSync('/etc/nginx/mime.types', join(folder, 'mime.types'))
  writeFileSync(file, `events {}\nhttp {\naccess_log off;\n${rooms.join('\n')}\n${servers}\n}\n`)
  const settings = `pid ${folder}/pid; daemon off;`
  nginx = spawn('/usr/sbin/nginx', ['-e', join(folder, 'error.log'), '-g', settings, '-c', file])
  await expect
    .poll(() =>
      askNginx(port, { path: '/healthz' }).then(
        ({ status }) => status,
        () => 0,
      ),
    )
    .toBe(200)
  return port
}

describe('behind nginx with the delivered file', () => {
  it('people sign in, guesses count by the true address, and nobody reads the metrics', async () => {
    const metrics = await freePort()
    const pejling = await startPejling('nginx-data', {
      PEJLING_PROXY: '127.0.0.1',
      PEJLING_METRICS: String(metrics),
    })
    const port = await startNginx(pejling)

    const page = await askNginx(port, { path: '/en/goal/1.1' })
    expect(page).toMatchObject({ status: 200, headers: { 'x-content-type-options': 'nosniff' } })
    expect(page.headers['strict-transport-security']).toMatch(/max-age=/)

    // A guesser elsewhere is made to wait, whatever addresses they claim to have.
    const guess = (index: number): Promise<Answer> =>
      askNginx(
        port,
        signingIn(`forkert ${index}`, { from: '127.0.0.9', headers: { 'x-forwarded-for': `10.0.0.${index}` } }),
      )
    const guesses: number[] = []
    for (let index = 0; index < 8; index += 1) guesses.push((await guess(index)).status)
    expect(guesses).toContain(429)
    const signedIn = await askNginx(port, signingIn(passphrase, { from: '127.0.0.2' }))
    expect(signedIn.status).toBe(303)
    const cookies = signedIn.headers['set-cookie']?.join('\n') ?? ''
    expect(cookies).toMatch(/^__Host-pejling=[^;]+;.*Path=\/;.*HttpOnly;.*Secure/m)
    const cookie = /^(__Host-pejling=[^;]+)/m.exec(cookies)?.[1] ?? ''
    expect((await askNginx(port, { path: '/admin', headers: { cookie } })).status).toBe(200)

    const spellings = [
      '/metrics',
      '/metrics/',
      '//metrics',
      '/metrics?x',
      '/%6detrics',
      '/metrics;x',
      '/./metrics',
      '/en/../metrics',
    ]
    for (const path of spellings) {
      const { status, body } = await askNginx(port, { path })
      expect([path, status === 200 || body.includes('pejling_release ')]).toEqual([path, false])
    }
    const own = await fetch(`http://127.0.0.1:${metrics}/metrics`)
    expect(await own.text()).toContain('pejling_release 1')
    expect((await fetch(`http://127.0.0.1:${metrics}/admin`)).status).toBe(404)
  })
})

/** A proxy that asks with a host of its own, as Apache and IIS do unless told otherwise. Returns its port. */
async function startRewriting(to: number, headers: Readonly<Record<string, string>>): Promise<number> {
  proxy = createServer((incoming, outgoing) => {
    const own = { ...incoming.headers, host: `127.0.0.1:${to}`, ...headers }
    const asked = ask(
      { host: '127.0.0.1', port: to, method: incoming.method, path: incoming.url, headers: own },
      (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.rawHeaders)
        answer.pipe(outgoing)
      },
    )
    asked.once('error', () => outgoing.destroy())
    incoming.pipe(asked)
  })
  await new Promise<void>((resolve) => proxy?.listen(0, '127.0.0.1', resolve))
  return portOf(proxy)
}

const askPlainly = (port: number, { method = 'GET', path, body, headers }: Asked): Promise<Answer> =>
  new Promise((resolve, reject) => {
    ask({ host: '127.0.0.1', port, method, path, headers: { host, ...headers }, agent: false }, (incoming) => {
      void answerOf(incoming).then(resolve, reject)
    })
      .once('error', reject)
      .end(body)
  })

describe('behind a proxy that sends a host of its own', () => {
  it('people sign in, also with browsers that say less, and strangers’ pages send no form', async () => {
    const pejling = await startPejling('rewriting', { PEJLING_PROXY: '127.0.0.1' })
    const port = await startRewriting(pejling, {})
    expect((await askPlainly(port, signingIn(passphrase))).status).toBe(303)
    const { headers, ...older } = signingIn(passphrase)
    const { 'sec-fetch-site': _said, ...less } = headers ?? {}
    expect((await askPlainly(port, { ...older, headers: less })).status).toBe(303)
    const foreign = { origin: 'https://fremmed.example', 'sec-fetch-site': 'cross-site' }
    expect((await askPlainly(port, signingIn(passphrase, { headers: foreign }))).status).toBe(403)
    const { origin: _own, ...unsaid } = less
    expect(
      (await askPlainly(port, { ...older, headers: { ...unsaid, origin: 'https://fremmed.example' } })).status,
    ).toBe(403)
  })

  it('a proxy that is not configured is warned of in the log, once', async () => {
    const pejling = await startPejling('unnamed', {})
    const port = await startRewriting(pejling, { 'x-forwarded-for': '192.0.2.7' })
    for (let index = 0; index < 3; index += 1) await askPlainly(port, { path: '/healthz' })
    running?.process.kill('SIGTERM')
    const { output } = (await running?.ended) ?? { output: '' }
    expect(output.match(/PEJLING_PROXY is not set/g)).toHaveLength(1)
    expect(output).not.toContain('192.0.2.7')
  })
})

describe('where the internet is reached through a proxy', () => {
  const launch = join(repository, 'scripts', 'launch.mjs')
  const fetchWith = (data: string, environment: Readonly<Record<string, string>>): Promise<number | null> =>
    new Promise((resolve) => {
      const env = { ...process.env, PEJLING_DATA: data, ...environment }
      const command = ['cli', 'fetch', '--indicator', 'valgdeltagelse-kv', '--dry-run']
      spawn(process.execPath, [launch, ...command], { env, stdio: 'ignore' }).once('close', resolve)
    })

  it('StatBank is asked through it, and what is on this machine without', async () => {
    const asked: string[] = []
    const statbank = createServer((incoming, outgoing) => {
      asked.push(`${incoming.method} ${incoming.url}`)
      outgoing.writeHead(404).end()
    })
    await new Promise<void>((resolve) => statbank.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => void statbank.close())
    // A proxy leads to where it is asked to, here always to the same.
    proxy = createServer().on('connect', (incoming: IncomingMessage, socket: Duplex) => {
      asked.push(`CONNECT ${incoming.url}`)
      const there = connect(portOf(statbank), '127.0.0.1', () => {
        socket.write('HTTP/1.1 200 Connection Established\r\n\r\n')
        there.pipe(socket).pipe(there)
      })
    })
    await new Promise<void>((resolve) => proxy?.listen(0, '127.0.0.1', resolve))
    const through = `http://127.0.0.1:${portOf(proxy)}`
    const data = join(root, 'outward')
    mkdirSync(data)
    expect((await start(['seed', join(repository, 'data')], data).ended).code).toBe(0)
    await fetchWith(data, { HTTP_PROXY: through, PEJLING_STATBANK_URL: 'http://statbank.invalid/v1' })
    expect(asked).toEqual(['CONNECT statbank.invalid:80', 'POST /v1/tableinfo'])
    asked.length = 0
    await fetchWith(data, { HTTP_PROXY: through, PEJLING_STATBANK_URL: `http://127.0.0.1:${portOf(statbank)}/v1` })
    expect(asked).toEqual(['POST /v1/tableinfo'])
  })
})
