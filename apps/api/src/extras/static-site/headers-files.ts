import { localeOfPath } from '@pejling/addresses/language'
import { apiPlaces, languagePrefix, pageWords } from '@pejling/addresses/words'

/*
 * The headers of the site as files that file servers read, made of what the server itself has answered: a rule for each part of
 * the site whose files have the same headers. No two rules set the same header for one file, since servers differ about what
 * that means.
 */

/** A file of the site and the headers it was answered with. */
export interface AnsweredFile {
  readonly file: string
  readonly headers: Readonly<Record<string, string>>
}

/** Headers for the addresses of a pattern: `/api/*` and what lies below, `/en/` one page, `:name` one part of a path. */
export interface HeaderRule {
  readonly pattern: string
  readonly headers: Readonly<Record<string, string>>
}

/** A former address with its present one. */
export interface Redirect {
  readonly from: string
  readonly to: string
  readonly permanent: boolean
}

/** What a reader's browser has to be told; the rest is the file server's own business. */
const carried = [
  'cache-control',
  'cross-origin-opener-policy',
  'access-control-allow-origin',
  'access-control-expose-headers',
  'x-content-type-options',
] as const

/** What may be embedded where: all of a policy that a page cannot say itself (the page states the rest). */
const ancestors = /frame-ancestors [^;]*/

/** Endings that no file server knows, and those that are news to nginx. */
const unknown = /\.(json-stat|sdmx-csv|parquet|sqlite)$/
const newToNginx = /\.(csv|json-stat|sdmx-csv|parquet|sqlite|ttl|jsonld)$/

interface Folder {
  /** By name: of a file its headers as one text, and of a folder what is in it. The page of a folder has no name. */
  readonly entries: Map<string, string | Folder>
}

/** Folders whose parts are numbers of releases: of pages in each language, and of the API. */
const releaseFolders: ReadonlySet<string | undefined> = new Set([
  ...Object.values(pageWords.releases),
  apiPlaces.releases.slice(1),
])

/** The pages that are shown for what is not there. */
const missing = { da: `${languagePrefix.da}/404.html`, en: `${languagePrefix.en}/404.html` } as const

/** Folders that hold a folder for each thing. */
const thingFolders = new RegExp(`(indicators|goals|${Object.values(pageWords.meeting).join('|')})/[^/]+/`)

const isNumbered = (parent: string | undefined, name: string): boolean =>
  releaseFolders.has(parent) && /^\d+$/.test(name)

/** The parts of an address that a rule may name. What holds for one release holds for all. */
function partsOf(file: string): string[] {
  const parts = file.replace(/(^|\/)index\.html$/, '$1').split('/')
  return parts.map((part, index) => (isNumbered(parts[index - 1], part) ? ':release' : part))
}

function headersOf({ headers }: AnsweredFile): Record<string, string> {
  const whole = headers['content-security-policy'] ?? ''
  // A page says the rest of it itself; a drawing that is opened by itself cannot.
  const isDrawing = headers['content-type']?.startsWith('image/svg') === true
  const policy = isDrawing ? whole || undefined : ancestors.exec(whole)?.[0]
  return Object.fromEntries([
    ...carried.flatMap((name) => (headers[name] === undefined ? [] : [[name, headers[name]] as const])),
    ...(policy === undefined ? [] : [['content-security-policy', policy] as const]),
  ])
}

function folderOf(files: readonly AnsweredFile[]): Folder {
  const root: Folder = { entries: new Map() }
  for (const answered of files) {
    const parts = partsOf(answered.file)
    let folder = root
    for (const part of parts.slice(0, -1)) {
      const known = folder.entries.get(part)
      const next: Folder = typeof known === 'object' ? known : { entries: new Map() }
      folder.entries.set(part, next)
      folder = next
    }
    const headers = JSON.stringify(headersOf(answered))
    const name = parts.at(-1) ?? ''
    const known = folder.entries.get(name)
    if (known !== undefined && known !== headers)
      throw new Error(`/${parts.join('/')} has other headers in one release`)
    folder.entries.set(name, headers)
  }
  return root
}

const setsOf = ({ entries }: Folder): Set<string> =>
  new Set([...entries.values()].flatMap((entry) => (typeof entry === 'string' ? [entry] : [...setsOf(entry)])))

function rulesBelow({ entries }: Folder, prefix: string): [pattern: string, headers: string][] {
  const named = [...entries].filter(([name, entry]) => typeof entry === 'string' && name !== '')
  const [shared, ...others] = new Set(named.map(([, entry]) => entry))
  // A folder of many files and further folders, such as the releases: its files by one rule.
  const together = named.length > 3 && typeof shared === 'string' && others.length === 0 ? shared : null
  const rules = [...entries].flatMap(([name, entry]): [string, string][] => {
    if (typeof entry === 'string') return together !== null && name !== '' ? [] : [[`${prefix}/${name}`, entry]]
    const [only, ...more] = setsOf(entry)
    return only !== undefined && more.length === 0
      ? [[`${prefix}/${name}/*`, only]]
      : rulesBelow(entry, `${prefix}/${name}`)
  })
  return together === null ? rules : [[`${prefix}/:file`, together], ...rules]
}

/**
 * What single files need beside that: the type where the ending says nothing to a file server, and how far the script of a meeting
 * may reach. For each kind of address one rule.
 */
function singleRules(files: readonly AnsweredFile[]): HeaderRule[] {
  const rules = new Map<string, Record<string, string>>()
  for (const { file, headers } of files) {
    const type = headers['content-type']
    const reach = headers['service-worker-allowed']
    const pattern = `/${partsOf(file).join('/').replace(thingFolders, '$1/:name/')}`
    if (unknown.test(file) && type !== undefined) rules.set(pattern, { 'content-type': type })
    // All meetings lie in one folder, and so one rule does for all.
    if (reach !== undefined) rules.set(pattern, { 'service-worker-allowed': reach.replace(/[^/]+$/, '') })
  }
  return [...rules].map(([pattern, own]) => ({ pattern, headers: own }))
}

function partRules(files: readonly AnsweredFile[]): HeaderRule[] {
  return rulesBelow(folderOf(files), '').map(([pattern, headers]): HeaderRule => {
    const read: Record<string, string> = JSON.parse(headers)
    return { pattern, headers: read }
  })
}

/** The rules that give every file the headers the server gave it. */
export function headerRules(files: readonly AnsweredFile[]): HeaderRule[] {
  return [...partRules(files), ...singleRules(files)]
}

const title = (name: string): string => name.replace(/(^|-)[a-z]/g, (letter) => letter.toUpperCase())

/** `_headers`, as Netlify, Cloudflare Pages and others read it. */
export function headersFile(rules: readonly HeaderRule[]): string {
  return rules
    .map(({ pattern, headers }) =>
      [pattern, ...Object.entries(headers).map(([name, value]) => `  ${title(name)}: ${value}`)].join('\n'),
    )
    .join('\n\n')
    .concat('\n')
}

/** `_redirects`, read by the same. */
export function redirectsFile(redirects: readonly Redirect[]): string {
  return redirects.map(({ from, to, permanent }) => `${from} ${to} ${permanent ? 301 : 302}\n`).join('')
}

const forPattern = (text: string): string => text.replace(/[.+?^${}()|[\]\\]/g, String.raw`\$&`)

/** A pattern as a regular expression: with and without a slash at the end. */
function regular(pattern: string): string {
  const isBelow = pattern.endsWith('/*')
  const parts = pattern.replace(/\/\*?$/, '').split('/')
  const path = parts.map((part) => (part.startsWith(':') ? '[^/]+' : forPattern(part))).join('/')
  return isBelow ? `^${path}(?:/|$)` : `^${path}${pattern.endsWith('/') ? '/?' : ''}$`
}

const quoted = (text: string): string => `"${text.replace(/["\\]/g, String.raw`\$&`)}"`

/** A rule as nginx has it. */
function location({ pattern, headers }: HeaderRule): string[] {
  return [
    `location ~ ${quoted(regular(pattern))} {`,
    ...Object.entries(headers).map(([name, value]) => `    add_header ${title(name)} ${quoted(value)} always;`),
    ...(localeOfPath(pattern) === 'en' && pattern !== missing.en ? [`    error_page 404 ${missing.en};`] : []),
    '    try_files $uri $uri/index.html $uri.json =404;',
    '}',
  ]
}

/** What stands in nginx's `server { }` beside `root`: where files lie, their types and headers, and what has moved. */
export function nginxFile(files: readonly AnsweredFile[], redirects: readonly Redirect[]): string {
  const types = new Map<string, string>()
  for (const { file, headers } of files) {
    const [, ending] = newToNginx.exec(file) ?? []
    if (ending !== undefined) types.set(ending, (headers['content-type'] ?? '').split(';')[0] ?? '')
  }
  // Types go by the ending here, and of two patterns the first decides: those of single files stand before the rest.
  const parts = partRules(files)
  const singles = singleRules(files)
    .filter(({ headers }) => !('content-type' in headers))
    .map(({ pattern, headers }) => ({
      pattern,
      headers: { ...parts.find((part) => new RegExp(regular(part.pattern)).test(pattern))?.headers, ...headers },
    }))
  return [
    '# Written by export-site. In a server: root, then include this file.',
    'include mime.types;',
    'types {',
    ...[...types].map(([ending, type]) => `    ${type} ${ending};`),
    '}',
    'charset utf-8;',
    'charset_types text/plain text/css text/csv text/turtle text/javascript application/javascript application/json application/ld+json application/xml application/atom+xml image/svg+xml;',
    `error_page 404 ${missing.da};`,
    ...redirects.flatMap(({ from, to, permanent }) => [
      `location = ${from} { return ${permanent ? 308 : 302} ${quoted(to)}; }`,
    ]),
    // What is for the server is for no one else.
    'location ~ "^/(?:_headers|_redirects|_nginx\\.conf|\\.pejling-)" { return 404; }',
    ...[...singles, ...parts].flatMap(location),
    // An address of no file at all.
    'location / { try_files $uri $uri/index.html =404; }',
    '',
  ].join('\n')
}
