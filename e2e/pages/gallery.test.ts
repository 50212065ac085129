import { fileURLToPath } from 'node:url'
import { chartStates } from '@pejling/figures/chart-states.fixture'
import type { Browser, Page } from 'playwright-core'
import { createServer, type ViteDevServer } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from './browser.ts'

/* Every chart in every state, measured in a browser with the product's own typeface. */

let server: ViteDevServer
let browser: Browser
let page: Page
const complaints: string[] = []

/** A text as the browser has set it, in pixels from the upper left corner of its drawing. */
interface Measured {
  readonly text: string
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

interface Drawing {
  readonly state: string
  readonly width: number
  readonly renderer: string
  readonly height: number
  readonly texts: readonly Measured[]
  /** The middle of every measurement. */
  readonly points: readonly (readonly [number, number])[]
  readonly lines: readonly (readonly number[])[]
}

let drawings: readonly Drawing[] = []

beforeAll(async () => {
  const configFile = fileURLToPath(new URL('../../apps/dashboard/gallery/vite.config.ts', import.meta.url))
  server = await createServer({ configFile, logLevel: 'error', server: { port: 0 } })
  await server.listen()
  browser = await launchBrowser()
  page = await browser.newPage({ viewport: { width: 2400, height: 1200 } })
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.goto(new URL('/gallery/', server.resolvedUrls?.local[0]).href)
  await page.waitForSelector('[data-state="No figure at all"] svg')
  await page.waitForSelector('[data-state="In English"] .recharts-line-curve')
  await page.evaluate(() => document.fonts.ready)
  drawings = await page.evaluate(() => {
    return [...document.querySelectorAll<HTMLElement>('[data-renderer]')].map((place) => {
      const svg = place.querySelector('svg')
      const frame = svg?.getBoundingClientRect() ?? new DOMRect()
      const boxOf = (element: Element) => {
        const { left, top, right, bottom } = element.getBoundingClientRect()
        return {
          left: left - frame.left,
          top: top - frame.top,
          right: right - frame.left,
          bottom: bottom - frame.top,
        }
      }
      const middle = (element: Element): [number, number] => {
        const { left, top, right, bottom } = boxOf(element)
        return [(left + right) / 2, (top + bottom) / 2]
      }
      return {
        state: place.closest<HTMLElement>('[data-state]')?.dataset['state'] ?? '',
        width: Number(place.parentElement?.dataset['size']),
        renderer: place.dataset['renderer'] ?? '',
        height: frame.height,
        texts: [...place.querySelectorAll('svg text')].map((text) => ({
          text: text.textContent ?? '',
          ...boxOf(text),
        })),
        points: [...place.querySelectorAll('svg .figure-point')].map(middle),
        lines: [...place.querySelectorAll('svg .figure-line[d], svg .recharts-line-curve')]
          .map((line) => Object.values(boxOf(line)))
          // A line through one measurement is no line.
          .filter(([left = 0, top = 0, right = 0, bottom = 0]) => right - left > 1 || bottom - top > 1),
      }
    })
  })
})

afterAll(async () => {
  await browser.close()
  await server.close()
})

const near = (a: readonly number[], b: readonly number[] | undefined): boolean =>
  a.every((value, index) => Math.abs(value - (b?.[index] ?? NaN)) <= 0.5)
const byPlace = (a: readonly number[], b: readonly number[]): number =>
  Math.round(a[0] ?? 0) - Math.round(b[0] ?? 0) || (a[1] ?? 0) - (b[1] ?? 0)
const nameOf = ({ state, width, renderer }: Drawing): string => `${state}, ${width} px, ${renderer}`
/** How far two texts may come into each other's boxes: a box is taller than its letters. */
const slack = 2

describe('every chart in every state', () => {
  it('is there, and nothing complains', () => {
    expect(drawings.length).toBeGreaterThan(150)
    expect(complaints).toEqual([])
  })

  it('has no two texts on top of each other', () => {
    const collisions = drawings.flatMap((drawing) =>
      drawing.texts.flatMap((a, index) =>
        drawing.texts
          .slice(index + 1)
          .filter(
            (b) =>
              a.left + slack < b.right &&
              b.left + slack < a.right &&
              a.top + slack < b.bottom &&
              b.top + slack < a.bottom,
          )
          .map((b) => `${nameOf(drawing)}: “${a.text}” and “${b.text}”`),
      ),
    )
    expect(collisions).toEqual([])
  })

  it('shows every text whole', () => {
    const clipped = drawings.flatMap((drawing) =>
      drawing.texts
        .filter(
          ({ left, top, right, bottom }) =>
            left < -1 || top < -slack || right > drawing.width + 1 || bottom > drawing.height + slack,
        )
        .map(({ text }) => `${nameOf(drawing)}: “${text}”`),
    )
    expect(clipped).toEqual([])
  })

  it('names every line, however many there are and however narrow it is', () => {
    const nameless = drawings.flatMap((drawing) => {
      const series = chartStates.find(({ name }) => name === drawing.state)?.input.series ?? []
      const words = drawing.texts.map(({ text }) => text).join(' ')
      const missing = series.filter(({ label }) => label !== null && !words.includes(label.split(' ')[0] ?? ''))
      return missing.map(({ label }) => `${nameOf(drawing)}: ${label}`)
    })
    expect(nameless).toEqual([])
  })

  it('is the same to half a pixel, drawn on the server and read point by point', () => {
    const explored = drawings.filter(({ renderer }) => renderer === 'explored')
    expect(explored.length).toBeGreaterThan(80)
    for (const drawing of explored) {
      const drawn = drawings.find(
        ({ state, width, renderer }) => state === drawing.state && width === drawing.width && renderer === 'static',
      )
      const name = nameOf(drawing)
      const [points, lines] = [drawing.points.toSorted(byPlace), drawing.lines.toSorted(byPlace)]
      const drawnPoints = drawn?.points.toSorted(byPlace)
      const drawnLines = drawn?.lines.toSorted(byPlace)
      expect(drawing.height, name).toBeCloseTo(drawn?.height ?? 0, 0)
      expect(
        drawing.texts.map(({ text }) => text),
        name,
      ).toEqual(drawn?.texts.map(({ text }) => text))
      expect(points.length, name).toBe(drawnPoints?.length)
      expect(
        points.filter((point, index) => !near(point, drawnPoints?.[index])),
        name,
      ).toEqual([])
      expect(lines.length, name).toBe(drawnLines?.length)
      expect(
        lines.filter((line, index) => !near(line, drawnLines?.[index])),
        name,
      ).toEqual([])
      const away = drawing.texts.filter(
        (text, index) =>
          !near([text.left, text.top], drawn?.texts[index] && [drawn.texts[index].left, drawn.texts[index].top]),
      )
      expect(away, name).toEqual([])
    }
  })
})
