import { danishDay } from './period/danish-day.ts'
import { formatDate } from './period/period.ts'
import { ended, type Locale } from './text.ts'

/** What is cited: figures as a release had them. */
export interface Cited {
  /** Who publishes them. */
  readonly organisation: string
  /** What the site is called that they stand on. */
  readonly site: string
  readonly name: string
  readonly slug: string
  readonly release: number
  readonly publishedAt: string
  /** Where they are as they were in the release, for ever. */
  readonly address: string
}

/** The forms a citation has: read by people, by BibTeX and by programs for references (RIS). */
export const citationForms = ['text', 'bibtex', 'ris'] as const
export type CitationForm = (typeof citationForms)[number]

/** A citation around the date it is made on, which only its reader knows; without a date, `before` and `after` alone. */
export interface Citation {
  readonly before: string
  /** What is written for the day, `{}` being the day itself. */
  readonly day: string
  readonly after: string
}

/** BibTeX reads these as its own. */
const bibtexSigns: Readonly<Record<string, string>> = {
  '\\': String.raw`\textbackslash{}`,
  '{': String.raw`\{`,
  '}': String.raw`\}`,
  '&': String.raw`\&`,
  '%': String.raw`\%`,
  $: String.raw`\$`,
  '#': String.raw`\#`,
  _: String.raw`\_`,
  '~': String.raw`\textasciitilde{}`,
  '^': String.raw`\textasciicircum{}`,
}
const forBibtex = (text: string): string => text.replace(/[\\{}&%$#_~^]/g, (sign) => bibtexSigns[sign] ?? sign)

const words = {
  da: { release: (number: number) => `udgivelse ${number}`, day: ' (hentet {})' },
  en: { release: (number: number) => `release ${number}`, day: ' (retrieved {})' },
} as const

/** Figures as they are cited. Days in BibTeX and RIS are written as numbers, in text as the language writes them. */
export function citationOf(
  { organisation, site, name, slug, release, publishedAt, address }: Cited,
  form: CitationForm,
  locale: Locale,
): Citation {
  const { release: numbered, day } = words[locale]
  const published = danishDay(publishedAt)
  const [year] = published.split('-')
  if (form === 'bibtex') {
    return {
      before: [
        `@misc{${slug}-${release},`,
        `  author = {{${forBibtex(organisation)}}},`,
        `  title = {${forBibtex(name)}},`,
        `  note = {${forBibtex(site)}, ${numbered(release)}},`,
        `  date = {${published}},`,
        `  year = {${year}},`,
        `  url = {${address}},`,
      ].join('\n'),
      day: '\n  urldate = {{}},',
      after: '\n}',
    }
  }
  if (form === 'ris') {
    return {
      before: [
        'TY  - DATA',
        `AU  - ${organisation}`,
        `TI  - ${name}`,
        `PY  - ${year}`,
        `DA  - ${published.replaceAll('-', '/')}`,
        `ET  - ${site}, ${numbered(release)}`,
        `UR  - ${address}`,
      ].join('\n'),
      day: '\nY2  - {}',
      after: '\nER  - ',
    }
  }
  return {
    before: `${organisation} (${year}): ${ended(name)} ${site}, ${numbered(release)}, ${formatDate(publishedAt, locale)}. ${address}`,
    day,
    after: '',
  }
}
