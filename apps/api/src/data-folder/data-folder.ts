import { planName } from '@pejling/domain/action-plan/action-plan'
import { byNumber, inOrderOfPolicies, type Framework } from '@pejling/domain/framework'
import { colourProblems } from '@pejling/domain/profile/colours'
import type { Profile } from '@pejling/domain/profile/profile'
import { locales, type Locale } from '@pejling/domain/text'
import type { z } from 'zod'
import { readObservations } from '../intake/own-table.ts'
import { writeObservations } from './write-observations.ts'
import { readAdministration, writeAdministration, type FolderReading } from './delivery-administration.ts'
import {
  ActionPlanFile,
  ConnectionFile,
  FrameworkFile,
  IndicatorFile,
  SettingsFile,
  SiteFile,
  TargetsFile,
  listFiles,
  roleOf,
} from './delivery-files.ts'
import {
  checkActionPlan,
  checkAreas,
  checkDimensions,
  checkFramework,
  checkFrameworks,
  checkIndicator,
  checkRepeats,
  checkTargets,
  type KnownNames,
} from './delivery-references.ts'
import type { DeliveredObservation, Delivery } from './delivery.ts'
import type { FileProblem } from '../intake/read/file-problem.ts'
import { logoOf } from './logo.ts'
import { withBothLanguages, inOwnLanguage, languagesIn } from '../exports/one-language.ts'
import { readYaml, writeYaml, type YamlFile } from './yaml-file.ts'

type Files = ReadonlyMap<string, string>

/** Reads files of one folder, noting what is wrong with them. */
class Reading implements FolderReading {
  readonly problems: FileProblem[] = []
  readonly #files: Files
  /** The languages texts have to be in. */
  languages: readonly Locale[] = locales

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
  optional<Schema extends z.ZodType>(
    file: string,
    schema: Schema,
    complete?: (content: unknown) => unknown,
  ): YamlFile<z.output<Schema>> | null {
    const text = this.#files.get(file)
    return text === undefined ? null : this.#yaml(file, text, schema, undefined, complete)
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
      'No file of a data folder has this name; it holds site.yaml, logo.svg or logo.png, framework.yaml, frameworks/<slug>.yaml, areas.yaml, dimensions.yaml, sources.yaml, provenances.yaml, keepers.yaml, settings.yaml, indicators/<slug>.yaml, observations/<slug>.csv, targets/<slug>.yaml, connections/<slug>.yaml, overrides/<slug>.yaml, comments/<goal>.yaml, action-plans/<year>.yaml (after the mark of its policy: action-plans/<mark>-<year>.yaml), ideas/<slug>.yaml and meetings/<slug>.yaml'
    return [...this.#files.keys()]
      .filter((file) => roleOf(file) === null)
      .map((file) => ({ file, where: 'the folder', detail }))
  }

  #yaml<Schema extends z.ZodType>(
    file: string,
    text: string,
    schema: Schema,
    named?: Readonly<Record<string, string>>,
    complete = (content: unknown): unknown => withBothLanguages(content, this.languages),
  ): YamlFile<z.output<Schema>> | null {
    const read = readYaml(file, text, schema, named, complete)
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

/** How the site presents itself; where its logo stands without it, that is a problem. */
function readProfile(reading: Reading, files: Files): Profile | null {
  // It says itself in which languages it and all the others are written, so that comes first.
  const site = reading.optional('site.yaml', SiteFile, (content) => {
    reading.languages = languagesIn(content)
    return withBothLanguages(content, reading.languages)
  })
  const logos = (['svg', 'png'] as const).filter((ending) => files.has(`logo.${ending}`))
  const problem = (file: string, detail: string): void => reading.note([{ file, where: 'the file', detail }])
  if (logos.length > 1) problem('logo.png', 'There is a logo.svg, too; keep the one that is shown')
  const [ending] = logos
  if (site === null) {
    if (ending !== undefined && !files.has('site.yaml')) {
      problem(`logo.${ending}`, 'A logo stands beside a site.yaml that says what the site is called; write one')
    }
    return null
  }
  const { colours } = site.value
  for (const { colour, problem: text } of colours === null ? [] : colourProblems(colours)) {
    reading.note([site.problem(['colours', colour], text.en)])
  }
  if (ending === undefined) return { ...site.value, logo: null }
  const text = files.get(`logo.${ending}`) ?? ''
  const logo = logoOf(Buffer.from(text, ending === 'png' ? 'base64' : 'utf8'))
  if ('problem' in logo) problem(`logo.${ending}`, logo.problem.en)
  return { ...site.value, logo: 'problem' in logo ? null : logo }
}

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
    const provenances = known.provenances.map(({ slug }) => slug)
    const read = readObservations(text, { ...known, indicator, known: [], provenances, languages: reading.languages })
    if ('rows' in read) return read.rows.map((row) => ({ indicator: name, ...row }))
    reading.note(
      read.problems.map(({ line, column, detail }) => ({
        file,
        where: `line ${line}${column === null ? '' : `, column ${column}`}`,
        detail: detail.en,
      })),
    )
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
  const profile = readProfile(reading, files)
  const framework = reading.required('framework.yaml', FrameworkFile)
  const policies = [...(framework ? [framework] : []), ...reading.folder('frameworks', FrameworkFile, 'slug').values()]
  const areas = reading.required('areas.yaml', listFiles.areas)
  const dimensions = reading.required('dimensions.yaml', listFiles.dimensions)
  const sources = reading.required('sources.yaml', listFiles.sources)
  const provenances = reading.required('provenances.yaml', listFiles.provenances)
  const indicators = reading.folder('indicators', IndicatorFile, 'slug')
  const plans = reading.folder('action-plans', ActionPlanFile)
  // A policy that could not be read is still one that may be referred to, so nothing is said then.
  const wholly = framework !== null && policies.length === 1 + reading.texts('frameworks').length
  const goals = policies.flatMap(({ value }) => value.focusAreas.flatMap((focusArea) => focusArea.goals))
  const codes = areas?.value.map(({ code }) => code)
  const known: KnownNames = {
    frameworks: wholly ? new Map(policies.map(({ value }) => [value.slug, value])) : null,
    goals: wholly ? new Set(namesOf(goals)) : null,
    areas: codes ? new Set(codes) : null,
    dimensions: dimensions?.value ?? null,
    sources: sources ? new Set(namesOf(sources.value)) : null,
    // An indicator that could not be read is still one that may be referred to, so nothing is said then.
    indicators:
      indicators.size === reading.texts('indicators').length
        ? new Map([...indicators].map(([name, { value }]) => [name, value]))
        : null,
  }
  for (const policy of policies) reading.note(checkFramework(policy, known))
  reading.note(checkFrameworks(policies))
  if (areas && codes) reading.note([...checkRepeats(codes, (index) => [index, 'code'], areas), ...checkAreas(areas)])
  for (const file of [dimensions, sources, provenances]) {
    if (file) reading.note(checkRepeats(namesOf(file.value), (index) => [index, 'slug'], file))
  }
  if (dimensions) reading.note(checkDimensions(dimensions))
  for (const file of indicators.values()) reading.note(checkIndicator(file, known))
  for (const [name, file] of plans) {
    reading.note(checkName(name, planName(file.value), 'year', file))
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
      profile,
      ...partsOf(policies.map(({ value }) => value)),
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

function partsOf(policies: readonly FrameworkFile[]): Pick<Delivery, 'frameworks' | 'focusAreas' | 'goals'> {
  return {
    frameworks: inOrderOfPolicies(policies.map(({ focusAreas: _parts, ...framework }) => framework)),
    focusAreas: policies.flatMap(({ slug: framework, focusAreas }) =>
      focusAreas.map(({ slug, position, printedNumber, title }) => ({
        slug,
        framework,
        position,
        printedNumber,
        title,
      })),
    ),
    goals: policies.flatMap(({ focusAreas }) =>
      focusAreas.flatMap(({ slug, goals }) => goals.map((goal) => ({ ...goal, focusArea: slug }))),
    ),
  }
}

function wholeFramework(
  framework: Framework,
  { focusAreas, goals }: Pick<Delivery, 'focusAreas' | 'goals'>,
): z.input<typeof FrameworkFile> {
  return {
    ...framework,
    focusAreas: focusAreas
      .filter((area) => area.framework === framework.slug)
      .map(({ slug, position, printedNumber, title }) => ({
        slug,
        position,
        printedNumber,
        title,
        goals: goals
          .filter(({ focusArea }) => focusArea === slug)
          .map(({ slug: goal, number, text }) => ({ slug: goal, number, text }))
          .toSorted(byNumber),
      }))
      .toSorted((a, b) => a.position - b.position),
  }
}

const sortedBy = <Entry>(entries: readonly Entry[], nameOf: (entry: Entry) => string): Entry[] =>
  entries.toSorted((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1))
const bySlug = <Entry extends { readonly slug: string }>(entries: readonly Entry[]): Entry[] =>
  sortedBy(entries, ({ slug }) => slug)

function writeProfile(profile: Profile | null, yaml: (value: unknown) => string): [file: string, text: string][] {
  if (profile === null) return []
  const { logo, ...site } = profile
  const picture = logo && (logo.ending === 'png' ? logo.base64 : Buffer.from(logo.base64, 'base64').toString())
  return [
    ['site.yaml', yaml(SiteFile.parse(site))],
    ...(logo === null || picture === null ? [] : [[`logo.${logo.ending}`, picture] satisfies [string, string]]),
  ]
}

/**
 * Writes a data folder as relative path → text. Lists are sorted by name, figures by series and period, so that equal
 * deliveries are equal bytes and a difference in the files is a difference in the content. Throws a ZodError where the
 * delivery does not fit the domain's schemas.
 */
export function writeDelivery(delivery: Delivery): Map<string, string> {
  const { profile, frameworks } = delivery
  const yaml = (value: unknown): string => writeYaml(inOwnLanguage(value, profile?.languages ?? locales))
  // Through the schema, so that the keys always stand in its order.
  const inOrder = <Schema extends z.ZodType>(schema: Schema, value: z.input<Schema>): string =>
    yaml(schema.parse(value))
  const files = new Map<string, string>([
    ...inOrderOfPolicies(frameworks).map((framework, index): [string, string] => {
      const whole = FrameworkFile.parse(wholeFramework(framework, delivery))
      if (index === 0) return ['framework.yaml', yaml(whole)]
      const { slug, ...rest } = whole
      return [`frameworks/${slug}.yaml`, yaml(rest)]
    }),
    ...writeProfile(profile, yaml),
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
    ...writeAdministration(delivery.administration, yaml),
  ])
  if (delivery.demonstration) files.set('settings.yaml', inOrder(SettingsFile, { demonstration: true }))
  const figures = Map.groupBy(delivery.observations, ({ indicator }) => indicator)
  const targets = Map.groupBy(delivery.targets, ({ indicator }) => indicator)
  for (const indicator of delivery.indicators) {
    const { slug } = indicator
    const { slug: _name, ...definition } = IndicatorFile.parse(indicator)
    files.set(`indicators/${slug}.yaml`, yaml(definition))
    const rows = figures.get(slug)
    if (rows) files.set(`observations/${slug}.csv`, writeObservations(rows, indicator))
    const own = targets.get(slug)
    if (own) files.set(`targets/${slug}.yaml`, inOrder(TargetsFile, bySlug(own.map(({ target }) => target))))
  }
  for (const { indicator, connection } of delivery.connections) {
    files.set(`connections/${indicator}.yaml`, inOrder(ConnectionFile, connection))
  }
  for (const plan of delivery.actionPlans) {
    files.set(`action-plans/${planName(plan)}.yaml`, inOrder(ActionPlanFile, plan))
  }
  return new Map([...files].toSorted(([a], [b]) => (a < b ? -1 : 1)))
}
