import { describe, expect, it } from 'vitest'
import type { OutsideSource } from './outside-source.ts'
import { openStatbank } from './statbank.ts'

/* Answers shaped as StatBank gave them on 6 and 7 September 2025, shortened: STRAF42, decisions by national origin. */

const tableInfo = {
  id: 'STRAF42',
  text: 'Strafferetlige afgørelser',
  description: 'Strafferetlige afgørelser efter national oprindelse og tid',
  unit: 'Antal',
  suppressedDataValue: '0',
  updated: '2025-03-25T08:00:00',
  active: true,
  contacts: [{ name: 'Statistikeren', phone: '+4500000000', mail: 'x@dst.dk' }],
  documentation: { id: '3806026b', url: 'https://www.dst.dk/statistikdokumentation/3806026b' },
  footnote: { text: 'Antal domme er for lavt i 2023.\r\n', mandatory: true },
  variables: [
    {
      id: 'HERKOMST1',
      text: 'national oprindelse',
      elimination: true,
      time: false,
      values: [
        { id: '00', text: 'I alt' },
        { id: '80', text: 'Dansk statsborger' },
      ],
    },
    {
      id: 'Tid',
      text: 'tid',
      elimination: false,
      time: true,
      values: [
        { id: '2022', text: '2022' },
        { id: '2023', text: '2023' },
      ],
    },
  ],
}
const unit = { STRAF42: { base: 'Antal', decimals: 0 } }
const jsonStat = {
  dataset: {
    dimension: {
      HERKOMST1: { label: 'national oprindelse', category: { index: { '00': 0 }, label: { '00': 'I alt' } } },
      ContentsCode: {
        label: 'Indhold',
        category: { index: { STRAF42: 0 }, label: { STRAF42: 'Strafferetlige afgørelser' }, unit },
      },
      Tid: { label: 'tid', category: { index: { '2022': 0, '2023': 1 }, label: { '2022': '2022', '2023': '2023' } } },
      id: ['HERKOMST1', 'ContentsCode', 'Tid'],
      size: [1, 1, 2],
      role: { metric: ['ContentsCode'], time: ['Tid'] },
    },
    label: 'Strafferetlige afgørelser efter national oprindelse, Indhold og tid',
    source: 'Danmarks Statistik',
    updated: '2025-03-25T07:00:00Z',
    value: [230_001.5, 233_454],
    extension: { px: { infofile: 'https://www.dst.dk/x', tableid: 'STRAF42', decimals: 0 } },
  },
}
const asked = [
  { code: 'HERKOMST1', values: ['00'] },
  { code: 'Tid', values: ['*'] },
]

function recorded(data: string): { source: OutsideSource; requests: [string, unknown][] } {
  const requests: [string, unknown][] = []
  const fetch: typeof globalThis.fetch = (address, init) => {
    const { pathname } = new URL(String(address instanceof Request ? address.url : address))
    requests.push([pathname, JSON.parse(typeof init?.body === 'string' ? init.body : 'null')])
    const text = pathname.endsWith('/tableinfo') ? JSON.stringify(tableInfo) : data
    return Promise.resolve(new Response(text, { headers: { 'content-type': 'text/json; charset=utf-8' } }))
  }
  const reach = {
    base: 'https://api.example.dk/v1',
    fetch,
    wait: () => Promise.resolve(),
    timeout: 1000,
    largest: 1_000_000,
  }
  return { source: openStatbank(reach), requests }
}

describe('answers as they were recorded', () => {
  it('describe a table', async () => {
    const { source, requests } = recorded('')
    const description = await source.describe('straf42')
    expect(requests).toEqual([['/v1/tableinfo', { table: 'STRAF42', lang: 'da' }]])
    expect(description).toMatchObject({ table: 'STRAF42', unit: 'Antal', updated: '2025-03-25T08:00:00' })
    expect(description.variables[0]).toMatchObject({
      code: 'HERKOMST1',
      name: 'national oprindelse',
      mayBeLeftOut: true,
    })
    expect(description.variables[1]).toMatchObject({ code: 'Tid', isTime: true })
  })

  it('give figures with their decimals, as JSON-stat of the first kind', async () => {
    const { source } = recorded(JSON.stringify(jsonStat))
    const cells = [...(await source.cells([asked], await source.describe('STRAF42')))]
    expect(cells.map(({ at, value }) => [at['HERKOMST1']?.name, at['Tid']?.code, value])).toEqual([
      ['I alt', '2022', 230_001.5],
      ['I alt', '2023', 233_454],
    ])
  })
})
