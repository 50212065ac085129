import { expect, it } from 'vitest'
import { fromPath } from './address.ts'
import { releaseOf, renamedPath, subjectOf } from './subject.ts'

it.each([
  ['/indikator/old?opdeling=alder&fbclid=x', 'indicator', '/indikator/new?opdeling=alder&fbclid=x', null],
  ['/en/releases/7/indicator/old', 'indicator', '/en/releases/7/indicator/new', 7],
  ['/en/embed/indicator/old', 'indicator', '/en/embed/indicator/new', null],
  ['/api/v1/indicators/old?release=3', 'indicator', '/api/v1/indicators/new?release=3', 3],
  [
    '/api/v1/indicators/old/observations.csv?dialect=da',
    'indicator',
    '/api/v1/indicators/new/observations.csv?dialect=da',
    null,
  ],
  ['/udgivelser/2/maal/1.1', 'goal', '/udgivelser/2/maal/new', 2],
  ['/api/v1/goals/1.1/feed.atom?lang=en', 'goal', '/api/v1/goals/new/feed.atom?lang=en', null],
  ['/politik/old', 'framework', '/politik/new', null],
  ['/api/v1/frameworks/old/card.png', 'framework', '/api/v1/frameworks/new/card.png', null],
  ['/en/action-plan/2026', 'actionPlan', '/en/action-plan/new', null],
  ['/api/v1/action-plans/2026', 'actionPlan', '/api/v1/action-plans/new', null],
])('%s is about a thing of kind %s, and is %s when that is renamed', (asked, kind, renamed, release) => {
  const address = fromPath(asked)
  expect(address).not.toBeNull()
  if (address === null) return
  expect(subjectOf(address)?.kind).toBe(kind)
  expect(renamedPath(asked, address, 'new')).toBe(renamed)
  expect(releaseOf(address)).toBe(release)
})

it.each(['/', '/soeg?q=x', '/moede/x', '/api/v1/releases/3/card.png', '/handleplan', '/admin/tal/x'])(
  '%s is about nothing that is renamed',
  (asked) => {
    const address = fromPath(asked)
    expect(address && subjectOf(address)).toBeNull()
  },
)
