import { Resvg } from '@resvg/resvg-js'

/** Draws an SVG as PNG. Its letters are those of the given typeface files; no other is looked for. */
export function drawPng(svg: string, fontFiles: readonly string[]): Buffer {
  const drawing = new Resvg(svg, {
    font: { fontFiles: [...fontFiles], loadSystemFonts: false, defaultFontFamily: 'Inter Variable' },
  })
  return drawing.render().asPng()
}
