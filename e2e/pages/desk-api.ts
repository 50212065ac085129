import type { Page } from 'playwright-core'
import { z } from 'zod'

const Answer = z.object({ status: z.number(), body: z.json() })

/** What the workspace's API answers somebody who is signed in, in a page of theirs. */
export async function api(
  page: Page,
  method: 'GET' | 'POST' | 'PUT' | 'PATCH',
  path: string,
  body?: unknown,
): Promise<z.output<typeof Answer>> {
  const answer: unknown = await page.evaluate(
    async ([verb, url, text]) => {
      const response = await fetch(`/api/v1/workspace${url}`, {
        method: verb,
        headers: { accept: 'application/json', 'content-type': 'application/json', 'if-match': '*' },
        ...(text === '' ? {} : { body: text }),
      })
      return { status: response.status, body: await response.json() }
    },
    [method, path, body === undefined ? '' : JSON.stringify(body)] as const,
  )
  return Answer.parse(answer)
}

/** Complaints of the console, of which there should be none but those a test expects. */
export function complaintsOf(page: Page): string[] {
  const complaints: string[] = []
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
  })
  page.on('pageerror', ({ message }) => complaints.push(message))
  return complaints
}

/** Writes a figure as a colleague would: beside the pages that are open. */
export async function writeFigure(page: Page, indicator: string, period: string, value: number): Promise<void> {
  const { status } = await api(page, 'PATCH', `/observations/${indicator}`, {
    observations: [{ area: '217', period, value }],
  })
  if (status !== 200) throw new Error(`${indicator} ${period} could not be written: ${status}`)
}
