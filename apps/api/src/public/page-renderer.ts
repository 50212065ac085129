import { readdirSync, readFileSync } from 'node:fs'
import { extname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import type { PageAnswer, PageRenderer, PageRequest } from './page-routes.ts'

const dist = new URL('../../../dashboard/dist/', import.meta.url)

const contentTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
}

type Render = (request: PageRequest & { readonly assets: { stylesheet: string; fonts: string[] } }) => PageAnswer
const Entry = z.object({ renderPage: z.custom<Render>((value) => typeof value === 'function') })

/**
 * The built dashboard. Its files are read into memory once; its pages are loaded when the first one is asked for, so that
 * a server that only answers the API does not carry them.
 */
export function loadPages(): PageRenderer {
  const files = new Map(
    readdirSync(new URL('client/assets/', dist)).map((name) => [
      name,
      {
        bytes: readFileSync(new URL(`client/assets/${name}`, dist)),
        contentType: contentTypes[extname(name)] ?? 'application/octet-stream',
      },
    ]),
  )
  const names = [...files.keys()]
  const stylesheet = `/assets/${names.find((name) => name.endsWith('.css')) ?? ''}`
  const fonts = names.filter((name) => name.endsWith('.woff2')).map((name) => `/assets/${name}`)
  let entry: Promise<z.infer<typeof Entry>> | null = null
  return {
    stylesheet,
    assetNames: names,
    asset: (name) => files.get(name) ?? null,
    async render(request) {
      entry ??= import(fileURLToPath(new URL('server/entry-server.js', dist))).then((module) => Entry.parse(module))
      const { renderPage } = await entry
      return renderPage({ ...request, assets: { stylesheet, fonts } })
    },
  }
}
