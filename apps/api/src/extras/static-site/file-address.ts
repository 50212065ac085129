import { apiRoot, parameterWords, siteFiles } from '@pejling/addresses/words'
import { Locale } from '@pejling/domain/text'
import { documentFile } from '@pejling/domain/release/paths'

/** Where an address of the server lies when the site is files. */
export interface FilePlace {
  /** The path of the file in the folder. */
  readonly file: string
  /** What links to it say: an address that is a file, or a folder with an `index.html`. */
  readonly address: string
  /** What the server is asked for to fill it. */
  readonly asked: string
}

/** Endings that say what is in a file. A goal's number is none: `goals/2.2`. */
const ending =
  /\.(?:json|csv|xlsx|json-stat|sdmx-csv|parquet|sqlite|zip|svg|png|txt|xml|atom|ttl|jsonld|js|css|woff2|html|pdf|pptx)$/

const api = `${apiRoot}/`

/** Comparisons of a release with another: each is a page, and no script makes it of another one. */
const comparisons = Locale.options.map((locale) => parameterWords.since[locale])

/** Values that say enough by themselves before the ending: `chart.en.svg`. */
const plain = new Set(['lang', 'dialect'])

function dataPlace(path: string, query: URLSearchParams, asked: string): FilePlace {
  if (path === 'oembed') {
    const page = new URL(query.get('url') ?? '', 'http://localhost').pathname
    const file = `api/v1/oembed${page}.json`
    return { file, address: `/${file}`, asked }
  }
  // The same in one form: a file cannot ask what its reader accepts.
  const named = path === 'catalogue' ? 'catalogue.jsonld' : path
  const [suffix = '.json'] = ending.exec(named) ?? []
  const stem = named.endsWith(suffix) ? named.slice(0, -suffix.length) : named
  const release = query.get('release')
  const words = [...query]
    .filter(([name]) => name !== 'release')
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `.${plain.has(name) ? value : `${name}-${value}`}`)
  const name = `${stem}${words.join('')}`
  const file = `${api.slice(1)}${release === null ? `${name}${suffix}` : documentFile(name, Number(release)).replace(/\.json$/, suffix)}`
  return { file, address: `/${file}`, asked }
}

/**
 * The file an address is written to. Of data, parameters become part of the name; of pages, choices stay in the link, since a
 * script follows them and the page is the same file.
 */
export function filePlaceOf(address: string): FilePlace {
  const url = new URL(address, 'http://localhost')
  const path = decodeURIComponent(url.pathname)
  if (path.startsWith(api)) return dataPlace(path.slice(api.length), url.searchParams, path + url.search)
  // What may change lies apart from what never does, whose names have a hash in them.
  if (path === siteFiles.icon) return { file: 'icon.svg', address: '/icon.svg', asked: path }
  if (ending.test(path)) return { file: path.slice(1), address: path, asked: path }
  const page = path.replace(/\/+$/, '')
  const compared = comparisons.find((name) => url.searchParams.has(name))
  if (compared !== undefined) {
    const value = url.searchParams.get(compared) ?? ''
    const own = `${page}/${compared}/${value}`
    return { file: `${own.slice(1)}/index.html`, address: own, asked: `${page}?${compared}=${value}` }
  }
  return { file: `${page}/index.html`.slice(1), address: (page || '/') + url.search, asked: page || '/' }
}

/** Whether an address is a page rather than something to fetch. */
export function isPage({ file }: FilePlace): boolean {
  return file.endsWith('index.html')
}
