import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

declare global {
  interface Window {
    readonly axe?: typeof axe
  }
}

/**
 * What axe finds wrong with a page, by every rule it has. It is brought into the page once, however often it is asked there, and
 * describes only what is wrong. It would not look into frames: a page that has some must be asked frame by frame.
 */
export async function violations(page: Page): Promise<string[]> {
  expect(page.frames(), 'frames').toHaveLength(1)
  if (!(await page.evaluate(() => window.axe !== undefined))) await page.evaluate(axe.source)
  return page.evaluate(async () => {
    const result = await window.axe?.run({ resultTypes: ['violations'] })
    if (!result) throw new Error('axe is not in the page')
    return result.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`)
  })
}
