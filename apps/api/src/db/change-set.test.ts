import { exampleObservation } from '@pejling/domain/observation/observation.fixture'
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core'
import { describe, expect, expectTypeOf, it } from 'vitest'
import { isEmpty, MixedFiguresError, seed } from '../workspace/seed.ts'
import { emptyDatabase, smallDelivery, smallInstallation } from '../testing/installation.fixture.ts'
import { system } from './actor.ts'
import type { write } from './change-set.ts'
import * as schema from './schema.ts'

const rows = (db: ReturnType<typeof emptyDatabase>, table: string) =>
  db.connection.prepare<[], Record<string, unknown>>(`SELECT * FROM ${table}`).all()

describe('a change set', () => {
  it('says who did what and when, and what was before and after', () => {
    const db = smallInstallation()
    expect(rows(db, 'change_sets')[0]).toMatchObject({ number: 1, actor: 'system', action: 'seed' })
    expect(rows(db, 'changes')).toContainEqual(
      expect.objectContaining({
        kind: 'indicator',
        key: 'deltagelse',
        before: null,
        after: expect.stringContaining('Vælgere'),
      }),
    )
  })

  it('is not written where nothing changed: loading twice is loading once', () => {
    const db = smallInstallation()
    const before = rows(db, 'change_sets')
    const written = seed(db, system, { delivery: smallDelivery() })
    expect(written).toEqual({ added: 0, changed: 0, unchanged: 25, notes: [] })
    expect(rows(db, 'change_sets')).toEqual(before)
  })

  it('goes away with everything in it where the work fails halfway', () => {
    const db = emptyDatabase()
    const delivery = smallDelivery()
    const ofNothing = {
      indicator: 'findes-ikke',
      series: { area: '217', categories: {} },
      observation: exampleObservation('2024', 1),
    }
    const broken = { ...delivery, observations: [...delivery.observations, ofNothing] }
    expect(() => seed(db, system, { delivery: broken })).toThrow(/FOREIGN KEY/)
    expect(isEmpty(db)).toBe(true)
    expect(rows(db, 'change_sets')).toEqual([])
  })

  it('takes only work that is done when it returns', () => {
    expectTypeOf<() => Promise<number>>().not.toExtend<Parameters<typeof write<Promise<number>>>[3]>()
  })
})

describe('the database', () => {
  it('checks types and foreign keys itself', () => {
    const db = emptyDatabase()
    const tables = db.connection
      .prepare<[], { name: string; strict: number }>(
        "SELECT name, strict FROM pragma_table_list WHERE schema = 'main' AND type = 'table'",
      )
      .all()
      .filter(({ name }) => !name.startsWith('sqlite_') && name !== '__drizzle_migrations')
    expect(tables.filter(({ strict }) => strict === 0)).toEqual([])
    expect(() =>
      db.connection.exec("INSERT INTO targets (indicator, slug, body) VALUES ('findes-ikke', 'x', '{}')"),
    ).toThrow(/FOREIGN KEY/)
  })

  it('has after all migrations exactly the tables and columns the code knows', () => {
    const db = emptyDatabase()
    for (const table of Object.values(schema)) {
      if (!(table instanceof SQLiteTable)) continue
      const { name, columns } = getTableConfig(table)
      const found = db.connection
        .prepare<[string], { name: string }>('SELECT name FROM pragma_table_xinfo(?)')
        .all(name)
      expect(found.map((column) => column.name).sort()).toEqual(columns.map((column) => column.name).sort())
    }
  })

  it('keeps invented figures and real ones apart', () => {
    const real = smallInstallation()
    expect(() => seed(real, system, { delivery: { ...smallDelivery(), demonstration: true } })).toThrow(
      MixedFiguresError,
    )
    const invented = emptyDatabase()
    seed(invented, system, { delivery: { ...smallDelivery(), demonstration: true } })
    expect(() => seed(invented, system, { delivery: smallDelivery() })).toThrow(MixedFiguresError)
  })
})
