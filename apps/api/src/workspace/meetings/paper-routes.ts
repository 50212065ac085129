import { Locale } from '@pejling/domain/text'
import { z } from 'zod'
import { noContent } from '../../workspace-http/declaration.ts'
import { addWorkspaceRoute, type WorkspaceApp } from '../../workspace-http/route.ts'
import { named } from '../address-parts.ts'
import type { WorkspaceParts } from '../../workspace-http/parts.ts'
import { noSuch } from '../references.ts'
import { makePapers, paperFormats, paperTypes, type PaperFormat } from './papers.ts'

const tag = 'meetings'
const formatName = named('The format of the papers: pdf, pptx, xlsx or txt', 'txt')
const query = z.strictObject({
  lang: Locale.default('da').meta({ description: 'The language of what stands around the items', examples: ['da'] }),
  closed: z
    .enum(['true', 'false'])
    .default('false')
    .meta({ description: '`true`: with the closed items, for those who may write agendas', examples: ['false'] }),
})
const answers = { 200: { description: 'The papers', schema: null } }
const produces = Object.values(paperTypes).map((type) => type.replace(/;.*/, ''))
const problems = { 501: 'This machine can make no PDF' }
const access = { scope: 'meetings:read' } as const

/** The format of that name. Throws a Problem (404). */
function formatOf(name: string): PaperFormat {
  const found = paperFormats.find((one) => one === name)
  if (!found) throw noSuch(`Der er ingen papirer som .${name}.`, `There are no papers as .${name}.`)
  return found
}

const making = ({ renderer, site, printPdf }: WorkspaceParts) => ({ renderer, url: site.url, printPdf })

/** The papers of a meeting as it stands now: for all of it, and for each item alone. */
export function addPaperRoutes(to: WorkspaceApp): void {
  addWorkspaceRoute(to, {
    method: 'GET',
    url: '/meetings/:meeting/papers.:format',
    operationId: 'getPapers',
    summary: 'The papers of a meeting',
    description:
      'PDF, PowerPoint, a workbook, or text for an agenda system; of the meeting as it stands now, whether it is shared or not. No paper holds the key of a link.',
    tag,
    access,
    params: z.strictObject({
      meeting: named('The name of the meeting', 'kulturudvalget-2026-12-03'),
      format: formatName,
    }),
    query,
    body: noContent,
    answers,
    produces,
    problems,
    example: {},
    handler: async ({ db, parts, params: { meeting, format: name }, query: { lang, closed }, who }) => {
      const format = formatOf(name)
      const asked = { meeting, item: null, format, locale: lang, closed: closed === 'true' }
      const file = await makePapers(db, who.actor, asked, making(parts))
      return { file: { type: paperTypes[format], ...file } }
    },
  })
  addWorkspaceRoute(to, {
    method: 'GET',
    url: '/meetings/:meeting/items/:item/paper.:format',
    operationId: 'getItemPaper',
    summary: 'The paper of one item',
    description: 'One document for one item, for a case system that keeps each case by itself.',
    tag,
    access,
    params: z.strictObject({
      meeting: named('The name of the meeting', 'kulturudvalget-2026-12-03'),
      item: named('The name of the item', 'punkt-2-2'),
      format: formatName,
    }),
    query,
    body: noContent,
    answers,
    produces,
    problems,
    example: {},
    handler: async ({ db, parts, params: { meeting, item, format: name }, query: { lang, closed }, who }) => {
      const format = formatOf(name)
      const asked = { meeting, item, format, locale: lang, closed: closed === 'true' }
      const file = await makePapers(db, who.actor, asked, making(parts))
      return { file: { type: paperTypes[format], ...file } }
    },
  })
}
