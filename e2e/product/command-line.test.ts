import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pejling, start } from './command-line.ts'

const delivered = fileURLToPath(new URL('../../data', import.meta.url))
let root: string
const folder = (name: string): string => join(root, name)

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'pejling-cli-'))
})
afterAll(() => rmSync(root, { recursive: true }))

function filesBelow(path: string): string[] {
  return readdirSync(path, { recursive: true, encoding: 'utf8' }).sort()
}

describe('the first start', () => {
  it('publishes the delivered figures, makes an administrator, and stops cleanly', async () => {
    const running = start(['serve'], folder('first'), { PORT: '0' })
    const output = await running.said(/Pejling: http:\/\/localhost:\d+/)
    expect(output).toMatch(/Administrator: \S+@\S+/)
    expect(output).toMatch(/One-time password, shown only now: \S+/)
    const origin = /Pejling: (\S+)/.exec(output)?.[1]
    const answer = await fetch(`${origin}/api/v1/indicators/valgdeltagelse-kv`)
    expect(answer.status).toBe(200)
    const page = await fetch(`${origin}/indikator/valgdeltagelse-kv`)
    expect(await page.text()).toContain('Valgdeltagelse')
    running.process.kill('SIGINT')
    expect(await running.ended).toMatchObject({ code: 0, output: expect.stringContaining('Stopped.') })
  })

  it('is the only first one: the next keeps everything and prints no password', async () => {
    const running = start(['serve'], folder('first'), { PORT: '0' })
    expect(await running.said(/Pejling: /)).not.toContain('password')
    running.process.kill('SIGTERM')
    expect((await running.ended).code).toBe(0)
    expect((await pejling(['releases'], folder('first'))).output.trim().split('\n')).toHaveLength(1)
  })

  it('is refused on a folder another server is using', async () => {
    const running = start(['serve'], folder('first'), { PORT: '0' })
    await running.said(/Pejling: /)
    const second = await start(['serve'], folder('first'), { PORT: '0' }).ended
    expect(second).toMatchObject({ code: 1, output: expect.stringContaining('Another Pejling is running') })
    const restored = await pejling(['restore', folder('x')], folder('first'))
    expect(restored.output).toContain('Another Pejling is running')
    running.process.kill('SIGTERM')
    await running.ended
  })

  it('can be of the demonstration set, which keeps to itself', async () => {
    const running = start(['serve', '--demo'], folder('first'), { PORT: '0' })
    const origin = /Pejling: (\S+)/.exec(await running.said(/Pejling: /))?.[1]
    const answer = await fetch(`${origin}/api/v1/indicators/valgdeltagelse-kv`)
    expect(await answer.json()).toMatchObject({ demonstration: true })
    expect(await (await fetch(`${origin}/`)).text()).toMatch(/[Dd]emonstration/)
    running.process.kill('SIGTERM')
    await running.ended
  })
})

describe('the command line', () => {
  it('exports what it was given, byte for byte', async () => {
    await pejling(['seed'], folder('round'))
    await pejling(['export', folder('exported')], folder('round'))
    const files = filesBelow(folder('exported')).filter((name) => /\.(yaml|csv)$/.test(name))
    expect(files).toEqual(filesBelow(delivered).filter((name) => /\.(yaml|csv)$/.test(name)))
    for (const name of files) {
      expect(readFileSync(join(folder('exported'), name), 'utf8'), name).toBe(
        readFileSync(join(delivered, name), 'utf8'),
      )
    }
  })

  it('imports a table, says what would change first, and refuses a bad one whole', async () => {
    const file = join(root, 'tal.csv')
    writeFileSync(file, 'area;period;value\n217;2029-11-20;75,5\n217;2025-11-18;70,49\n')
    const importing = ['import', file, '--indicator', 'valgdeltagelse-kv']
    const dry = await pejling([...importing, '--dry-run'], folder('round'))
    expect(dry.output).toContain('Would import: 1 new')
    expect((await pejling(importing, folder('round'))).output).toContain('Imported: 1 new')
    expect((await pejling(importing, folder('round'))).output).toContain('Imported: 0 new')
    writeFileSync(file, 'area,period,value\n217,2029,tres\n')
    const bad = await pejling(importing, folder('round'))
    expect(bad.code).toBe(1)
    expect(bad.output).toMatch(/Nothing was imported from tal.csv:\n[\s\S]*line 2, cell C2: “tres”/)
    const unknown = await pejling(['import', file, '--indicator', 'findes-ikke'], folder('round'))
    expect(unknown).toMatchObject({ code: 1, output: expect.stringContaining('no indicator "findes-ikke"') })
  })

  it('publishes, lists, backs up, restores and verifies', async () => {
    const at = folder('round')
    expect((await pejling(['publish', '--title', 'Første', '--title-en', 'First'], at)).output).toMatch(
      /Published release 1/,
    )
    expect((await pejling(['publish', '--title', 'Igen'], at)).output).toContain('Nothing has changed')
    // A variable of a timer's script that is not set must not make a release that stops every page.
    const blank = await pejling(['publish', '--title', 'Igen', '--note', ' '], at)
    expect(blank).toMatchObject({ code: 1, output: expect.stringContaining('note of the release is empty in Danish') })
    expect((await pejling(['repair'], at)).output).toContain('Every release is shown as it was written')
    expect((await pejling(['backup', join(root, 'copy.sqlite')], at)).code).toBe(0)
    expect((await pejling(['restore', join(root, 'copy.sqlite')], folder('elsewhere'))).code).toBe(0)
    expect((await pejling(['releases'], folder('elsewhere'))).output).toContain('Første')
    const onto = await pejling(['restore', join(root, 'copy.sqlite')], at)
    expect(onto.output).toContain('What stood there before is kept as')
    expect((await pejling(['releases'], at)).output).toMatch(/^1\t.*\tFørste\t[0-9a-f]{64}$/m)
    expect(await pejling(['check'], at)).toMatchObject({
      code: 0,
      output: expect.stringMatching(/nothing was changed|Nothing odd/),
    })
    const kv = ['withdraw', 'valgdeltagelse-kv', '--series', '217', '--period', '2021-11-16']
    expect((await pejling(kv, at)).output).toMatch(/in \d+ published documents[^]*Nothing was withdrawn/)
    const gone = await pejling([...kv, '--reason-da', 'Ikke vores', '--reason-en', 'Not ours'], at)
    expect(gone).toMatchObject({ code: 0, output: expect.stringContaining('Withdrawn from every release') })
    expect((await pejling(['releases'], at)).output).toMatch(/^2\t.*Et tal er trukket tilbage/m)
    expect(await pejling(['verify'], at)).toMatchObject({ code: 0, output: expect.stringContaining('are whole') })
  })

  it('keeps accounts and tokens', async () => {
    const at = folder('round')
    const added = await pejling(['user', 'add', 'eva@example.org', '--name', 'Eva', '--role', 'editor'], at)
    expect(added.output).toMatch(/One-time password, shown once, good for 7 days: \S{20,}/)
    expect((await pejling(['user', 'password', 'eva@example.org'], at)).code).toBe(0)
    expect(
      (
        await pejling(
          ['token', 'add', 'skript', '--user', 'eva@example.org', '--expires', '2027-01-31', '--scope', 'figures:read'],
          at,
        )
      ).output,
    ).toMatch(/pejling_\S+/)
    expect((await pejling(['user', 'disable', 'eva@example.org'], at)).code).toBe(0)
    expect((await pejling(['user', 'add', 'x', '--name', 'X', '--role', 'konge'], at)).code).toBe(2)
  })

  it('writes the whole site as files', async () => {
    const site = folder('site')
    const written = await pejling(['export-site', site], folder('round'))
    expect(written, written.output).toMatchObject({ code: 0, output: expect.stringContaining('set PEJLING_URL') })
    const files = filesBelow(site)
    expect(files).toContain('index.html')
    expect(files).toContain(join('indikator', 'valgdeltagelse-kv', 'index.html'))
    expect(files).toContain(join('api', 'v1', 'indicators', 'valgdeltagelse-kv.json'))
    expect(files).toContain(join('api', 'v1', 'indicators', 'valgdeltagelse-kv', 'observations.csv'))
  })

  it('says how it is called', async () => {
    expect((await pejling(['dans'], folder('none'))).code).toBe(2)
    const help = await pejling(['help'], folder('none'))
    expect(help).toMatchObject({ code: 0, output: expect.stringContaining('backup <file>') })
    expect((await pejling(['publish'], folder('round'))).output).toContain('Missing: --title')
  })
})
