import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import subsetFont from 'subset-font'
import type { Plugin } from 'vite'

/*
 * The pages' typefaces, cut down to what they are used for: the letters of European languages in Latin script, the signs of
 * our figures, and the weights between the thinnest and the heaviest that is set. See docs/decisions/0010-fonts.md.
 */

interface Typeface {
  readonly name: string
  /** The file in its package. */
  readonly source: string
  readonly weights: { readonly min: number; readonly max: number }
}

const typefaces: readonly Typeface[] = [
  {
    name: 'inter',
    source: '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2',
    weights: { min: 400, max: 650 },
  },
  {
    name: 'source-serif',
    source: '@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2',
    weights: { min: 400, max: 600 },
  },
]

const [space, lastLatin] = [0x20, 0x17f]
const latin = Array.from({ length: lastLatin - space + 1 }, (_, index) => String.fromCodePoint(space + index)).join('')
const signs = '–—‘’“”„…•‹›€−×≥≤±·⁰¹²³⁴⁵⁶⁷⁸⁹←→↑↓↗↘\u00AD\u2011'

/** Makes the typefaces small and lets style sheets name them as `latin-fonts/inter.woff2`. */
export function latinFonts(): Plugin {
  const require = createRequire(import.meta.url)
  const folder = fileURLToPath(new URL('node_modules/.cache/latin-fonts/', import.meta.url))
  return {
    name: 'latin-fonts',
    async config() {
      mkdirSync(folder, { recursive: true })
      for (const { name, source, weights } of typefaces) {
        const small = await subsetFont(readFileSync(require.resolve(source)), latin + signs, {
          targetFormat: 'woff2',
          variationAxes: { wght: weights },
        })
        writeFileSync(`${folder}${name}.woff2`, small)
      }
      return { resolve: { alias: { 'latin-fonts': folder } } }
    },
  }
}

/** The weights charts are lettered in. */
const pictureWeights = [400, 600]

/** Leaves the typeface of charts as plain TrueType files beside the pages, one for each weight, for pictures made on the server. */
export function pictureFonts(): Plugin {
  const require = createRequire(import.meta.url)
  return {
    name: 'picture-fonts',
    async generateBundle() {
      const [{ source } = { source: '' }] = typefaces
      for (const weight of pictureWeights) {
        const font = await subsetFont(readFileSync(require.resolve(source)), latin + signs, {
          targetFormat: 'truetype',
          variationAxes: { wght: weight },
        })
        this.emitFile({ type: 'asset', fileName: `picture-fonts/inter-${weight}.ttf`, source: font })
      }
    },
  }
}
