import { Connection } from '@pejling/domain/connection/connection'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { z } from 'zod'

/** What a request for figures says. */
const DataRequest = z.object({
  table: z.string(),
  lang: z.string(),
  format: z.string(),
  valuePresentation: z.string(),
  variables: z.array(z.object({ code: z.string(), values: z.array(z.string()) })),
})

interface FakeVariable {
  readonly id: string
  readonly text: string
  readonly elimination: boolean
  readonly time: boolean
  readonly values: readonly { readonly id: string; readonly text: string }[]
}

/** A table of the local source: its variables, and its cells by the values of them, in their order. */
export interface FakeTable {
  readonly id: string
  readonly text: string
  readonly active: boolean
  /** What the figures are in; `undefined`: a count. */
  readonly unit?: string
  readonly variables: readonly FakeVariable[]
  /** A text is a mark. A cell that is not there has neither figure nor mark in JSON-stat, and a mark in CSV. */
  readonly cells:
    Readonly<Record<string, number | string>> | ((values: readonly string[]) => number | string | undefined)
  /** When it was renewed, as an answer says it. */
  readonly updated?: string
  /** How many cells are answered at most; `undefined`: a million. */
  readonly limit?: number
}

/** A local source that speaks the protocol of StatBank Denmark, and can be made to fail. */
export interface FakeStatbank {
  readonly url: string
  /** Every path and body it was asked. */
  readonly asked: { readonly path: string; readonly body: unknown }[]
  /** What it answers in place of an answer, one for each request, before it answers at all. */
  readonly refuse: { readonly status: number; readonly text: string; readonly headers?: Record<string, string> }[]
  readonly tables: Map<string, FakeTable>
  readonly close: () => Promise<void>
}

const refusal = (
  response: ServerResponse,
  status: number,
  message: string,
  errorTypeCode = 'EXTRACT-NOTFOUND',
): void => {
  response.writeHead(status, { 'content-type': 'text/json; charset=utf-8' })
  response.end(JSON.stringify({ errorTypeCode, message }))
}

/** What a pattern means: all, those that end so, the newest, those from or up to one. */
function meant(pattern: string, all: readonly string[]): readonly string[] {
  if (pattern === '(1)') return all.slice(-1)
  if (pattern.startsWith('>=')) return all.filter((value) => value >= pattern.slice(2))
  if (pattern.startsWith('<=')) return all.filter((value) => value <= pattern.slice(2))
  if (pattern.startsWith('*')) return all.filter((value) => value.endsWith(pattern.slice(1)))
  return [pattern]
}

function combinations(lists: readonly (readonly string[])[]): string[][] {
  return lists.reduce<string[][]>((all, list) => all.flatMap((one) => list.map((value) => [...one, value])), [[]])
}

function answerData(table: FakeTable, asked: z.output<typeof DataRequest>, response: ServerResponse): void {
  const chosen: { variable: FakeVariable; values: readonly string[] }[] = []
  for (const variable of table.variables) {
    const own = asked.variables.find(({ code }) => code.toUpperCase() === variable.id.toUpperCase())
    if (!own && !variable.elimination) return refusal(response, 400, `Variabel ${variable.id} skal angives`)
    if (!own) continue
    const all = variable.values.map(({ id }) => id)
    const values = [...new Set(own.values.flatMap((value) => meant(value, all)))]
    const unknown = values.find((value) => !all.includes(value))
    if (unknown !== undefined) return refusal(response, 400, `Værdien ${unknown} findes ikke i ${variable.id}`)
    chosen.push({ variable, values })
  }
  const size = chosen.reduce((product, { values }) => product * values.length, 1)
  if (size > (table.limit ?? 1_000_000))
    return refusal(response, 400, `Udtrækket er på ${size} celler; vælg færre værdier`, 'EXTRACT-TOOBIG')
  const { cells: cellAt } = table
  const cells = combinations(chosen.map(({ values }) => values)).map((values) => ({
    values,
    cell: typeof cellAt === 'function' ? cellAt(values) : cellAt[values.join(' ')],
  }))
  if (asked.format === 'CSV') {
    const header = [...chosen.map(({ variable }) => variable.id.toUpperCase()), 'INDHOLD'].join(';')
    const lines = cells.map(({ values, cell }) => {
      const figure = typeof cell === 'number' ? String(cell).replace('.', ',') : (cell ?? '..')
      return [...values, figure].join(';')
    })
    response.writeHead(200, { 'content-type': 'text/csv; charset=utf-8' })
    response.end(`\uFEFF${[header, ...lines].join('\r\n')}\r\n`)
    return
  }
  // JSON-stat as it is answered: version 1, what the dimensions are called beside them, and one measure.
  const ids = [...chosen.map(({ variable }) => variable.id), 'ContentsCode']
  const dimension = Object.fromEntries(
    chosen.map(({ variable, values }) => [
      variable.id,
      {
        label: variable.text,
        category: {
          index: Object.fromEntries(values.map((value, at) => [value, at])),
          label: Object.fromEntries(
            values.map((value) => [value, variable.values.find(({ id }) => id === value)?.text ?? value]),
          ),
        },
      },
    ]),
  )
  const marks = cells.flatMap(({ cell }, at) => (typeof cell === 'string' ? [[String(at), cell] as const] : []))
  response.writeHead(200, {
    'content-type': 'text/json; charset=utf-8',
    'content-disposition': `attachment; filename=${table.id}.json`,
  })
  response.end(
    JSON.stringify({
      dataset: {
        dimension: {
          ...dimension,
          ContentsCode: {
            label: 'Indhold',
            category: {
              index: { [table.id]: 0 },
              label: { [table.id]: table.text },
              unit: { [table.id]: { base: table.unit ?? 'Antal', decimals: 2 } },
            },
          },
          id: ids,
          size: [...chosen.map(({ values }) => values.length), 1],
          role: {
            metric: ['ContentsCode'],
            time: chosen.filter(({ variable }) => variable.time).map(({ variable }) => variable.id),
          },
        },
        label: table.text,
        source: 'Danmarks Statistik',
        updated: table.updated ?? '2026-03-25T07:00:00Z',
        value: cells.map(({ cell }) => (typeof cell === 'number' ? cell : null)),
        ...(marks.length > 0 && { status: Object.fromEntries(marks) }),
        extension: { px: { tableid: table.id, decimals: 2 } },
      },
    }),
  )
}

const bodyOf = async (request: IncomingMessage): Promise<unknown> => {
  const pieces: Buffer[] = []
  for await (const piece of request) pieces.push(Buffer.from(z.instanceof(Uint8Array).parse(piece)))
  return JSON.parse(Buffer.concat(pieces).toString())
}

/** Starts a local source with the given tables. */
export async function startStatbank(tables: readonly FakeTable[]): Promise<FakeStatbank> {
  const byId = new Map(tables.map((table) => [table.id, table]))
  const asked: FakeStatbank['asked'] = []
  const refuse: FakeStatbank['refuse'] = []
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = request.url?.replace('/v1/', '') ?? ''
    if (request.method === 'GET') return refusal(response, 404, 'Filen findes ikke')
    const body = await bodyOf(request)
    asked.push({ path, body })
    const refused = refuse.shift()
    if (refused) {
      response.writeHead(refused.status, refused.headers)
      response.end(refused.text)
    } else if (path === 'tables') {
      response.end(
        JSON.stringify(
          [...byId.values()].map(({ id, text, active, variables }) => ({
            id,
            text,
            active,
            unit: 'Antal',
            updated: '2026-03-25T08:00:00',
            firstPeriod: variables.find(({ time }) => time)?.values[0]?.id,
            latestPeriod: variables.find(({ time }) => time)?.values.at(-1)?.id,
            variables: variables.map(({ text: name }) => name),
          })),
        ),
      )
    } else {
      const table = byId.get(z.object({ table: z.string() }).parse(body).table)
      if (!table) refusal(response, 404, 'Tabellen findes ikke')
      else if (path === 'tableinfo')
        response.end(
          JSON.stringify({
            ...table,
            cells: undefined,
            suppressedDataValue: '0',
            unit: table.unit ?? 'Antal',
            updated: '2026-03-25T08:00:00',
          }),
        )
      else answerData(table, DataRequest.parse(body), response)
    }
  }
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => refusal(response, 500, String(error)))
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/v1`,
    asked,
    refuse,
    tables: byId,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}

const named = (pairs: Readonly<Record<string, string>>) => Object.entries(pairs).map(([id, text]) => ({ id, text }))

/** Turnout in percent by municipality, shaped as the table of that name; some figures are others than the delivered ones. */
export const turnoutTable = {
  id: 'LABY08',
  text: 'Kommunalvalg efter kommunegruppe, valgresultat og tid',
  active: true,
  unit: 'Pct.',
  variables: [
    {
      id: 'KOMGRP',
      text: 'kommunegruppe',
      elimination: false,
      time: false,
      values: named({ '000': 'Hele landet', '217': 'Helsingør', '101': 'København' }),
    },
    {
      id: 'VALRES',
      text: 'valgresultat',
      elimination: false,
      time: false,
      values: named({ STEMPCT: 'Stemmeprocent', BLANKE: 'Blanke' }),
    },
    {
      id: 'Tid',
      text: 'tid',
      elimination: false,
      time: true,
      values: named({ 2013: '2013', 2017: '2017', 2021: '2021', 2025: '2025' }),
    },
  ],
  cells: {
    '217 STEMPCT 2013': 73.84,
    '217 STEMPCT 2017': 71.99,
    '217 STEMPCT 2021': 68.57,
    '217 STEMPCT 2025': 70.49,
    '000 STEMPCT 2013': 71.95,
    '000 STEMPCT 2017': 70.78,
    '000 STEMPCT 2021': 67.23,
    '000 STEMPCT 2025': 69.2,
  },
} satisfies FakeTable

/** A connection to that table: percentages as they are, of two areas. */
export const turnoutConnection = Connection.parse({
  source: 'statbank',
  table: 'LABY08',
  variables: [
    { code: 'KOMGRP', role: 'area', values: ['217', '000'], per: null },
    { code: 'VALRES', role: 'fixed', values: ['STEMPCT'], per: null },
    { code: 'Tid', role: 'period', values: ['*'], per: null },
  ],
  scale: 1,
  every: null,
})
