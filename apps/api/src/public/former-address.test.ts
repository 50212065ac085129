import type { FastifyInstance } from 'fastify'
import { beforeAll, describe, expect, it } from 'vitest'
import { system } from '../db/actor.ts'
import { write } from '../db/change-set.ts'
import type { Database } from '../db/database.ts'
import { publish } from '../releases/publish.ts'
import { appOver } from '../testing/app.fixture.ts'
import { smallInstallation, text } from '../testing/installation.fixture.ts'
import { kinds, listDefinitions, putDefinition } from '../workspace/definitions.ts'
import { loadPages } from './page-renderer.ts'

/** Gives goal 1.1 another number, and the action plan the mark of its policy. */
function renumber(db: Database): void {
  write(db, system, { action: 'definition' }, (changeSet) => {
    for (const goal of listDefinitions(db, kinds.goal)) {
      if (goal.number === '1.1') putDefinition(changeSet, kinds.goal, { ...goal, number: '1.9' })
    }
    for (const plan of listDefinitions(db, kinds.actionPlan)) {
      db.connection.prepare('DELETE FROM action_plans WHERE name = ?').run('2026')
      putDefinition(changeSet, kinds.actionPlan, { ...plan, mark: 'ung' })
    }
  })
}

/** Gives the policy another slug. */
function rename(db: Database): void {
  write(db, system, { action: 'definition' }, (changeSet) => {
    for (const framework of listDefinitions(db, kinds.framework)) {
      putDefinition(changeSet, kinds.framework, { ...framework, slug: 'ungepolitik' })
    }
    for (const area of listDefinitions(db, kinds.focusArea)) {
      putDefinition(changeSet, kinds.focusArea, { ...area, framework: 'ungepolitik' })
    }
    for (const plan of listDefinitions(db, kinds.actionPlan)) {
      putDefinition(changeSet, kinds.actionPlan, { ...plan, framework: 'ungepolitik' })
    }
    db.connection.prepare('DELETE FROM frameworks WHERE slug = ?').run('politik')
  })
}

const release = { title: text('Nye navne'), note: null, indicators: 'all' } as const
let app: FastifyInstance

beforeAll(async () => {
  const db = smallInstallation()
  renumber(db)
  publish(db, system, release)
  rename(db)
  publish(db, system, release)
  app = await appOver(db, loadPages())
})

/** Former addresses with the present ones, `former → present`; the indicator deltagelse was called valg. */
const indicator = (form: string): [string, string] => [form.replace('{}', 'valg'), form.replace('{}', 'deltagelse')]
const goal = (form: string): [string, string] => [form.replace('{}', '1.1'), form.replace('{}', '1.9')]
const plan = (form: string): [string, string] => [form.replace('{}', '2026'), form.replace('{}', 'ung-2026')]
const policy = (form: string): [string, string] => [form.replace('{}', 'politik'), form.replace('{}', 'ungepolitik')]

describe('a former address', () => {
  it.each([
    indicator('/indikator/{}?opdeling=alder&fbclid=x'),
    indicator('/en/indicator/{}'),
    indicator('/udgivelser/1/indikator/{}?visning=tabel'),
    indicator('/en/releases/2/indicator/{}'),
    indicator('/embed/indikator/{}'),
    indicator('/en/embed/indicator/{}?theme=dark'),
    indicator('/api/v1/indicators/{}'),
    indicator('/api/v1/indicators/{}?release=1'),
    indicator('/api/v1/indicators/{}/chart.svg?lang=en'),
    indicator('/api/v1/indicators/{}/chart.png?width=400'),
    indicator('/api/v1/indicators/{}/card.png?release=2'),
    indicator('/api/v1/indicators/{}/observations?from=2020'),
    ...['json', 'csv', 'xlsx', 'json-stat', 'sdmx-csv', 'zip'].map((format) =>
      indicator(`/api/v1/indicators/{}/observations.${format}?release=2`),
    ),
    goal('/maal/{}'),
    goal('/en/goal/{}?utm=x'),
    goal('/udgivelser/2/maal/{}'),
    goal('/api/v1/goals/{}?release=3'),
    goal('/api/v1/goals/{}/card.png'),
    goal('/api/v1/goals/{}/feed.atom?lang=en'),
    plan('/handleplan/{}'),
    plan('/en/releases/2/action-plan/{}'),
    plan('/api/v1/action-plans/{}'),
    plan('/api/v1/action-plans/{}/card.png?lang=en'),
    policy('/politik/{}'),
    policy('/en/policy/{}'),
    policy('/api/v1/frameworks/{}'),
    policy('/api/v1/frameworks/{}/card.png'),
  ])('%s leads to %s', async (former, present) => {
    const { statusCode, headers } = await app.inject(former)
    expect([statusCode, headers.location]).toEqual([308, present])
    expect(headers['cache-control']).toBe('public, max-age=60')
    expect((await app.inject(present)).statusCode).toBe(200)
  })

  it.each(['/udgivelser/1/maal/1.1', '/api/v1/goals/1.1?release=1', '/api/v1/frameworks/politik?release=2'])(
    'is answered as before in a release that had it: %s',
    async (address) => {
      expect((await app.inject(address)).statusCode).toBe(200)
    },
  )

  it.each(['/udgivelser/1/maal/1.9', '/maal/7.7', '/api/v1/goals/7.7', '/udgivelser/9/maal/1.1', '/embed/indikator/x'])(
    'of nothing leads nowhere: %s',
    async (address) => {
      expect((await app.inject(address)).statusCode).toBe(404)
    },
  )

  it('is embedded by what it shows now', async () => {
    const page = encodeURIComponent('http://localhost:4200/indikator/valg')
    const answer = await app.inject(`/api/v1/oembed?url=${page}`)
    expect(answer.json()).toMatchObject({ html: expect.stringContaining('/embed/indikator/deltagelse') })
  })
})
