import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { launchBrowser } from '../e2e/pages/browser.ts'
import { addEditor, makeForSheet, sheeted } from './installation.ts'
import { startServer } from './measure.ts'
import { atMost } from './results.ts'

const cli = fileURLToPath(new URL('../apps/api/dist/server/main.js', import.meta.url))
const email = 'bench@example.dk'
const password = 'en lang adgangskode til måling'
/** How many keys are pressed; one in a hundred may be slower than what is reported. */
const presses = 300

/** (i) A key in a sheet of 60 years × 40 series: from the press to what it changed being painted. */
export async function measureGrid(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'pejling-bench-'))
  const browser = await launchBrowser()
  try {
    const db = makeForSheet(folder)
    await addEditor(db, email, password)
    db.connection.close()
    const server = await startServer([cli, 'serve'], '/api/v1/indicators', { PEJLING_DATA: folder })
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
    await page.goto(`${server.origin}/admin/log-ind`)
    await page.fill('[name=email]', email)
    await page.fill('[name=password]', password)
    await page.click('main button')
    await page.goto(`${server.origin}/admin/tal/${sheeted}`)
    await page.evaluate(() => {
      const waits: number[] = []
      Object.assign(window, { waits })
      // Caught before the sheet's own listeners; the task after the next frame comes when that has been painted.
      document.addEventListener(
        'keydown',
        (event) => {
          requestAnimationFrame(() => setTimeout(() => waits.push(performance.now() - event.timeStamp)))
        },
        { capture: true },
      )
    })
    await page.locator('input[data-row="1"][data-column="1"]').focus()
    const keys = ['7', '1', ',', '5', 'ArrowDown', '3', 'Enter', 'ArrowRight', 'Tab', 'Control+d']
    for (let press = 0; press < presses; press += 1) {
      await page.keyboard.press(keys[press % keys.length] ?? 'Tab')
      await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))))
    }
    const waits = z
      .array(z.number())
      .parse(await page.evaluate(() => Object(window).waits))
      .sort((a, b) => a - b)
    const slow = waits[Math.floor(waits.length * 0.99)] ?? Number.NaN
    const usual = waits[Math.floor(waits.length / 2)] ?? Number.NaN
    const cells = await page.locator('input[data-row]').count()
    const detail = `${slow.toFixed(0)} ms (half within ${usual.toFixed(0)}), ${cells} cells, ${waits.length} keys`
    atMost('(i) a key in the sheet, 99 of 100 within 50 ms', detail, slow / 50, 1)
    await server.stop()
  } finally {
    await browser.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
