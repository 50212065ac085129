import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { documents, examplesIn, repository, type Example } from './examples.ts'
import { Reader } from './reader.ts'
import { checkNginx, tryExample } from './try-example.ts'

/*
 * Every example in every document, done: what stands there is what is run, in its order, on an installation that is
 * started for its document.
 */

const isText = ({ language }: Example): boolean => language === 'text'
const isTried = (example: Example): boolean => !isText(example) && !example.isForReading

/** What happens before the examples under a heading, as the text around them says. */
const before: Readonly<Record<string, (reader: Reader) => Promise<void>>> = {
  'docs/operation.md › Restore': async (reader) => {
    await reader.stop()
    rmSync(reader.data, { recursive: true })
  },
  'docs/operation.md › Upgrade': (reader) => reader.stop(),
  // A machine on which there is nothing yet.
  'docs/set-up.md › 2. Begin from the example': async (reader) => {
    await reader.stop()
    rmSync(reader.data, { recursive: true })
  },
}

/** What is said to who does it, by the beginning of the example's name. */
const said: Readonly<Record<string, RegExp>> = {
  'README.md › The first five minutes with the API': /"slug":"medborgerskab"[\s\S]*valgdeltagelse-kv,217,,,2013/,
  'docs/operation.md › Telling other programs': /whsec_/,
  'docs/operation.md › Back up › npm': /is a whole copy, proven/,
  'docs/operation.md › Restore': /The database and all releases are whole\.[\s\S]*^1\t/m,
  'docs/operation.md › Upgrade › npm run pejling -- backup': /is a whole copy, proven/,
  'docs/operation.md › Upgrade › npm run pejling -- verify': /The database and all releases are whole\./,
  'docs/set-up.md › 4. Load it': /^Made .*[\s\S]*Figures: 0 new/,
  'docs/set-up.md › 5. Put in the first figures': /Imported: 2 new[\s\S]*Nothing odd was found/,
  'docs/set-up.md › 6. Publish › npm run': /Published release 1[\s\S]*are whole/,
  'docs/sign-in.md › For programs': /"value":71\.5/,
  'docs/api.md › In three lines › curl': /217,,,2013-11-19/,
  'docs/api.md › In three lines › turnout': /^70\.49$/,
  'docs/api.md › In three lines › import csv': /^70\.49$/m,
  'docs/api.md › In three lines › import createClient': /^70\.49$/m,
  'docs/api.md › Following › curl': /<feed [\s\S]*<feed [\s\S]*"since":0/,
}

describe('what is not tried', () => {
  it('is what needs a machine of one’s own, and what is no program', () => {
    const all = documents().flatMap(examplesIn)
    expect(all.filter((example) => example.isForReading).map(({ name }) => name)).toEqual([
      'README.md › Pejling › git clone <this repository> pejling && cd pejling',
      'docs/operation.md › Set up › sudo useradd --system --home /opt/pejling pejling',
      'docs/operation.md › Set up › cd /opt/pejling',
      'docs/operation.md › Upgrade › sudo systemctl stop pejling',
      'docs/operation.md › Upgrade › sudo systemctl start pejling',
      'docs/operation.md › Upgrade › git checkout <the version before>',
      'docs/operation.md › Upgrade › git checkout <the version before>',
      'docs/operation.md › Who is remembered, and for how long › npm run pejling -- user show anna@example.dk > anna.json',
      'docs/set-up.md › 1. Get Pejling, and look at it › git clone <this repository> pejling && cd pejling',
      'docs/set-up.md › 6. Publish › npm start',
      'docs/sign-in.md › Only through the provider › pejling user break-glass noedadgang@kommune.dk',
      'docs/sources.md › The delivered catalogue › npm run pejling -- fetch            # or --indicator <slug>, or --dry-run to see first',
      'docs/static-site.md › An S3-compatible store › aws s3 sync /srv/maal/assets s3://maal/assets --cache-control "public, max-age=31536000, immutable"',
      'docs/static-site.md › Continuous backup of the workspace › sudo systemctl stop pejling litestream',
      'docs/static-site.md › Continuous backup of the workspace › litestream restore -o /tmp/proof.sqlite /var/lib/pejling/pejling.sqlite',
      'docs/workspace-api.md › A figure a year, by a program › export PEJLING_TOKEN=…',
    ])
    expect(all.filter(isText).map(({ name }) => name.split(' › ').slice(0, 2))).toEqual([
      ['docs/architecture.md', 'Architecture'],
      ['docs/architecture.md', 'Rooms'],
      ['docs/sign-in.md', "Through the municipality's identity provider"],
      ['docs/sources.md', 'The delivered catalogue'],
      ['docs/static-site.md', 'Static site'],
    ])
  })
})

describe.each(documents().filter((file) => examplesIn(file).some(isTried)))('%s', (file) => {
  const reader = new Reader()
  const environment: Record<string, string> = {}
  beforeAll(async () => {
    await reader.start()
    // A token ends within a year.
    const expires = new Date(Date.now() + 300 * 86_400_000).toISOString().slice(0, 10)
    const scopes = ['--scope', 'figures:read', '--scope', 'figures:write']
    const user = ['--user', 'administrator@pejling.local', '--expires', expires, ...scopes]
    environment['PEJLING_TOKEN'] = /pejling_\S+/.exec(await reader.command('token', 'add', 'docs', ...user))?.[0] ?? ''
  })
  afterAll(() => reader.leave())

  const done = new Set<string>()
  it.each(examplesIn(file).filter(isTried))('$name', async (example) => {
    const place = `${file} › ${example.heading}`
    if (!done.has(place)) await before[place]?.(reader)
    done.add(place)
    const output = await tryExample(reader, example, environment)
    const expected = Object.entries(said).find(([name]) => example.name.startsWith(name))?.[1]
    expect(output).toMatch(expected ?? '')
  })
})

describe('the lines to copy on the page of open data', () => {
  const reader = new Reader()
  beforeAll(() => reader.start())
  afterAll(() => reader.leave())

  it.each(['/data', '/en/data', '/udgivelser/1/data'])('do what they say at %s', async (address) => {
    const page = await (await fetch(reader.origin + address)).text()
    const snippets = [...page.matchAll(/<figcaption>(\w+)<\/figcaption>.*?<code>(.*?)<\/code>/gs)]
    const languages: Readonly<Record<string, string>> = { R: 'r', Python: 'python', curl: 'sh' }
    expect(snippets.map(([, name = '']) => languages[name])).toEqual(['r', 'python', 'sh'])
    for (const [name, , lines = ''] of snippets) {
      const text = lines.replaceAll('&quot;', '"').replaceAll('&amp;', '&').replaceAll('&lt;', '<')
      const language = languages[/>(\w+)</.exec(name)?.[1] ?? ''] ?? ''
      const output = await tryExample(reader, { name, heading: '', language, isForReading: false, text }, {})
      expect([language, output]).toEqual([language, expect.stringMatching(/20\d\d(?:\/\d\d)?\D+\d+\.\d+/)])
    }
  })
})

describe('what is sent to a webhook', () => {
  const reader = new Reader()
  const received = Promise.withResolvers<Request>()
  const receiver = createServer((request, response) => {
    const keep = async (): Promise<void> => {
      const headers = Object.entries(request.headers).map(([name, value]): [string, string] => [name, String(value)])
      const body = await buffer(request)
      received.resolve(new Request('http://localhost/pejling', { method: 'POST', headers, body }))
      response.end()
    }
    keep().catch(received.reject)
  })
  beforeAll(async () => {
    await reader.start()
    await new Promise<void>((resolve) => {
      receiver.listen(0, '127.0.0.1', resolve)
    })
  })
  afterAll(async () => {
    receiver.close()
    await reader.leave()
  })

  it('is taken by the example that checks it, and by it refused when it is another’s, changed, or sent again', async () => {
    const address = receiver.address()
    const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/pejling`
    const secret = /whsec_\S+/.exec(await reader.command('webhook', 'add', 'avisen', url))?.[0] ?? ''
    await reader.importFigure('valgdeltagelse-kv', '217,2025-11-18,70')
    await reader.command('publish', '--title', 'Nye tal')
    const message = await received.promise
    const example = examplesIn('docs/api.md').find(({ text }) => text.includes('standardwebhooks'))
    writeFileSync(join(reader.desk, 'receive.ts'), example?.text ?? '')
    const { receive }: { receive: (request: Request, secret: string) => Promise<unknown> } = await import(
      join(reader.desk, 'receive.ts')
    )
    const { url: to, headers } = message
    const changed = new Request(to, { method: 'POST', headers, body: '{"type":"release.published"}' })
    const old = new Request(message.clone())
    old.headers.set('webhook-timestamp', String(Math.floor(Date.now() / 1000) - 600))
    expect(await receive(message.clone(), secret)).toMatchObject({ type: 'release.published', data: { release: 2 } })
    await expect(receive(changed, secret)).rejects.toThrow('No matching signature')
    await expect(receive(old, secret)).rejects.toThrow('Message timestamp too old')
    const others = `whsec_${Buffer.from('somebody else’s').toString('base64')}`
    await expect(receive(message, others)).rejects.toThrow('No matching signature')
  })
})

describe('what is to be copied from deploy', () => {
  const reader = new Reader()
  afterAll(() => reader.leave())

  it('is read by nginx and by systemd', async () => {
    const config = readFileSync(join(repository, 'deploy', 'nginx.conf'), 'utf8')
    expect(await checkNginx(reader, reader.here(config))).toBe('')
    copyFileSync(join(repository, 'deploy', 'pejling.service'), join(reader.desk, 'pejling.service'))
    expect(await reader.run('/usr/bin/systemd-analyze', ['verify', './pejling.service'])).toBe('')
  })
})
