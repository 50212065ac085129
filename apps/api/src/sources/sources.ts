import type { Config } from '../config.ts'
import type { Reach } from './reach.ts'
import type { OutsideSources } from './renew.ts'
import { statbank } from './statbank.ts'

const waitFor = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds)
  })

const reach = (base: string): Reach => ({ base, fetch: globalThis.fetch, wait: waitFor, patience: 60_000 })

/** The sources of an installation, at the addresses its settings allow. */
export function outsideSources({ statbankUrl }: Pick<Config, 'statbankUrl'>): OutsideSources {
  return { statbank: statbank(reach(statbankUrl)) }
}
