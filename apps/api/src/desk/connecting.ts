import { Connection, VariableRole, type SourceName, type TableDescription } from '@pejling/domain/connection/connection'
import { chosenOf, proposeVariables, variablesChosen, type ChosenVariable } from '@pejling/domain/desk/connecting'
import type { DeskView } from '@pejling/domain/desk/views'
import type { Indicator } from '@pejling/domain/indicator/indicator'
import type { Locale, Text } from '@pejling/domain/text/text'
import { readNumber } from '@pejling/domain/unit/read-number'
import { z } from 'zod'
import type { Actor } from '../db/actor.ts'
import { write } from '../db/change-set.ts'
import type { Database } from '../db/database.ts'
import { SourceError, type TableSummary } from '../sources/outside-source.ts'
import { lastFetch, previewFetch, type OutsideSources } from '../sources/renew.ts'
import {
  attachments,
  getAttached,
  getIndicator,
  isDemonstration,
  kinds,
  listDefinitions,
  putAttached,
} from '../workspace/definitions.ts'

type ConnectionView = Extract<DeskView, { page: 'connection' }>

/** What a form or an address says of a connection. */
export interface ConnectionRequest {
  readonly slug: string
  /** What tables are looked for by; empty: none are. */
  readonly words: string
  /** The table that was picked; empty: none, or the one it is connected to. */
  readonly table: string
  readonly mayWrite: boolean
  readonly done: ConnectionView['done']
}

/** What was typed in the form: a text of a field, and all that was chosen in a list. */
export interface Typed {
  readonly text: (name: string) => string
  readonly list: (name: string) => readonly string[]
}

const source: SourceName = 'statbank'

const emptyView = (indicator: Indicator, { words, mayWrite, done }: ConnectionRequest): ConnectionView => ({
  page: 'connection',
  slug: indicator.slug,
  name: indicator.name,
  mayWrite,
  words,
  tables: null,
  table: null,
  roles: [],
  variables: [],
  scale: '',
  every: '',
  connected: null,
  last: null,
  preview: null,
  problem: null,
  done,
})

/** What a source says, or why it says nothing. */
async function asked<Told>(ask: () => Promise<Told>): Promise<{ readonly told: Told } | { readonly problem: Text }> {
  try {
    return { told: await ask() }
  } catch (error) {
    if (error instanceof SourceError) return { problem: error.problem }
    throw error
  }
}

function rolesOf(db: Database, { dimensions }: Indicator): ConnectionView['roles'] {
  const own = listDefinitions(db, kinds.dimension).filter(({ slug }) => dimensions.includes(slug))
  return own.map(({ slug, name }) => ({ key: `dim:${slug}`, name }))
}

function proposed(db: Database, indicator: Indicator, table: TableDescription): ChosenVariable[] {
  const country = listDefinitions(db, kinds.area).find(({ kind }) => kind === 'country')?.code ?? null
  return proposeVariables(table, indicator, listDefinitions(db, kinds.dimension), country)
}

/** The page that connects an indicator to a table: what it is connected to, tables to pick from, or the form for one; `null`: no such indicator. */
export async function readConnecting(
  db: Database,
  sources: OutsideSources,
  request: ConnectionRequest,
): Promise<ConnectionView | null> {
  const indicator = getIndicator(db, request.slug)
  if (!indicator) return null
  const connection = getAttached(db, attachments.connection, request.slug)
  const view: ConnectionView = {
    ...emptyView(indicator, request),
    connected: connection?.table ?? null,
    last: lastFetch(db, request.slug),
    roles: rolesOf(db, indicator),
  }
  const outside = sources[source]
  if (request.words !== '') {
    const found = await asked(() => outside.tables(request.words))
    if ('problem' in found) return { ...view, problem: found.problem }
    return { ...view, tables: found.told satisfies readonly TableSummary[] }
  }
  const wanted = request.table === '' ? (connection?.table ?? '') : request.table
  if (wanted === '') return view
  const described = await asked(() => outside.describe(wanted))
  if ('problem' in described) return { ...view, problem: described.problem }
  const table = described.told
  const own = connection?.table === wanted ? connection : null
  return {
    ...view,
    table,
    variables: own ? chosenOf(table, own) : proposed(db, indicator, table),
    scale: String(own?.scale ?? 1),
    every: own?.every ?? '',
  }
}

/** What was chosen in the form, beside what the table has. */
function chosenIn(table: TableDescription, { text, list }: Typed): ChosenVariable[] {
  return table.variables.map(({ code, name, mayBeLeftOut, values: options }) => ({
    code,
    name,
    mayBeLeftOut,
    options,
    role: VariableRole.or(z.literal('none'))
      .catch('none')
      .parse(text(`rolle.${code}`)),
    values: list(`vaerdi.${code}`),
    per: list(`per.${code}`),
  }))
}

function connectionIn(
  table: TableDescription,
  variables: readonly ChosenVariable[],
  typed: Typed,
  locale: Locale,
): Connection | Text {
  const chosen = variablesChosen(variables)
  if (!Array.isArray(chosen)) return chosen
  const scale = readNumber(typed.text('scale'), locale === 'da' ? ',' : '.')
  if (typeof scale !== 'number' || scale <= 0) {
    return {
      da: 'Skriv, hvad tallet ganges med, som 1 eller 100.',
      en: 'Write what the figure is multiplied by, such as 1 or 100.',
    }
  }
  const every = z
    .enum(['day', 'week', 'month'])
    .nullable()
    .catch(null)
    .parse(typed.text('every') || null)
  return Connection.parse({ source, table: table.table, variables: chosen, scale, every })
}

/** What a button of the form asks for. */
export type ConnectionStep = 'check' | 'save'

/**
 * Looks at what a connection would bring, or saves it. Answers with the page that says so; `saved`: it is kept. What cannot be
 * used is told on the page, with everything that was chosen.
 */
export async function connect(
  db: Database,
  actor: Actor,
  sources: OutsideSources,
  request: ConnectionRequest,
  { typed, step, locale }: { readonly typed: Typed; readonly step: ConnectionStep; readonly locale: Locale },
): Promise<ConnectionView | 'saved' | null> {
  const view = await readConnecting(db, sources, { ...request, table: typed.text('table'), words: '' })
  if (!view?.table) return view
  const variables = chosenIn(view.table, typed)
  const filled = { ...view, variables, scale: typed.text('scale'), every: typed.text('every') }
  const connection = connectionIn(view.table, variables, typed, locale)
  if ('da' in connection) return { ...filled, problem: connection }
  if (step === 'save') {
    if (isDemonstration(db))
      return {
        ...filled,
        problem: {
          da: 'Blandt opfundne tal gemmes ingen kobling til rigtige.',
          en: 'Among invented figures no connection to real ones is kept.',
        },
      }
    write(db, actor, { action: 'definition' }, (changeSet) =>
      putAttached(changeSet, attachments.connection, request.slug, connection),
    )
    return 'saved'
  }
  const preview = await asked(() => previewFetch(db, sources, request.slug, connection))
  return 'problem' in preview
    ? { ...filled, problem: preview.problem }
    : { ...filled, preview: { ...preview.told.outcome, changes: preview.told.changes } }
}

/** Takes a connection away; the figures it brought stay. */
export function disconnect(db: Database, actor: Actor, slug: string): void {
  write(db, actor, { action: 'definition' }, (changeSet) => putAttached(changeSet, attachments.connection, slug, null))
}
