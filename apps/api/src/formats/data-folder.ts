import type { z } from 'zod'
import { readObservations, writeObservations } from './csv-observations.ts'
import { readAdministration, writeAdministration, type FolderReading } from './delivery-administration.ts'
import {
  ActionPlanFile,
  ConnectionFile,
  FrameworkFile,
  IndicatorFile,
  SettingsFile,
  TargetsFile,
  listFiles,
  roleOf,
} from './delivery-files.ts'
import {
  checkActionPlan,
  checkDimensions,
  checkFramework,
  checkIndicator,
  checkRepeats,
  checkTargets,
  type KnownNames,
} from './delivery-references.ts'
import type { DeliveredObservation, Delivery } from './delivery.ts'
import type { FileProblem } from './file-problem.ts'
import { readYaml, writeYaml, type YamlFile } from './yaml-file.ts'

type Files = ReadonlyMap<string, string>

/** Reads files of one folder, noting what is wrong with them. */
class Reading implements FolderReading {
  readonly problems: FileProblem[] = []
  readonly #files: Files

  constructor(files: Files) {
    this.#files = files
  }

  note(found: readonly FileProblem[]): void {
    this.problems.push(...found)
  }

  required<Schema extends z.ZodType>(file: string, schema: Schema): YamlFile<z.output<Schema>> | null {
    if (this.#files.has(file)) return this.optional(file, schema)
    this.note([{ file, where: 'the folder', detail: 'The file is missing; a data folder needs it' }])
    return null
  }

  /** The file, or `null` where there is none, or it cannot be read. */
  optional<Schema extends z.ZodType>(file: string, schema: Schema): YamlFile<z.output<Schema>> | null {
    const text = this.#files.get(file)
    return text === undefined ? null : this.#yaml(file, text, schema)
  }

  /** The files of a subfolder by name, sorted; those that cannot be read are left out. `namedBy` is the key the name gives. */
  folder<Schema extends z.ZodType>(
    folder: string,
    schema: Schema,
    namedBy?: string,
  ): Map<string, YamlFile<z.output<Schema>>> {
    const read = this.texts(folder).map(({ file, name, text }) => {
      const named = namedBy === undefined ? {} : { [namedBy]: name }
      return [name, this.#yaml(file, text, schema, named)] as const
    })
    return new Map(read.flatMap(([name, file]) => (file ? [[name, file] as const] : [])))
  }

  /** The texts of a subfolder's files, sorted by name. */
  texts(folder: string): { file: string; name: string; text: string }[] {
    return [...this.#files]
      .flatMap(([file, text]) => {
        const role = roleOf(file)
        return role?.folder === folder ? [{ file, name: role.name, text }] : []
      })
      .toSorted((a, b) => (a.name < b.name ? -1 : 1))
  }

  strangers(): FileProblem[] {
    const detail =
      'No file of a data folder has this name; it holds framework.yaml, areas.yaml, dimensions.yaml, sources.yaml, provenances.yaml, keepers.yaml, settings.yaml, indicators/<slug>.yaml, observations/<slug>.csv, targets/<slug>.yaml, connections/<slug>.yaml, overrides/<slug>.yaml, comments/<goal>.yaml, action-plans/<year>.yaml, ideas/<slug>.yaml and meetings/<slug>.yaml'
    return [...this.#files.keys()]
      .filter((file) => roleOf(file) === null)
      .map((file) => ({ file, where: 'the folder', detail }))
  }

  #yaml<Schema extends z.ZodType>(
    file: string,
    text: string,
    schema: Schema,
    named?: Readonly<Record<string, string>>,
  ): YamlFile<z.output<Schema>> | null {
    const read = readYaml(file, text, schema, named)
    if (!('problems' in read)) return read
    this.note(read.problems)
    return null
  }
}

function checkName(
  name: string,
  given: string,
  key: string,
  { problem }: Pick<YamlFile<unknown>, 'problem'>,
): FileProblem[] {
  return name === given ? [] : [problem([key], `The file is named "${name}", but says "${given}"; make them the same`)]
}

const namesOf = (entries: readonly { readonly slug: string }[]): string[] => entries.map(({ slug }) => slug)

/** Reads the folder's tables of figures, once all they refer to is known. */
function readTables(
  reading: Reading,
  known: Pick<Delivery, 'indicators' | 'dimensions' | 'areas' | 'provenances'>,
): DeliveredObservation[] {
  return reading.texts('observations').flatMap(({ file, name, text }) => {
    const indicator = known.indicators.find(({ slug }) => slug === name)
    if (!indicator) {
      reading.note([
        { file, where: 'the folder', detail: `There is no indicator "${name}"; name the file after the indicator` },
      ])
      return []
    }
    const read = readObservations(text, { ...known, file, indicator })
    if ('rows' in read) return read.rows.map((row) => ({ indicator: name, ...row }))
    reading.note(read.problems)
    return []
  })
}

function readTargets(reading: Reading, known: KnownNames): Delivery['targets'] {
  return [...reading.folder('targets', TargetsFile)].flatMap(([name, file]) => {
    const indicator = known.indicators?.get(name)
    if (indicator) reading.note(checkTargets(file, indicator, known))
    else reading.note([file.problem([], `There is no indicator "${name}"; name the file after the indicator`)])
    return file.value.map((target) => ({ indicator: name, target }))
  })
}

function readConnections(reading: Reading, known: KnownNames): Delivery['connections'] {
  return [...reading.folder('connections', ConnectionFile)].map(([name, file]) => {
    if (known.indicators && !known.indicators.has(name)) {
      reading.note([file.problem([], `There is no indicator "${name}"; name the file after the indicator`)])
    }
    return { indicator: name, connection: file.value }
  })
}

/**
 * Reads a data folder, given as relative path → text: everything in it, or every problem in it, each with its file,
 * line and what to do. References are checked where what they refer to could be read, and figures once all definitions
 * are in order, so that one mistake is reported once.
 */
export function readDelivery(
  files: Files,
): { readonly delivery: Delivery } | { readonly problems: readonly FileProblem[] } {
  const reading = new Reading(files)
  reading.note(reading.strangers())
  const framework = reading.required('framework.yaml', FrameworkFile)
  const areas = reading.required('areas.yaml', listFiles.areas)
  const dimensions = reading.required('dimensions.yaml', listFiles.dimensions)
  const sources = reading.required('sources.yaml', listFiles.sources)
  const provenances = reading.required('provenances.yaml', listFiles.provenances)
  const indicators = reading.folder('indicators', IndicatorFile, 'slug')
  const plans = reading.folder('action-plans', ActionPlanFile)
  const goals = framework?.value.focusAreas.flatMap((focusArea) => focusArea.goals)
  const codes = areas?.value.map(({ code }) => code)
  const known: KnownNames = {
    framework: framework?.value.slug ?? null,
    goals: goals ? new Set(namesOf(goals)) : null,
    areas: codes ? new Set(codes) : null,
    dimensions: dimensions?.value ?? null,
    sources: sources ? new Set(namesOf(sources.value)) : null,
    // An indicator that could not be read is still one that may be referred to, so nothing is said then.
    indicators:
      indicators.size === reading.texts('indicators').length
        ? new Map([...indicators].map(([name, { value }]) => [name, value]))
        : null,
  }
  if (framework) reading.note(checkFramework(framework, known))
  if (areas && codes) reading.note(checkRepeats(codes, (index) => [index, 'code'], areas))
  for (const file of [dimensions, sources, provenances]) {
    if (file) reading.note(checkRepeats(namesOf(file.value), (index) => [index, 'slug'], file))
  }
  if (dimensions) reading.note(checkDimensions(dimensions))
  for (const file of indicators.values()) reading.note(checkIndicator(file, known))
  for (const [name, file] of plans) {
    reading.note(checkName(name, String(file.value.year), 'year', file))
    reading.note(checkActionPlan(file, known))
  }
  const targets = known.indicators ? readTargets(reading, known) : []
  const connections = readConnections(reading, known)
  const administration = readAdministration(reading, known)
  const settings = reading.optional('settings.yaml', SettingsFile)
  if (!framework || !areas || !dimensions || !sources || !provenances || !known.indicators)
    return { problems: reading.problems }
  const shared = {
    areas: areas.value,
    dimensions: dimensions.value,
    provenances: provenances.value,
    indicators: [...known.indicators.values()],
  }
  const observations = readTables(reading, shared)
  if (reading.problems.length > 0) return { problems: reading.problems }
  return {
    delivery: {
      demonstration: settings?.value.demonstration ?? false,
      ...partsOf(framework.value),
      ...shared,
      sources: sources.value,
      observations,
      targets,
      connections,
      actionPlans: [...plans.values()].map(({ value }) => value),
      administration,
    },
  }
}

function partsOf({ focusAreas, ...framework }: FrameworkFile): Pick<Delivery, 'framework' | 'focusAreas' | 'goals'> {
  return {
    framework,
    focusAreas: focusAreas.map(({ slug, position, printedNumber, title }) => ({
      slug,
      framework: framework.slug,
      position,
      printedNumber,
      title,
    })),
    goals: focusAreas.flatMap(({ slug, goals }) => goals.map((goal) => ({ ...goal, focusArea: slug }))),
  }
}

function wholeFramework({ framework, focusAreas, goals }: Delivery): z.input<typeof FrameworkFile> {
  return {
    ...framework,
    focusAreas: focusAreas
      .map(({ slug, position, printedNumber, title }) => ({
        slug,
        position,
        printedNumber,
        title,
        goals: goals
          .filter(({ focusArea }) => focusArea === slug)
          .map(({ slug: goal, number, text }) => ({ slug: goal, number, text }))
          .toSorted((a, b) => a.number.localeCompare(b.number, 'en', { numeric: true })),
      }))
      .toSorted((a, b) => a.position - b.position),
  }
}

const sortedBy = <Entry>(entries: readonly Entry[], nameOf: (entry: Entry) => string): Entry[] =>
  entries.toSorted((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1))
const bySlug = <Entry extends { readonly slug: string }>(entries: readonly Entry[]): Entry[] =>
  sortedBy(entries, ({ slug }) => slug)
/** Through the schema, so that the keys always stand in its order. */
const inOrder = <Schema extends z.ZodType>(schema: Schema, value: z.input<Schema>): string =>
  writeYaml(schema.parse(value))

/**
 * Writes a data folder as relative path → text. Lists are sorted by name, figures by series and period, so that equal
 * deliveries are equal bytes and a difference in the files is a difference in the content. Throws a ZodError where the
 * delivery does not fit the domain's schemas.
 */
export function writeDelivery(delivery: Delivery): Map<string, string> {
  const files = new Map<string, string>([
    ['framework.yaml', inOrder(FrameworkFile, wholeFramework(delivery))],
    [
      'areas.yaml',
      inOrder(
        listFiles.areas,
        sortedBy(delivery.areas, ({ code }) => code),
      ),
    ],
    ['dimensions.yaml', inOrder(listFiles.dimensions, bySlug(delivery.dimensions))],
    ['sources.yaml', inOrder(listFiles.sources, bySlug(delivery.sources))],
    ['provenances.yaml', inOrder(listFiles.provenances, bySlug(delivery.provenances))],
    ...writeAdministration(delivery.administration),
  ])
  if (delivery.demonstration) files.set('settings.yaml', inOrder(SettingsFile, { demonstration: true }))
  const figures = Map.groupBy(delivery.observations, ({ indicator }) => indicator)
  const targets = Map.groupBy(delivery.targets, ({ indicator }) => indicator)
  for (const indicator of delivery.indicators) {
    const { slug } = indicator
    const { slug: _name, ...definition } = IndicatorFile.parse(indicator)
    files.set(`indicators/${slug}.yaml`, writeYaml(definition))
    const rows = figures.get(slug)
    if (rows) files.set(`observations/${slug}.csv`, writeObservations(rows, indicator))
    const own = targets.get(slug)
    if (own) files.set(`targets/${slug}.yaml`, inOrder(TargetsFile, bySlug(own.map(({ target }) => target))))
  }
  for (const { indicator, connection } of delivery.connections) {
    files.set(`connections/${indicator}.yaml`, inOrder(ConnectionFile, connection))
  }
  for (const plan of delivery.actionPlans) files.set(`action-plans/${plan.year}.yaml`, inOrder(ActionPlanFile, plan))
  return new Map([...files].toSorted(([a], [b]) => (a < b ? -1 : 1)))
}
