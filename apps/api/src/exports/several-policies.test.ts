import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { system } from '../db/actor.ts'
import { verify } from '../verification/verify.ts'
import { publish } from '../releases/publish.ts'
import { openReleaseStore } from '../releases/release-store.ts'
import { appOver } from '../testing/app.fixture.ts'
import { emptyDatabase, text } from '../testing/installation.fixture.ts'
import { getProfile } from '../workspace/definitions.ts'
import { readWorkspace } from '../workspace/delivery.ts'
import { seed } from '../workspace/seed.ts'
import { problemsOf, wellRead } from '../data-folder/delivered.fixture.ts'
import { writeDelivery } from '../data-folder/data-folder.ts'
import { readFolder } from '../data-folder/folder.ts'

/* A municipality that does not exist, with two policies, words of its own, and one language: nothing of it is in the code. */

const fjordby = readFolder(fileURLToPath(new URL('../../../../examples/fjordby', import.meta.url)))

const changed = (file: string, change: (text: string) => string): Map<string, string> =>
  new Map([...fjordby, [file, change(fjordby.get(file) ?? '')]])

function published() {
  const db = emptyDatabase()
  seed(db, system, { delivery: wellRead(fjordby) })
  publish(db, system, { title: text('Første'), note: null, indicators: 'all' })
  return db
}

describe('a folder with two policies in one language', () => {
  it('is read whole, its texts meant for all languages, and written back the same', () => {
    const delivery = wellRead(fjordby)
    expect(delivery.frameworks.map(({ slug, mark }) => [slug, mark])).toEqual([
      ['kulturstrategi', null],
      ['klimaplan', 'klima'],
    ])
    expect(delivery.frameworks[1]?.levels.goal.one).toEqual({ da: 'delmål', en: 'delmål' })
    expect(delivery.profile).toMatchObject({
      languages: ['da'],
      colours: { accent: '#0b5d7a' },
      logo: { ending: 'svg' },
    })
    const written = writeDelivery(delivery)
    expect(wellRead(written)).toEqual(delivery)
    expect(written.get('framework.yaml')).not.toContain('en:')
    expect(written.get('logo.svg')).toBe(fjordby.get('logo.svg'))
  })

  it('is published with its own words and addresses, and comes back out as it went in', async () => {
    const db = published()
    expect(
      openReleaseStore(db)
        .entries(1)
        .map(({ path }) => path),
    ).toEqual(
      expect.arrayContaining([
        'frameworks/klimaplan',
        'goals/1.1',
        'goals/klima-1.1',
        'action-plans/klima-2026',
        'profile',
      ]),
    )
    const app = await appOver(db)
    const json = async (path: string): Promise<unknown> => (await app.inject(`/api/v1/${path}`)).json()
    expect(await json('frameworks')).toMatchObject({ frameworks: [{ slug: 'kulturstrategi' }, { slug: 'klimaplan' }] })
    expect(await json('goals/klima-1.1')).toMatchObject({
      framework: { slug: 'klimaplan' },
      goal: { number: 'klima-1.1', verdict: 'behind' },
    })
    expect(await json('action-plans/klima-2026')).toMatchObject({ actionPlan: { mark: 'klima', year: 2026 } })
    expect(await json('profile')).toMatchObject({ name: { da: 'Fjordby måler' }, languages: ['da'] })
    const logo = await app.inject('/api/v1/profile/logo.svg')
    expect([logo.headers['content-type'], logo.body]).toEqual(['image/svg+xml', fjordby.get('logo.svg')])
    expect((await app.inject('/api/v1/profile/logo.png')).statusCode).toBe(404)
    expect(verify(db)).toEqual([])
    expect(getProfile(db)).toEqual(readWorkspace(db).profile)
    const copy = emptyDatabase()
    seed(copy, system, { delivery: wellRead(writeDelivery(readWorkspace(db))) })
    expect([...writeDelivery(readWorkspace(copy))]).toEqual([...writeDelivery(readWorkspace(db))])
  })

  it('says nothing of Helsingør, its citizenship policy, or what that calls its levels', () => {
    const db = published()
    const store = openReleaseStore(db)
    const said = store.entries(1).map(({ hash }) => store.document(hash)?.bytes.toString() ?? '')
    expect(said.join('\n')).not.toMatch(/helsing|medborgerskab|fokusområde|rammemål|citizenship|focus area/i)
  })
})

const second = 'frameworks/klimaplan.yaml'

it.each([
  ['a mark another has', second, 'mark: klima', 'mark: null', /Another policy has no mark already/],
  ['a number without its mark', second, 'number: klima-2.1', "number: '2.1'", /write klima-2\.1/],
  ['a number of another focus area', second, 'number: klima-2.1', 'number: klima-1.2', /write klima-2\.2/],
  [
    'a goal the other has',
    second,
    'slug: flere-cykler',
    'slug: flere-frivillige',
    /the goal "flere-frivillige" already/,
  ],
  [
    'a plan without its mark',
    'action-plans/klima-2026.yaml',
    'mark: klima',
    'mark: null',
    /mark of its policy is "klima"/,
  ],
  ['colours nobody can read', 'site.yaml', "accent: '#0b5d7a'", "accent: '#ffee00'", /too faint/],
  ['a language there is not', 'site.yaml', '- da', '- fr', /Invalid option/],
  ['a logo that is none', 'logo.svg', '<svg', '<html', /neither an SVG nor a PNG/],
] as const)('%s is told where it stands', (_what, file, from, to, said) => {
  const problems = problemsOf(changed(file, (content) => content.replace(from, to)))
  expect(problems.filter((problem) => problem.file === file).map(({ detail }) => detail)).toEqual(
    expect.arrayContaining([expect.stringMatching(said)]),
  )
})

it('loading what takes another’s address changes nothing and names it; what is left out of the folder is listed', () => {
  const db = published()
  const renamed = changed('framework.yaml', (content) =>
    content.replace('slug: biblioteket-bruges', 'slug: biblioteket'),
  )
  const indicator = 'indicators/biblioteksbesoeg.yaml'
  renamed.set(indicator, (renamed.get(indicator) ?? '').replace('biblioteket-bruges', 'biblioteket'))
  expect(() => seed(db, system, { delivery: wellRead(renamed) })).toThrow(
    /the goal "biblioteket" has the number 1\.1 of "biblioteket-bruges"/,
  )
  const without = new Map([...fjordby].filter(([file]) => !/cykelture|udledning|klima/.test(file)))
  const { notes } = seed(db, system, { delivery: wellRead(without) })
  expect(notes.join('\n')).toMatch(/policies klimaplan\.[^]*indicators cykelture/)
})

it('a logo without a site to stand on is told, too', () => {
  const files = new Map([...fjordby].filter(([file]) => file !== 'site.yaml'))
  expect(problemsOf(files).find(({ file }) => file === 'logo.svg')?.detail).toContain('write one')
})
