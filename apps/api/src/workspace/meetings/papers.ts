import { meetingPath } from '@pejling/addresses/meetings'
import { pathOf } from '@pejling/addresses/pages'
import { caseText } from '@pejling/domain/meeting/case-text'
import { itemText } from '@pejling/domain/meeting/item-text'
import { meetingDocument, openItems, type Meeting, type MeetingDocument } from '@pejling/domain/meeting/meeting'
import type { ReadReleased } from '@pejling/domain/meeting/show'
import { FrameworksDocument } from '@pejling/domain/release/documents'
import { documentPath } from '@pejling/domain/release/paths'
import type { Locale } from '@pejling/domain/text'
import { authorise, type Actor } from '../../db/actor.ts'
import type { Database } from '../../db/database.ts'
import { Problem } from '../../http/problem.ts'
import { changesBefore, meetingFile, type MeetingFile } from '../../meetings/meeting-file.ts'
import { meetingSlides } from '../../meetings/meeting-slides.ts'
import { meetingWorkbook } from '../../meetings/meeting-workbook.ts'
import { CannotPrintError, type PrintPdf } from '../../meetings/pdf.ts'
import type { PageRenderer } from '../../public/page-renderer.ts'
import { releaseChanges } from '../../releases/release-changes.ts'
import { openReleaseStore, type ReleaseStore } from '../../releases/release-store.ts'
import { newestShared, sharedDocuments } from '../shared-meetings.ts'
import { isDemonstration } from '../definitions.ts'
import { requireItem } from './items.ts'
import { requireMeeting } from './meetings.ts'

/*
 * The papers of a meeting as it stands now, whether it is shared or not: for all of it, or for one item. Closed items are in them only
 * where a person who writes agendas asks for them.
 */

/** The formats papers come in. */
export const paperFormats = ['pdf', 'pptx', 'xlsx', 'txt'] as const
export type PaperFormat = (typeof paperFormats)[number]

/** The content type of each format. */
export const paperTypes: Readonly<Record<PaperFormat, string>> = {
  pdf: 'application/pdf',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  txt: 'text/plain; charset=utf-8',
}

/** Which papers are asked for. */
export interface AskedPapers {
  readonly meeting: string
  /** The one item they are of; `null`: of all. */
  readonly item: string | null
  readonly format: PaperFormat
  readonly locale: Locale
  /** Whether closed items are in them. */
  readonly closed: boolean
}

/** What papers are made with. */
export interface PaperMaking {
  readonly renderer: PageRenderer
  /** The public address of the installation. */
  readonly url: string
  /** Makes PDF files; `null`: this machine cannot. */
  readonly printPdf: PrintPdf | null
}

const readerOf =
  (store: ReleaseStore, release: number): ReadReleased =>
  (path) => {
    const version = store.version(path, release)
    const document = version && store.document(version.hash)
    return document ? JSON.parse(document.bytes.toString()) : undefined
  }

/** A meeting with the items that are asked for. Throws a Problem (404), and a NotAllowedError for closed items. */
function askedMeeting(db: Database, actor: Actor, { meeting, item, closed }: AskedPapers): Meeting {
  if (closed) authorise(actor, 'editor')
  const whole = requireMeeting(db, meeting)
  const seen = { ...whole, items: closed ? whole.items : openItems(whole.items) }
  return item === null ? seen : { ...seen, items: [requireItem(seen, actor, item)] }
}

function documentOf(db: Database, meeting: Meeting): MeetingDocument {
  const sharing = meeting.sharing === 'public' ? 'public' : 'link'
  const about = {
    demonstration: isDemonstration(db),
    version: (newestShared(db, meeting.slug)?.version ?? 0) + 1,
    sharedAt: db.clock(),
  }
  return meetingDocument({ ...meeting, sharing }, sharedDocuments(db), about)
}

/** Where the figures of papers can be seen: the public meeting, or else the release; never the key of a link. */
const seenAt = ({ sharing, slug, release }: Meeting, locale: Locale): string =>
  sharing === 'public'
    ? meetingPath('agenda', { slug, secret: null }, locale)
    : pathOf({ locale, page: 'release', number: release, since: null }, null)

const cannotPrint = new Problem('not-implemented', {
  da: 'Serveren kan ikke lave PDF: den har ingen Chromium. Den, der driver den, kan sætte PEJLING_CHROMIUM. Hent .pptx, .xlsx eller .txt i stedet.',
  en: 'The server cannot make PDF: it has no Chromium. Whoever operates it can set PEJLING_CHROMIUM. Get .pptx, .xlsx or .txt instead.',
})

async function pdfOf(
  file: MeetingFile,
  { renderer, url, printPdf }: PaperMaking,
  store: ReleaseStore,
  read: ReadReleased,
): Promise<Buffer> {
  if (printPdf === null) throw cannotPrint
  const { meeting, release, locale } = file
  const latest = store.latestNumber()
  const { renderMeeting } = await renderer.pages()
  const { html } = renderMeeting(
    {
      view: 'appendix',
      locale,
      meeting,
      secret: null,
      read,
      release,
      latest,
      after: release.number < latest ? releaseChanges(store, release.number, latest) : null,
      before: changesBefore(store, meeting),
      siteUrl: url,
    },
    { mode: 'standalone', policy: 'standalone' },
  )
  try {
    return await printPdf(html)
  } catch (error) {
    throw error instanceof CannotPrintError ? cannotPrint : error
  }
}

function textOf(file: MeetingFile, read: ReadReleased, isItem: boolean): string {
  const { meeting, shown, release, address } = file
  const [first] = shown
  if (isItem && first) return `${itemText(meeting, first, release, address)}\n`
  const policies = FrameworksDocument.safeParse(read(documentPath.frameworks)).data?.frameworks ?? []
  const titles = policies.map(({ title }) => title.da)
  return `${caseText(meeting, shown, titles, release, address)}\n`
}

/**
 * Makes the papers of a meeting, or of one of its items, as it stands now. Throws a Problem (404, and 501 where no PDF can be made),
 * and a NotAllowedError where a person asks for closed items who may not read them.
 */
export async function makePapers(
  db: Database,
  actor: Actor,
  asked: AskedPapers,
  making: PaperMaking,
): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  const written = askedMeeting(db, actor, asked)
  const store = openReleaseStore(db)
  const release = store.release(written.release)
  if (!release) {
    throw new Problem('conflict', {
      da: `Mødet viser tallene fra udgivelse ${written.release}, som ikke er her. Vælg en anden udgivelse.`,
      en: `The meeting shows the figures of release ${written.release}, which is not here. Choose another release.`,
    })
  }
  const read = readerOf(store, release.number)
  const meeting = documentOf(db, written)
  const address = new URL(seenAt(written, asked.locale), making.url).href
  const file = meetingFile({ meeting, release, locale: asked.locale, address, store, read })
  const name = `${[written.slug, asked.item].filter((one) => one !== null).join('-')}.${asked.format}`
  switch (asked.format) {
    case 'pdf':
      return { name, bytes: await pdfOf(file, making, store, read) }
    case 'pptx':
      return { name, bytes: await meetingSlides(file) }
    case 'xlsx':
      return { name, bytes: await meetingWorkbook(file) }
    case 'txt':
    default:
      return { name, bytes: Buffer.from(textOf(file, read, asked.item !== null)) }
  }
}
