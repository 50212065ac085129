import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { danishDay } from '@pejling/domain/period/danish-day'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { lastTokenDay } from '../accounts/tokens.ts'
import { schemaState, systemClock } from '../db/database.ts'
import { earlierMigrations, makeOlderDatabase, migrations } from '../testing/older-database.fixture.ts'
import { smallInstallation } from '../testing/installation.fixture.ts'
import { commands } from './commands.ts'
import { lockFolder } from '../installation/lock.ts'
import { run } from './main.ts'

/* What commands do where there is no database, or one of another version, and what a backup says and leaves. */

let root: string
let data: string
let file: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'pejling-commands-'))
  data = join(root, 'data')
  file = join(data, 'pejling.sqlite')
})
afterEach(() => rmSync(root, { recursive: true }))

/** Runs a command as the command line does; answers its exit code and every line it says. */
async function pejling(...argv: readonly string[]): Promise<{ code: number; lines: string[] }> {
  const lines: string[] = []
  const say = (text: string): void => void lines.push(...text.split('\n'))
  const code = await run(argv, { PEJLING_DATA: data, LOG_LEVEL: 'silent' }, say, say)
  return { code, lines }
}

function makeSmall(): void {
  mkdirSync(data)
  writeFileSync(file, smallInstallation().connection.serialize())
}

const digest = (): string[] =>
  readdirSync(data)
    .sort()
    .map(
      (name) =>
        `${name} ${createHash('sha256')
          .update(readFileSync(join(data, name)))
          .digest('hex')}`,
    )

function makeOlder(): void {
  mkdirSync(data)
  makeOlderDatabase(file, earlierMigrations(join(root, 'migrations'), migrations.length - 1))
}
function makeNewer(): void {
  makeSmall()
  const later = new Sqlite(file)
  later.exec("INSERT INTO __drizzle_migrations (hash, created_at) VALUES ('later', 9999999999999)")
  later.close()
}

const copy = (): string => join(root, 'copy.sqlite')
const leftOver = (): string[] =>
  readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => name.includes('incoming'))

const positionals: Readonly<Record<string, readonly string[]>> = {
  user: ['add', 'eva@example.org'],
  token: ['add', 'skript'],
  webhook: ['add', 'avisen', 'https://example.org/'],
}
const options = {
  indicator: 'taler',
  title: 'Titel',
  name: 'Eva',
  role: 'editor',
  user: 'eva@example.org',
  expires: '2027-01-31',
  scope: 'figures:read',
}

/** A command as its first usage has it, with something at every place and for every option. */
function called(name: string): string[] {
  const usage = commands.get(name)?.usages[0] ?? ''
  const given = Object.entries(options).filter(([option]) => usage.includes(`--${option} `))
  const takesFile = usage.startsWith(`${name} <`)
  return [
    name,
    ...(positionals[name] ?? (takesFile ? [join(root, 'fil')] : [])),
    ...given.flatMap(([option, value]) => [`--${option}`, value]),
  ]
}

/** Every command there is but these, called with all it may need. */
const allBut = (...left: readonly string[]): string[][] =>
  [...commands.keys()].filter((name) => !left.includes(name)).map(called)

describe('where there is no database', () => {
  it.each(['no folder', 'an empty folder', 'an empty file'])('every command refuses %s in one line', async (what) => {
    if (what !== 'no folder') mkdirSync(data)
    if (what === 'an empty file') writeFileSync(file, '')
    const before = existsSync(data) && readdirSync(data)
    for (const command of allBut('serve', 'seed', 'restore')) {
      const { code, lines } = await pejling(...command)
      expect([command[0], code, lines.length]).toEqual([command[0], 1, 1])
      expect(lines[0]).toContain(`There is no database in ${data}`)
      expect(lines[0]).toMatch(/PEJLING_DATA.*npm start.*seed.*restore/)
    }
    expect(existsSync(data) && readdirSync(data)).toEqual(before)
    expect(existsSync(join(root, 'fil'))).toBe(false)
  })

  it('loading a data folder makes one and says so; a folder that cannot be loaded makes none', async () => {
    expect(await pejling('seed', join(root, 'findes-ikke'))).toMatchObject({ code: 1 })
    expect(await pejling('restore', join(root, 'findes-ikke'))).toMatchObject({ code: 1 })
    expect(existsSync(data)).toBe(false)
    const { code, lines } = await pejling('seed')
    expect(code, lines.join('\n')).toBe(0)
    expect(lines[0]).toBe(`Made ${file}.`)
    expect([statSync(data).mode & 0o777, statSync(file).mode & 0o777]).toEqual([0o700, 0o600])
    expect((await pejling('seed')).lines[0]).toMatch(/^Figures: 0 new/)
  })
})

describe('where the database is of another version', () => {
  it.each([
    ['an earlier', makeOlder, /schema of an earlier version.*nothing was changed.*migrate/, ['migrate']],
    ['a later', makeNewer, /used by a later version.*nothing was changed.*restore the backup/, []],
  ] as const)(
    'every command refuses one of %s version in one line and leaves it as it is',
    async (_, make, says, may) => {
      make()
      const before = digest()
      for (const command of allBut('serve', 'restore', ...may)) {
        const { code, lines } = await pejling(...command)
        expect([command[0], code, lines.length, lines[0]]).toEqual([command[0], 1, 1, expect.stringMatching(says)])
      }
      expect(digest().filter((one) => !one.startsWith('pejling.sqlite.lock'))).toEqual(before)
      expect(existsSync(join(root, 'fil'))).toBe(false)
    },
  )

  it('refuses what is no database of Pejling, and does not touch it', async () => {
    mkdirSync(data)
    writeFileSync(file, 'Dette er et regneark, og langt nok til at være noget helt andet end en database.'.repeat(20))
    const before = digest()
    for (const command of allBut('serve', 'restore', 'migrate')) {
      expect(await pejling(...command)).toMatchObject({
        code: 1,
        lines: [expect.stringContaining('no database of Pejling')],
      })
    }
    expect(digest()).toEqual(before)
  })

  it('is migrated on request alone, and not while a server runs', async () => {
    makeOlder()
    const unlock = lockFolder(data, `${file}.lock`)
    try {
      const refused = await pejling('migrate')
      expect(refused).toMatchObject({ code: 1, lines: [expect.stringContaining('Another Pejling is running')] })
      expect(schemaState(file)).toBe('older')
    } finally {
      unlock()
    }
    const migrated = await pejling('migrate')
    expect(migrated).toMatchObject({
      code: 0,
      lines: expect.arrayContaining([expect.stringContaining('been migrated')]),
    })
    expect(await pejling('migrate')).toMatchObject({ code: 0, lines: [expect.stringContaining('already')] })
    expect(await pejling('verify')).toMatchObject({ code: 0 })
  })
})

describe('what a command does not know', () => {
  const usages = [...commands.values()].flatMap((command) => command.usages)

  it.each(usages)('is refused, and nothing is done: %s', async (usage) => {
    makeSmall()
    const before = digest()
    const words = usage
      .split(' ')
      .filter((word, index, all) => /^[a-z][a-z-]*$/.test(word) && !all[index - 1]?.startsWith('--'))
    const places =
      usage
        .replaceAll(/--\S+ <[^>]*>/g, '')
        .match(/<[^>]*>/g)
        ?.map(() => join(root, 'fil')) ?? []
    const unknown = [
      ...Object.entries({ ...options, release: '1', period: '2024' })
        .filter(([name]) => !usage.includes(`--${name} `))
        .map(([name, value]) => [`--${name}`, value]),
      ...['dry-run', 'overwrite'].filter((name) => !usage.includes(`--${name}`)).map((name) => [`--${name}`]),
      ['--findes-ikke'],
      ['et', 'ord', 'for', 'meget'],
    ]
    for (const more of unknown) {
      const { code, lines } = await pejling(...words, ...places, ...more)
      expect([more, code, lines[0]]).toEqual([
        more,
        2,
        expect.stringContaining(more[0] === 'et' ? 'ord' : (more[0] ?? '')),
      ])
    }
    expect(digest()).toEqual(before)
  })

  it('may be the word after the command, and is told which there are', async () => {
    makeSmall()
    const { code, lines } = await pejling('token', 'rotate', 'x')
    expect([code, lines[0]]).toEqual([2, expect.stringContaining('"token add", "token list", "token remove"')])
  })
})

it('a token is made, listed and removed', async () => {
  makeSmall()
  const about = ['--user', 'eva@example.org', '--expires', lastTokenDay(danishDay(systemClock()))]
  await pejling('user', 'add', 'eva@example.org', '--name', 'Eva', '--role', 'editor')
  const whole = await pejling('token', 'add', 'skript', ...about)
  expect(whole).toMatchObject({ code: 1, lines: [expect.stringContaining('figures:read, figures:write, imports')] })
  const scopes = ['--scope', 'figures:read', '--scope', 'imports', '--indicator', 'taler']
  expect((await pejling('token', 'add', 'skript', ...about, ...scopes)).lines[0]).toMatch(/^Shown once: pejling_/)
  const { lines } = await pejling('token', 'list')
  expect(lines.at(-1)).toMatch(/^skript\teva@example.org\tfigures:read imports\ttaler\t20\d\d-\d\d-\d\d\tnever$/)
  expect((await pejling('token', 'remove', 'skript')).code).toBe(0)
  expect([(await pejling('token', 'list')).lines.length, (await pejling('token', 'remove', 'skript')).code]).toEqual([
    1, 1,
  ])
})

describe('a backup', () => {
  it('says what it holds, is its owner’s alone, and replaces another only when told', async () => {
    makeSmall()
    const { code, lines } = await pejling('backup', copy())
    expect([code, lines[0]]).toEqual([0, `${copy()} is a whole copy, proven.`])
    const said = lines.join('\n')
    expect(said).toContain(`a copy of ${file}, of `)
    expect(said).toMatch(/1 release, 3 indicators and 25 figures; the newest change set is 2, of 2026-11-01T/)
    expect(statSync(copy()).mode & 0o777).toBe(0o600)
    const before = readFileSync(copy())
    const again = await pejling('backup', copy())
    expect(again).toMatchObject({ code: 1, lines: [expect.stringMatching(/is there already.*--overwrite/)] })
    expect(readFileSync(copy())).toEqual(before)
    await pejling('user', 'add', 'eva@example.org', '--name', 'Eva', '--role', 'editor')
    expect((await pejling('backup', copy(), '--overwrite')).lines.join('\n')).toContain('newest change set is 3')
    expect(leftOver()).toEqual([])
  })

  it('that cannot be written ends with one line and leaves nothing', async () => {
    makeSmall()
    writeFileSync(join(root, 'fil'), '')
    for (const target of [
      join(root, 'ingen', 'x.sqlite'),
      root,
      join(root, 'fil', 'x.sqlite'),
      '/proc/x.sqlite',
      file,
    ]) {
      for (const more of [[], ['--overwrite']]) {
        const { code, lines } = await pejling('backup', target, ...more)
        expect([target, code, lines.length]).toEqual([target, 1, 1])
        expect(lines[0]).toContain(target === join(root, 'ingen', 'x.sqlite') ? join(root, 'ingen') : target)
      }
    }
    expect(leftOver()).toEqual([])
    expect(await pejling('verify')).toMatchObject({ code: 0 })
  })

  it('of a damaged database is refused, says where the damage is, and leaves nothing', async () => {
    makeSmall()
    const damaged = new Sqlite(file)
    damaged.exec("UPDATE releases SET title = replace(title, 'udgivelse', 'forfalskning')")
    damaged.close()
    const { code, lines } = await pejling('backup', copy())
    expect([code, lines[0], lines[1]]).toEqual([
      1,
      expect.stringContaining('is damaged'),
      expect.stringContaining('release 1'),
    ])
    expect([leftOver(), existsSync(copy())]).toEqual([[], false])
  })

  it('that is stopped by a signal leaves nothing', async () => {
    makeSmall()
    writeFileSync(`${copy()}.incoming`, 'what a machine that lost its power left')
    const taken = pejling('backup', copy())
    process.emit('SIGTERM')
    expect(await taken).toMatchObject({ code: 1, lines: [expect.stringContaining('Stopped')] })
    expect([leftOver(), existsSync(copy())]).toEqual([[], false])
    expect(await pejling('backup', copy())).toMatchObject({ code: 0 })
  })
})

it('a disk or a database that cannot be used is one line, and no trace of the program', async () => {
  makeSmall()
  const bytes = readFileSync(file)
  bytes.fill(7, 4096)
  writeFileSync(file, bytes)
  for (const command of [['releases'], ['export', '/proc/nej']]) {
    const { code, lines } = await pejling(...command)
    expect([command[0], code, lines.length]).toEqual([command[0], 1, 1])
  }
})

it('every sentence of the newest release is written to the file that is named', async () => {
  makeSmall()
  const document = join(root, 'sentences.md')
  expect(await pejling('sentences', document)).toMatchObject({ code: 0, lines: [expect.stringContaining(document)] })
  expect(readFileSync(document, 'utf8')).toContain('### Dansk: /indikator/deltagelse')
})
