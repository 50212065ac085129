import { expect, it } from 'vitest'
import { ObservationsPatch } from '@pejling/domain/workspace/observations'
import type { OverviewFilter } from '@pejling/domain/workspace/overview'
import { addUser } from '../../accounts/users.ts'
import { system } from '../../db/actor.ts'
import { write } from '../../db/change-set.ts'
import { planRelease } from '../../releases/planned.ts'
import { smallInstallation, text } from '../../testing/installation.fixture.ts'
import {
  attachments,
  getIndicator,
  kinds,
  listDefinitions,
  putAttached,
  putDefinition,
  putIndicator,
} from '../definitions.ts'
import { patchFigures } from '../observations/write-figures.ts'
import { readOverview } from './read-overview.ts'

const ida = { actor: { name: 'Ida', role: 'publisher' }, email: 'ida@example.dk' } as const

function installation() {
  const db = smallInstallation()
  addUser(db, system, { email: ida.email, name: 'Ida', role: 'publisher' })
  write(db, system, { action: 'definition' }, (changeSet) => {
    putAttached(changeSet, attachments.keepers, 'taler', { keeper: ida.email, deputy: null })
    const indicator = getIndicator(db, 'arbejde')
    if (indicator) putIndicator(changeSet, { ...indicator, owner: text('Jobcentret') })
  })
  return { db, read: (filter: OverviewFilter = {}) => readOverview(db, ida, filter, null) }
}

it('an indicator that never had a figure is missing, and everything that is otherwise than published is told', () => {
  const { db, read } = installation()
  expect(read()).toMatchObject({
    counts: { indicators: 3, late: 2, missing: 1, soon: 0, withoutFigures: 1, unassigned: 2, drafts: 0 },
    // A definition that was changed waits to be published, too.
    waiting: { indicators: 1, texts: 0 },
    lastRelease: { number: 1 },
  })
  write(db, system, { action: 'definition' }, (changeSet) => {
    const [part] = listDefinitions(db, kinds.focusArea)
    if (part) putDefinition(changeSet, kinds.focusArea, { ...part, title: text('Folkestyre') })
  })
  expect(read().waiting).toEqual({ indicators: 1, texts: 1 })
})

it('shows the goals with drafts in beside what is published', () => {
  const { db, read } = installation()
  const before = read().goals.find(({ number }) => number === '1.1')
  expect(before).toMatchObject({ differs: false })
  const observations = [{ area: '217', period: '2025', value: 90 }]
  patchFigures(db, { actor: system, email: '' }, 'deltagelse', ObservationsPatch.parse({ observations }))
  const after = read()
  expect(after.goals.find(({ number }) => number === '1.1')).toMatchObject({
    published: before?.published,
    withDrafts: 'reached',
    differs: true,
  })
  expect(after.counts.drafts).toBe(1)
  expect(after.findings).toMatchObject([{ indicator: 'deltagelse', kind: 'jump', weight: 'doubt' }])
})

it('is filtered by goal, verdict, office, keeper and state, and says whose they are', () => {
  const { read } = installation()
  const slugs = (filter: OverviewFilter): string[] => read(filter).indicators.map(({ slug }) => slug)
  expect(slugs({ goal: ['1.1', '1.2'] })).toEqual(['deltagelse', 'taler'])
  expect(slugs({ status: ['no-data'] })).toEqual(['arbejde'])
  expect(slugs({ owner: 'jobcent' })).toEqual(['arbejde'])
  expect(slugs({ keeper: 'me' })).toEqual(['taler'])
  expect(slugs({ keeper: 'ida', state: ['missing'] })).toEqual([])
  expect(slugs({ state: ['missing'] })).toEqual(['arbejde'])
  expect(read().indicators.find(({ slug }) => slug === 'taler')).toMatchObject({ own: true, keeper: 'Ida' })
  expect(read().owners).toContainEqual(expect.objectContaining({ owner: text('Jobcentret'), missing: 1 }))
  expect(JSON.stringify(read())).not.toContain('@')
})

it('names releases that wait, and who may approve them', () => {
  const { db, read } = installation()
  const asked = { title: text('Årets tal'), note: null, indicators: ['taler'], seen: 'x', publishAt: null }
  planRelease(db, { actor: { name: 'Bo', role: 'publisher' }, email: 'bo@example.dk' }, asked)
  expect(read().planned).toMatchObject([{ number: 1, plannedBy: 'Bo', awaitsApproval: false, mayApprove: false }])
})

it('tells a program of the indicators its token is good for, and of nothing else', () => {
  const { db } = installation()
  const told = readOverview(db, ida, {}, ['taler'])
  expect([told.indicators.length, told.goals, told.planned]).toEqual([1, [], []])
})
