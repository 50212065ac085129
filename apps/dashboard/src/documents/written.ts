import type { JSX } from 'react'
import { renderToString } from 'react-dom/server'

/**
 * The whole document. Not static markup: what a script takes over must be told apart where two texts meet. The typefaces are
 * asked for at its end: in the head they would put off the first paint on a slow line, and React would put them there.
 */
export function written(page: JSX.Element, fonts: readonly string[]): string {
  const preloads = fonts.map(
    (font) => `<link rel="preload" as="font" type="font/woff2" href="${font}" crossorigin="anonymous">`,
  )
  return `<!doctype html>${renderToString(page).replace(/<\/body><\/html>$/, `${preloads.join('')}$&`)}`
}
