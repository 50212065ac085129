import Sqlite from 'better-sqlite3'
import { asc, eq } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { integer, real, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import Fastify from 'fastify'

/* The plain way: a Fastify route that reads an indicator and its rows with drizzle and lets Fastify serialise them. */

const indicators = sqliteTable('indicators', { slug: text().primaryKey(), body: text().notNull() })
const observations = sqliteTable('observations', {
  indicator: text().notNull(),
  series: text().notNull(),
  period: text().notNull(),
  value: real(),
  numerator: real(),
  denominator: real(),
  status: text().notNull(),
  footnote: text(),
  sampleSize: integer('sample_size'),
  margin: real(),
  provenance: text(),
})

const db = drizzle(new Sqlite(process.env['BENCH_DATABASE'] ?? '', { readonly: true }))
const app = Fastify()
app.get<{ Params: { slug: string } }>('/indicators/:slug', ({ params: { slug } }, reply) => {
  const indicator = db.select().from(indicators).where(eq(indicators.slug, slug)).get()
  if (!indicator) return reply.code(404).send()
  const rows = db
    .select()
    .from(observations)
    .where(eq(observations.indicator, slug))
    .orderBy(asc(observations.series), asc(observations.period))
    .all()
  return { indicator: JSON.parse(indicator.body), observations: rows }
})
await app.listen({ port: Number(process.env['PORT']), host: '127.0.0.1' })
