/*
 * The addresses of the site itself in what it answers: found, and written as they are where the site is files. Pages are the
 * server's own HTML, whose attributes always stand in double quotes.
 */

const attributes = /(\s(?:href|src|action|data-worker)=")(\/(?!\/)[^"]*)(")/g
/** The text of a link that is its own address, as examples are given. */
const asText = /(<code>)(\/api\/v1\/[^<]*)(<\/code>)/g

const escapedForPattern = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, String.raw`\$&`)

/** Finds the site's own addresses in a text and puts others in their place. */
export type Rewrite = (text: string, to: (address: string) => string) => string

/** Writes an address without what stands behind its `#`, and puts that behind it again. */
function replaced(given: string, to: (address: string) => string): string {
  const [address = '', ...fragment] = given.split('#')
  const next = to(address)
  return next === address ? given : [next, ...fragment].join('#')
}

/** In a page: what its links and forms name, and absolute addresses, as descriptions for machines have them. */
export function rewritePage(siteUrl: string): Rewrite {
  const absolute = new RegExp(`(")${escapedForPattern(siteUrl)}(/[^"#]*)(["#])`, 'g')
  return (html, to) => {
    const linked = new Set<string>()
    const plain = (address: string): string => {
      const decoded = address.replaceAll('&amp;', '&')
      linked.add(decoded)
      const next = to(decoded)
      return next === decoded ? address : next.replaceAll('&', '&amp;')
    }
    return html
      .replace(attributes, (_, before: string, given: string, after: string) => before + replaced(given, plain) + after)
      .replace(absolute, (_, before: string, given: string, after: string) => before + siteUrl + plain(given) + after)
      .replace(asText, (all, before: string, given: string, after: string) =>
        linked.has(given) ? before + to(given) + after : all,
      )
  }
}

/** In a feed, a catalogue or another document for machines: absolute addresses. */
export function rewriteDocument(siteUrl: string): Rewrite {
  const absolute = new RegExp(`${escapedForPattern(siteUrl)}(/[^\\s"'<>\\\\#]*)`, 'g')
  return (text, to) =>
    text.replace(absolute, (_, given: string) => {
      const decoded = given.replaceAll('&amp;', '&')
      const next = to(decoded)
      return siteUrl + (next === decoded ? given : next.replaceAll('&', '&amp;'))
    })
}
