import { Connection, VariableRole, type TableDescription } from '@pejling/domain/connection/connection'
import { resolve } from '@pejling/domain/connection/resolve'
import {
  becomingOf,
  chosenOf,
  proposeVariables,
  variablesChosen,
  type Becoming,
  type ChosenVariable,
} from '@pejling/domain/desk/connecting'
import type { DeskView } from '@pejling/domain/desk/views'
import type { Indicator } from '@pejling/domain/indicator/indicator'
import type { Locale, Text } from '@pejling/domain/text'
import { readNumber } from '@pejling/domain/unit/read-number'
import { z } from 'zod'
import type { Actor } from '../db/actor.ts'
import type { Database } from '../db/database.ts'
import { previewPublication } from '../releases/preview.ts'
import { SourceError, type TableSummary } from '../intake/sources/outside-source.ts'
import { notOffered, type OutsideSources } from '../intake/sources/arrive.ts'
import { lastFetch, previewFetch } from '../intake/sources/renew.ts'
import { attachments, getAttached, getIndicator, kinds, listDefinitions } from '../workspace/definitions.ts'
import { Problem } from '../http/problem.ts'
import { saveConnection } from '../workspace/connections/connection-verbs.ts'
import { questionsShown } from './fetched-questions.ts'
import { ownEntry } from '@pejling/domain/record/own-entry'

type ConnectionView = Extract<DeskView, { page: 'connection' }>

/** What a form or an address says of a connection. */
export interface ConnectionRequest {
  readonly slug: string
  /** The source that is asked; empty: that of the connection, or the first there is. */
  readonly source: string
  /** What tables are looked for by; empty: none are. */
  readonly words: string
  /** The table that was picked; empty: none, or the one it is connected to. */
  readonly table: string
  readonly mayWrite: boolean
  readonly mayDecide: boolean
  readonly done: ConnectionView['done']
}

/** What was typed in the form: a text of a field, and all that was chosen in a list. */
export interface TypedConnection {
  readonly text: (name: string) => string
  readonly list: (name: string) => readonly string[]
}

const emptyView = (
  indicator: Indicator,
  sources: OutsideSources,
  { words, source, mayWrite, mayDecide, done }: ConnectionRequest,
): ConnectionView => ({
  page: 'connection',
  slug: indicator.slug,
  name: indicator.name,
  mayWrite,
  sources: Object.entries(sources).map(([key, { name, hint }]) => ({ key, name, hint })),
  source,
  words,
  tables: null,
  table: null,
  roles: [],
  variables: [],
  becoming: 'value',
  area: '',
  areas: [],
  belongs: [],
  crossed: false,
  scale: '',
  every: '',
  connected: null,
  last: null,
  withdrawn: [],
  heldBack: [],
  mayDecide,
  waits: false,
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

/** The groups all figures may belong to: of the dimensions of the indicator that have any. */
function belongsOf(
  db: Database,
  { dimensions }: Indicator,
  chosen: Readonly<Record<string, string>>,
): ConnectionView['belongs'] {
  return listDefinitions(db, kinds.dimension)
    .filter(({ slug, categories }) => dimensions.includes(slug) && categories.length > 0)
    .map(({ slug, name, categories }) => ({
      key: slug,
      name,
      chosen: chosen[slug] ?? '',
      groups: categories.map((category) => ({ key: category.slug, name: category.name })),
    }))
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
  const source = request.source === '' ? (connection?.source ?? Object.keys(sources)[0] ?? '') : request.source
  const last = lastFetch(db, request.slug)
  const view: ConnectionView = {
    ...emptyView(indicator, sources, { ...request, source }),
    connected: connection?.table ?? null,
    last,
    ...questionsShown(db, request.slug),
    waits:
      last !== null &&
      last.added + last.changed + last.confirmed > 0 &&
      previewPublication(db, [request.slug]) !== null,
    roles: rolesOf(db, indicator),
    areas: listDefinitions(db, kinds.area).map(({ code, name }) => ({ key: code, name })),
  }
  const outside = ownEntry(sources, source)
  if (!outside) return { ...view, problem: notOffered(source, sources).problem }
  if (request.words !== '') {
    const found = await asked(() => outside.tables(request.words))
    if ('problem' in found) return { ...view, problem: found.problem }
    return { ...view, tables: found.told satisfies readonly TableSummary[] }
  }
  const isOwn = connection?.source === source && (request.table === '' || request.table === connection.table)
  const wanted = isOwn ? connection.table : request.table
  if (wanted === '') return view
  const described = await asked(() => outside.describe(wanted))
  if ('problem' in described) return { ...view, problem: described.problem }
  const table = described.told
  if (!isOwn) {
    return {
      ...view,
      table,
      variables: proposed(db, indicator, table),
      belongs: belongsOf(db, indicator, {}),
      scale: '1',
    }
  }
  // Shown by the codes the table has today; what it has no longer is said, and can be chosen again.
  const held = resolve(connection, table)
  return {
    ...view,
    table,
    variables: chosenOf(table, 'connection' in held ? held.connection : connection),
    becoming: becomingOf(connection),
    area: connection.area ?? '',
    belongs: belongsOf(db, indicator, connection.categories),
    crossed: connection.crossed,
    scale: String(connection.scale),
    every: connection.every ?? '',
    problem: 'problems' in held ? (held.problems[0] ?? null) : null,
  }
}

/** What was chosen in the form, beside what the table has; groups that are added together stay as they were. */
function chosenIn(
  table: TableDescription,
  before: readonly ChosenVariable[],
  { text, list }: TypedConnection,
): ChosenVariable[] {
  return table.variables.map(({ code, name, mayBeLeftOut, values: options }) => {
    const role = VariableRole.or(z.literal('none'))
      .catch('none')
      .parse(text(`rolle.${code}`))
    const own = before.find((one) => one.code === code)
    return {
      code,
      name,
      mayBeLeftOut,
      options,
      role,
      values: list(`vaerdi.${code}`),
      per: list(`per.${code}`),
      groups: own?.role === role ? own.groups : null,
      except: own?.role === role ? own.except : null,
      error: own?.role === role ? own.error : null,
    }
  })
}

const Becomes = z.enum(['value', 'share', 'ratio']).catch('value') satisfies z.ZodType<Becoming>

/** What else was typed beside the variables, as the form shows it. */
function typedIn(view: ConnectionView, { text }: TypedConnection) {
  return {
    becoming: Becomes.parse(text('bliver')),
    area: text('omraade'),
    belongs: view.belongs.map((one) => ({ ...one, chosen: text(`gruppe.${one.key}`) })),
    crossed: text('paatvaers') === 'ja',
    scale: text('scale'),
    every: text('every'),
  }
}

/** What is delivered with a connection, or has been decided about its figures, and is not chosen in the form. */
function keptOf(before: Connection | null, view: ConnectionView, table: TableDescription): Partial<Connection> {
  if (before?.source !== view.source || before.table !== table.table) return {}
  const { grouped, measured, decided } = before
  return { grouped, measured, decided }
}

function connectionIn(
  view: ConnectionView,
  table: TableDescription,
  locale: Locale,
  before: Connection | null,
): Connection | Text {
  const { becoming, area, belongs, crossed } = view
  const variables = variablesChosen(view.variables, becoming)
  if (!Array.isArray(variables)) return variables
  const scale = { value: 1, share: 100, ratio: readNumber(view.scale, locale === 'da' ? ',' : '.') }[becoming]
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
    .parse(view.every || null)
  const told = new Set<string>(variables.map(({ role }) => role))
  const chosen = belongs.filter((one) => one.chosen !== '' && !told.has(`dim:${one.key}`))
  return Connection.parse({
    ...keptOf(before, view, table),
    source: view.source,
    table: table.table,
    variables,
    area: area === '' || told.has('area') ? null : area,
    categories: Object.fromEntries(chosen.map((one) => [one.key, one.chosen])),
    crossed,
    scale,
    every,
  })
}

/** What a button of the form asks for. */
export type ConnectionStep = 'check' | 'save'

/**
 * Looks at what a connection would bring, or saves it. Returns with the page that says so; `saved`: it is kept. What cannot be
 * used is told on the page, with everything that was chosen.
 */
export async function connect(
  db: Database,
  actor: Actor,
  sources: OutsideSources,
  request: ConnectionRequest,
  { typed, step, locale }: { readonly typed: TypedConnection; readonly step: ConnectionStep; readonly locale: Locale },
): Promise<ConnectionView | 'saved' | null> {
  const read = await readConnecting(db, sources, {
    ...request,
    source: typed.text('source'),
    table: typed.text('table'),
    words: '',
  })
  if (!read?.table) return read
  const { table } = read
  const filled: ConnectionView = {
    ...read,
    ...typedIn(read, typed),
    variables: chosenIn(table, read.variables, typed),
    problem: null,
  }
  const connection = connectionIn(filled, table, locale, getAttached(db, attachments.connection, request.slug))
  if ('da' in connection) return { ...filled, problem: connection }
  if (step === 'save') {
    try {
      saveConnection(db, actor, request.slug, connection)
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      return { ...filled, problem: error.detail }
    }
    return 'saved'
  }
  const preview = await asked(() => previewFetch(db, sources, request.slug, connection))
  return 'problem' in preview
    ? { ...filled, problem: preview.problem }
    : { ...filled, preview: previewShown(preview.told) }
}

function previewShown({ outcome, changes }: Awaited<ReturnType<typeof previewFetch>>): ConnectionView['preview'] {
  return { ...outcome, withdrawn: outcome.withdrawn.length, heldBack: outcome.heldBack.length, changes }
}

/** Takes a connection away; the figures it brought stay. */
export function disconnect(db: Database, actor: Actor, slug: string): void {
  saveConnection(db, actor, slug, null)
}
