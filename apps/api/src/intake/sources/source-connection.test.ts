import { expect, it } from 'vitest'
import { requestText, type SourceConnection } from './source-connection.ts'
import { SourceError } from './outside-source.ts'

const base = 'https://api.example.invalid'
let waited = 0
const over = (code: string): SourceConnection => ({
  base,
  fetch: () => Promise.reject(new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) })),
  wait: (milliseconds) => {
    waited += milliseconds
    return Promise.resolve()
  },
  timeout: 1000,
  largest: 1000,
})

it.each(['ENOTFOUND', 'EAI_AGAIN', 'ENETUNREACH', 'EHOSTUNREACH', 'UND_ERR_CONNECT_TIMEOUT'])(
  'a server without internet (%s) says so at once',
  async (code) => {
    waited = 0
    const error: unknown = await requestText(over(code), 'tables', null).catch((one: unknown) => one)
    expect(error instanceof SourceError && error.problem.da).toBe(
      `Serveren har ikke adgang til internettet: ${base} kan ikke nås.`,
    )
    expect(waited).toBe(0)
  },
)

it('an answer that breaks off is asked for again', async () => {
  waited = 0
  await expect(requestText(over('ECONNRESET'), 'tables', null)).rejects.toThrow('does not answer')
  expect(waited).toBeGreaterThan(0)
})
