import TurndownService from 'turndown'

const markdown = new TurndownService({ headingStyle: 'atx', bulletListMarker: '-', emDelimiter: '*' })
  // What is drawn is said in its title and description; tables are figures; ways to other pages, forms and scripts are no sentences.
  .addRule('drawing', {
    filter: (node) => node.nodeName.toLowerCase() === 'svg',
    replacement: (_content, node) => {
      const said = [...node.childNodes].filter(({ nodeName }) => /^(?:title|desc)$/i.test(nodeName))
      return said.map(({ textContent }) => `\n\n${textContent ?? ''}\n\n`).join('')
    },
  })
  .addRule('link', { filter: 'a', replacement: (content) => content })
  .addRule('heading', {
    filter: ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'],
    replacement: (content) => `\n\n**${content.trim()}**\n\n`,
  })
  .addRule('entry', {
    filter: ['dt', 'dd', 'summary', 'option', 'legend', 'figcaption'],
    replacement: (content) => `\n\n${content.trim()}\n\n`,
  })
  .remove(['script', 'style', 'nav', 'table', 'form', 'button', 'pre'])

// It is read as it is: “1. november” needs no backslash.
markdown.escape = (text) => text

/** What a reader of one page is told. */
export interface PageLines {
  readonly title: string
  /** Its paragraphs, headings and list entries as lines of Markdown, in their order; the description for search engines first. */
  readonly lines: readonly string[]
  /** Addresses of its other views, as they are linked to. */
  readonly views: readonly string[]
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#x27': "'", '#39': "'" }

const unescape = (text: string): string =>
  text.replaceAll(/&(#?\w+);/g, (whole, name: string) => entities[name] ?? whole)

const first = (html: string, pattern: RegExp): string => unescape(pattern.exec(html)?.[1] ?? '')

/** A page of the site as what it says: without its figures in tables, its frame, and what is not read as text. */
export function pageLines(html: string): PageLines {
  const main = /<main[\s>][\s\S]*<\/main>/.exec(html)?.[0] ?? ''
  const views = /<nav class="views"[\s\S]*?<\/nav>/.exec(main)?.[0] ?? ''
  const lines = markdown
    .turndown(main)
    .split('\n')
    .map((line) =>
      line
        .replaceAll(/[ \t]+/g, ' ')
        .trim()
        .replace(/^(?:- )+/, '- '),
    )
  return {
    title: first(html, /<title>([^<]*)<\/title>/),
    lines: [first(html, /<meta name="description" content="([^"]*)"/), ...lines].filter((line) => line !== ''),
    views: [...views.matchAll(/href="([^"]*)"/g)].map(([, address]) => unescape(address ?? '')),
  }
}
