import { describe, expect, it } from 'vitest'
import { IndicatorDocument } from '@pejling/domain/release/documents'
import { documentPath } from '@pejling/domain/release/paths'
import { documentsOf, turnoutTarget } from '../documents/documents.fixture.ts'
import { renderProblem } from './entry-server.tsx'
import { exampleAssets, joinedWords, linksOf, visit, wordsOf } from './visit.fixture.ts'

const bodyOf = (html: string): string => html.slice(html.indexOf('<body'))

/** Where a page says it can be followed. */
const feedsAt = (address: string): string[] =>
  [...visit(address).html.matchAll(/<link rel="alternate" type="application\/atom\+xml"[^>]* href="([^"]+)"/g)].map(
    ([, href = '']) => href,
  )

describe('every page', () => {
  const addresses = [
    '/',
    '/maal/2.2',
    '/en/goal/2.3',
    '/udgivelser',
    '/data',
    '/en/data',
    '/om',
    '/en/about',
    '/tilgaengelighed',
    '/privatliv',
    '/soeg?q=valg',
    '/handleplan/2026',
    '/en/action-plan',
    '/ideer',
    '/en/idea/bus-til-havnen',
    '/moeder',
    '/indikator/valgdeltagelse-kv?opdeling=alder&fra=2013',
    '/en',
    '/indikator/valgdeltagelse-kv',
    '/en/indicator/valgdeltagelse-kv',
    '/indikator/elever-byraad',
    '/findes-ikke',
  ]

  it.each(addresses)('has no script of its own, and no style but the one it is allowed at %s', (address) => {
    const { html } = visit(address)
    expect(html).not.toMatch(/\sstyle=|\son[a-z]+=/)
    const [path] = address.split('?')
    const sheet = /^(\/|\/en)$/.test(path ?? '') ? 'overview' : /\/indi[ck]ator\//.test(address) ? 'indicator' : 'other'
    expect(html.match(/<style>[^<]*<\/style>/g)).toEqual([`<style>${exampleAssets.styles[sheet]}</style>`])
    const scripts = [...html.matchAll(/<script ([^>]*)>/g)].map(([, attributes = '']) => attributes)
    expect(scripts.filter((one) => !/src="\/assets\/|type="application\/ld\+json"/.test(one))).toEqual([])
  })

  it.each(addresses)('has one main heading and a way past the menu at %s', (address) => {
    const { html } = visit(address)
    expect(html.match(/<h1/g)).toHaveLength(1)
    expect(html).toMatch(/<a class="skip-link" href="#main"/)
    expect(html).toMatch(/<main id="main"/)
  })

  it.each(addresses)('names no element twice at %s', (address) => {
    const ids = [...visit(address).html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('says its language and its address in both', () => {
    const { html } = visit('/en/indicator/valgdeltagelse-kv')
    expect(html).toMatch(/^<!doctype html><html lang="en">/)
    expect(html).toContain('<link rel="canonical" href="https://maal.example.dk/en/indicator/valgdeltagelse-kv"/>')
    expect(html).toContain('hrefLang="da" href="https://maal.example.dk/indikator/valgdeltagelse-kv"')
    expect(linksOf(visit('/en'))).toContain('/')
  })

  it('tells programs where it can be followed: every release, and a goal by itself', () => {
    expect(feedsAt('/om')).toEqual(['/api/v1/feed.atom'])
    expect(feedsAt('/maal/2.2')).toEqual(['/api/v1/goals/2.2/feed.atom', '/api/v1/feed.atom'])
    expect(feedsAt('/en/goal/2.2')).toEqual(['/api/v1/goals/2.2/feed.atom?lang=en', '/api/v1/feed.atom?lang=en'])
  })

  it('says unmistakably that demonstration figures are invented', () => {
    for (const address of addresses) {
      expect(wordsOf(visit(address, { circumstances: { demonstration: true } }))).toMatch(
        /Demonstration: (tallene er opfundet|the figures are invented)/,
      )
      expect(wordsOf(visit(address))).not.toContain('Demonstration')
    }
  })
})

it.for([
  '/',
  '/maal/2.2',
  '/maal/2.3',
  '/en/goal/2.2',
  '/indikator/valgdeltagelse-kv',
  '/indikator/valgdeltagelse-kv?visning=tabel',
  '/en/indicator/elever-byraad',
  '/handleplan/2026',
  '/en/action-plan',
  '/ideer',
  '/en/idea/bus-til-havnen',
  '/soeg',
  '/en/search?q=turnout',
  '/data',
  '/om',
  '/udgivelser',
])('no two parts of a line run into each other on %s', (address) => {
  expect(joinedWords(visit(address))).toEqual([])
})

describe('the overview', () => {
  it('begins with the finding, without its full stop', () => {
    expect(visit('/').html).toMatch(/<h1>Af 2 mål [^<]*, og 1 mangler tal<\/h1>/)
    expect(visit('/en').html).toMatch(/<h1>Of 2 goals, [^<]* and 1 has no figures yet<\/h1>/)
  })

  it('shows a goal with its own words, its indicator, its latest figure, the change it was judged by and the latest step', () => {
    const page = wordsOf(visit('/'))
    expect(page).toContain('2.2 · Valgdeltagelse ved kommunalvalg')
    expect(page).toMatch(/70,5 ?%/)
    expect(page).toContain(
      '+2,1 procentpoint siden 2009 heraf +1,9 siden 2021 Den typiske ændring mellem alle målinger i perioden er −1,4 procentpoint, og den skal være over 2,0 procentpoint for at tælle. Uændret',
    )
    expect(wordsOf(visit('/en'))).toContain(
      '+2.1 percentage points since 2009 of which +1.9 since 2021 The typical change between all measurements of the period is −1.4 percentage points, and it must exceed 2.0 percentage points to count. No clear change',
    )
  })

  it('shows markup in a goal’s words as text', () => {
    const { html } = visit('/')
    expect(html).toContain('Høj valgdeltagelse for &lt;alle&gt; grupper')
    expect(html).not.toContain('<alle>')
  })

  it('says calmly that a goal has no data yet, and when some is expected', () => {
    const page = wordsOf(visit('/'))
    expect(page).toMatch(/Næste kommunalvalg er i november 2029\. +Ingen data endnu/)
  })

  it('says that no target has been set, for the goals where that is so', () => {
    expect(wordsOf(visit('/'))).toContain('Der er ikke fastsat måltal for nogen af målene')
    expect(wordsOf(visit('/', { circumstances: { targets: [turnoutTarget] } }))).toContain(
      'For 1 af de 2 mål er der ikke fastsat et måltal',
    )
  })

  it('lists a goal’s other indicators and explains the numbers', () => {
    const page = visit('/')
    expect(wordsOf(page)).toContain('1 anden indikator')
    expect(linksOf(page)).toContain('/indikator/vaelgere')
    expect(wordsOf(page)).toContain('Numrene er vores egne.')
  })
})

describe('the page of an indicator', () => {
  const danish = '/indikator/valgdeltagelse-kv'
  const english = '/en/indicator/valgdeltagelse-kv'

  it('says the verdict, the key figures and the whole country in the reader’s language', () => {
    const page = wordsOf(visit(danish, { circumstances: { targets: [turnoutTarget] } }))
    expect(page).toMatch(/Seneste, 2025 70,5 % Siden 2021 \+1,9 procentpoint Mål, 2029 75 % Hele landet, 2025 69,2 %/)
    expect(page).toContain('Målet er besluttet af byrådet den 20. juni 2022.')
    expect(wordsOf(visit(english))).toMatch(
      /Latest, 2025 70\.5 % Since 2009 \+2\.1 percentage points of which \+1\.9 since 2021/,
    )
  })

  it('says once that no target has been set', () => {
    expect(wordsOf(visit(danish)).match(/Der er ikke fastsat et måltal/g)).toHaveLength(1)
    expect(wordsOf(visit(english)).match(/No target has been set/g)).toHaveLength(1)
  })

  it('draws the chart with its source beneath', () => {
    expect(visit(danish).html).toMatch(
      /<figure[^>]*>[\s\S]*<svg[\s\S]*<figcaption><span>Kilde: Danmarks Statistik<\/span>/,
    )
  })

  it('says the notes of the chart whole, as text that any screen wraps, and not in the drawing', () => {
    const { html } = visit('/indikator/valgdeltagelse-kv')
    const notes = /<ul class="chart-notes.*?<\/ul>/.exec(html)?.[0] ?? ''
    expect(wordsOf({ html: notes })).toContain('¹ Fintælling mangler.')
    expect((html.match(/<svg.*?<\/svg>/g) ?? []).join('')).not.toContain('Fintælling')
  })

  it('gives every figure in the table, with marks in words and footnotes', () => {
    const page = wordsOf(visit(`${danish}?visning=tabel`))
    expect(page).toContain('Periode Helsingør Hele landet 18–29 år')
    expect(page).toMatch(/18\. november 2025 70,5 \* Foreløbigt 1 69,2 49,0/)
    expect(page).toMatch(/\(c\) For få personer/)
    expect(page).toContain('Fintælling mangler.')
  })

  it('says in one line how the figures got here, names a third party only where there was one, and leads to each place', () => {
    const place = 'Aflæst i en oversigt. Hentet 15. januar 2026.'
    const nobody = { email: null, phone: null }
    const files = { url: 'https://maal.example.dk', contact: nobody, registeredStatement: null, asFiles: true }
    expect(linksOf(visit(danish))).toContain(`${danish}?visning=tabel#source`)
    expect(wordsOf(visit(danish))).not.toContain(place)
    expect(wordsOf(visit(`${danish}?visning=tabel`))).toContain(place)
    expect(wordsOf(visit(danish, { site: files }))).toContain(place)
    expect(wordsOf(visit(danish, { circumstances: { viaThirdParty: true } }))).toContain(
      'Tallene er hentet via en tredjepart. Se hvor',
    )
    expect(wordsOf(visit(danish))).toContain('Se, hvor tallene er hentet')
    expect(wordsOf(visit(danish))).not.toContain('tredjepart')
    expect(wordsOf(visit(english, { circumstances: { viaThirdParty: true } }))).toContain('through a third party')
  })

  it('says which release it shows and offers the data', () => {
    const page = visit(danish)
    expect(wordsOf(page)).toContain('Udgivelse 7, 12. februar 2026.')
    expect(linksOf(page)).toContain('/api/v1/indicators/valgdeltagelse-kv/observations.csv?dialect=da')
    expect(linksOf(visit(english))).toContain('/api/v1/indicators/valgdeltagelse-kv/observations.csv')
  })

  it('without figures gives the definition and what is expected, and neither chart nor table', () => {
    const { html } = visit('/indikator/elever-byraad')
    expect(wordsOf({ html })).toMatch(/Ingen data endnu[\s\S]*Næste kommunalvalg[\s\S]*Hvad måler tallet\?/)
    expect(html).not.toMatch(/<figure|<table/)
  })

  it('without figures says where they are to come from, and no date of a next one', () => {
    const path = documentPath.indicator('elever-byraad')
    const document = IndicatorDocument.parse(documentsOf().get(path))
    const withoutFigures = { da: 'Kommunen skal hente tallet.', en: 'The municipality has to fetch it.' }
    const waiting = { ...document, indicator: { ...document.indicator, withoutFigures, nextExpectedOn: '2029-11-20' } }
    const words = wordsOf(visit('/indikator/elever-byraad', { documents: { [path]: waiting } }))
    expect(words).toContain('Kommunen skal hente tallet. Næste kommunalvalg er i november 2029.')
    expect(words).not.toContain('Næste tal ventes')
  })
})

describe('a page of an older release', () => {
  it.each([
    ['/', '/udgivelser/7', '/', '/moeder'],
    ['/en/indicator/valgdeltagelse-kv', '/en/releases/7', '/en/indicator/valgdeltagelse-kv', '/en/meetings'],
  ])('says so at %s, keeps its readers in it, and links to the latest', (address, prefix, latest, meetings) => {
    const page = visit(address, { pinned: true })
    expect(wordsOf(page)).toMatch(/udgivelse 7 fra 12\. februar 2026|release 7 of 12 February 2026/)
    const outside = linksOf(page).filter((href) => /^\/(?!api|udgivelser\/7|en\/releases\/7)/.test(href))
    expect(outside).toEqual([latest, meetings])
    expect(linksOf(page).some((href) => href.startsWith(prefix))).toBe(true)
  })

  it('offers the data of that release', () => {
    const links = linksOf(visit('/indikator/valgdeltagelse-kv', { pinned: true }))
    expect(links).toContain('/api/v1/indicators/valgdeltagelse-kv?release=7')
  })
})

describe('an address that leads nowhere', () => {
  it.each([
    ['/indikator/findes-ikke', 'Siden findes ikke'],
    ['/en/nothing', 'There is no such page'],
    ['/en/indikator/valgdeltagelse-kv', 'There is no such page'],
  ])('is answered with a page that helps at %s', (address, title) => {
    const page = visit(address)
    expect(page.status).toBe(404)
    expect(wordsOf(page)).toContain(title)
    expect(bodyOf(page.html)).not.toContain('canonical')
  })
})

describe('a page in place of one that cannot be shown', () => {
  it.each([
    ['internal', '/', 'Siden kan ikke vises lige nu'],
    ['nothingPublished', '/en', 'Nothing has been published yet'],
  ] as const)('says so (%s)', (problem, path, title) => {
    const contact = { email: 'maal@example.dk', phone: null }
    const { html } = renderProblem({
      problem,
      path,
      assets: exampleAssets,
      site: { url: 'https://maal.example.dk', contact, registeredStatement: null, asFiles: false },
    })
    expect(html).toContain(title)
    expect(html).toContain('mailto:maal@example.dk')
  })
})

describe('the page of an action plan', () => {
  it('says what was done against what happened, and leaves nothing out', () => {
    const words = wordsOf(visit('/handleplan/2026'))
    expect(words).toMatch(/Handleplan 2026.*2 indsatser\./)
    expect(words).toMatch(
      /Stemmebus Gennemført\. “Valgdeltagelse ved kommunalvalg” er ikke målt, siden indsatsen begyndte\./,
    )
    expect(words).toMatch(/Min første stemme Stoppet .*Grund til stop: Valget var ovre/)
    expect(words).toMatch(/Partnere Boligforeningen.*1\. marts 2026: Bussen kører \(nået\)/)
  })

  it('is the newest where no year is asked for, leads to the others and to the goals', () => {
    expect(linksOf(visit('/en/action-plan'))).toEqual(
      expect.arrayContaining(['/en/action-plan/2025', '/en/goal/2.2', '/en/indicator/valgdeltagelse-kv']),
    )
    expect(visit('/handleplan/2024').status).toBe(404)
  })

  it('says so where there is none', () => {
    const documents = { 'action-plans': { demonstration: false, actionPlans: [] } }
    expect(wordsOf(visit('/handleplan', { documents }))).toContain('Der er ikke udgivet nogen handleplan endnu.')
  })
})

describe('ideas from citizens', () => {
  it('are listed by theme with what came of each, in their own language', () => {
    const page = visit('/en/ideas')
    expect(wordsOf(page)).toMatch(/1 of 2 have been taken up.*Stem hjemmefra 2 April 2025 · Not taken up/)
    expect(page.html).toContain('<a href="/en/idea/bus-til-havnen" lang="da">')
  })

  it('are followed from where they were voiced to what came of them', () => {
    expect(wordsOf(visit('/ide/bus-til-havnen'))).toMatch(
      /14\. marts 2025 Fremsat på: Dialogmøde på Kulturværftet .*handleplanen for 2026: Stemmebus .*Bussen kører .*Nu Gennemført\. “Valgdeltagelse ved kommunalvalg” er ikke målt/,
    )
    expect(wordsOf(visit('/ide/stem-hjemmefra'))).toMatch(/Nu Ikke taget op Loven tillader det ikke\./)
    expect(visit('/ide/findes-ikke').status).toBe(404)
  })
})

it('a goal says what is being done about it, and which ideas it came from', () => {
  const page = visit('/maal/2.2')
  expect(wordsOf(page)).toMatch(
    /Stemmebus 2026 · Gennemført\. “Valgdeltagelse ved kommunalvalg” er ikke målt, siden indsatsen begyndte\./,
  )
  expect(linksOf(page)).toEqual(expect.arrayContaining(['/handleplan/2026#2026-stemmebus', '/ide/bus-til-havnen']))
})
