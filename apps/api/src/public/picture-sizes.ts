/*
 * Charts as pictures come in a few sizes: each is drawn once and kept, however many different sizes are asked for.
 */

/** The widths and heights there are, in pixels, smallest first. */
const sizes = {
  width: [240, 400, 600, 960, 1200, 1600, 2400],
  height: [160, 300, 480, 630, 900, 1600],
} as const

/** The sizes there are, for the description of the API. */
export const sizesInWords = `It comes ${sizes.width.join(', ')} pixels wide and ${sizes.height.join(', ')} high; any other size is answered with the nearest.`

function nearest(known: readonly [number, ...number[]], wanted: number): number {
  return known.reduce((best, one) => (Math.abs(one - wanted) < Math.abs(best - wanted) ? one : best), known[0])
}

/** The size nearest to what is asked for, in pixels; 960 × 480 where nothing is. */
export function pictureSize(asked: { readonly width?: number | undefined; readonly height?: number | undefined }): {
  readonly width: number
  readonly height: number
} {
  return { width: nearest(sizes.width, asked.width ?? 960), height: nearest(sizes.height, asked.height ?? 480) }
}
