import type { PageRenderer } from './page-renderer.ts'

/**
 * A page that needs nothing but itself, for a file: its typefaces lie in it, its links name the host, and it may neither run a
 * script nor ask the network for anything.
 * Typefaces are waited for, since nobody sees the page while it is made.
 */
export function standalone(html: string, { asset }: Pick<PageRenderer, 'asset'>, siteUrl: string): string {
  return html
    .replace(/<script\b[^>]*>\s*<\/script>/g, '')
    .replace(/<link rel="(?:preload|icon)"[^>]*>/g, '')
    .replace(
      '<head>',
      `<head><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:">`,
    )
    .replaceAll('font-display:optional', 'font-display:block')
    .replace(/url\(["']?\/assets\/([\w.-]+\.woff2)["']?\)/g, (address, name: string) => {
      const file = asset(name)
      return file ? `url(data:font/woff2;base64,${file.variants.identity.body.toString('base64')})` : address
    })
    .replace(/ href="\/(?!\/)/g, ` href="${siteUrl}/`)
}
