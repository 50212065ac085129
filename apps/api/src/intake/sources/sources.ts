import type { SourceConnection } from './source-connection.ts'
import type { OutsideSources } from './arrive.ts'
import { sourceKinds } from './source-kinds.ts'

const waitFor = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds)
  })

const connection = (base: string): SourceConnection => ({
  base,
  fetch: globalThis.fetch,
  wait: waitFor,
  timeout: 60_000,
  largest: 200_000_000,
})

/** The sources of an installation, at the addresses its settings allow. */
export function outsideSources(urls: Readonly<Record<string, string>>): OutsideSources {
  return Object.fromEntries(
    sourceKinds.flatMap((kind) => {
      const url = urls[kind.name]
      return url === undefined ? [] : [[kind.name, kind.open(connection(url))]]
    }),
  )
}
