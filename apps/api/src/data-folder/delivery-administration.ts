import { GoalComment } from '@pejling/domain/comment'
import { DataProviders } from '@pejling/domain/indicator/data-providers'
import { Idea } from '@pejling/domain/idea'
import { WrittenMeeting } from '@pejling/domain/meeting/meeting'
import { Override } from '@pejling/domain/progress/assessment'
import { Slug } from '@pejling/domain/slug'
import { z } from 'zod'
import { checkRepeats, mustExist, type KnownNames } from './delivery-references.ts'
import type { FileProblem } from '../intake/read/file-problem.ts'
import type { YamlFile } from './yaml-file.ts'

/*
 * What the administration adds to a policy and its figures: its own verdicts, who sends the figures, what it says of the
 * goals, citizens' ideas, and meetings. Some of it is for the administration alone: data/README.md says which.
 */

/** `overrides/<indicator>.yaml` */
const OverrideFile = Override
/** `keepers.yaml`. Its addresses are personal data. */
const DataProvidersFile = z.array(z.strictObject({ indicator: Slug, ...DataProviders.shape }))
/** `comments/<goal>.yaml` */
const CommentsFile = z.array(GoalComment.omit({ goal: true }))
/** `ideas/<slug>.yaml` */
const IdeaFile = Idea
/** `meetings/<slug>.yaml`, with the speaker's notes. */
const MeetingFile = WrittenMeeting

/** What the administration adds. */
export interface Administration {
  readonly overrides: readonly { readonly indicator: string; readonly override: Override }[]
  readonly keepers: z.infer<typeof DataProvidersFile>
  readonly comments: readonly GoalComment[]
  readonly ideas: readonly Idea[]
  readonly meetings: readonly WrittenMeeting[]
}

/** Nothing has been added. */
export const noAdministration: Administration = { overrides: [], keepers: [], comments: [], ideas: [], meetings: [] }

/** Reads the files of one folder, noting what is wrong with them. */
export interface FolderReading {
  note(found: readonly FileProblem[]): void
  /** The file, or `null` where there is none, or it cannot be read. */
  optional<Schema extends z.ZodType>(file: string, schema: Schema): YamlFile<z.output<Schema>> | null
  /** The files of a subfolder by name, sorted; those that cannot be read are left out. `namedBy` is the key the name gives. */
  folder<Schema extends z.ZodType>(
    folder: string,
    schema: Schema,
    namedBy?: string,
  ): Map<string, YamlFile<z.output<Schema>>>
}

/** A file that is named after something that does not exist. */
function checkNamed(
  what: string,
  name: string,
  known: ReadonlySet<string> | ReadonlyMap<string, unknown> | null,
  { problem }: Pick<YamlFile<unknown>, 'problem'>,
): FileProblem[] {
  if (known === null || known.has(name)) return []
  return [problem([], `There is no ${what} "${name}"; name the file after the ${what}`)]
}

function readOverrides(reading: FolderReading, known: KnownNames): Administration['overrides'] {
  return [...reading.folder('overrides', OverrideFile)].map(([indicator, file]) => {
    reading.note(checkNamed('indicator', indicator, known.indicators, file))
    return { indicator, override: file.value }
  })
}

function readDataProviders(reading: FolderReading, known: KnownNames): Administration['keepers'] {
  const file = reading.optional('keepers.yaml', DataProvidersFile)
  if (!file) return []
  const { value, problem } = file
  const names = value.map(({ indicator }) => indicator)
  reading.note([
    ...names.flatMap((name, index) => mustExist('indicator', name, known.indicators, [index, 'indicator'], problem)),
    ...checkRepeats(names, (index) => [index, 'indicator'], file),
  ])
  return value
}

function readComments(reading: FolderReading, known: KnownNames): Administration['comments'] {
  return [...reading.folder('comments', CommentsFile)].flatMap(([goal, file]) => {
    const years = file.value.map(({ year }) => String(year))
    reading.note([
      ...checkNamed('goal', goal, known.goals, file),
      ...checkRepeats(years, (index) => [index, 'year'], file),
    ])
    return file.value.map((comment) => ({ goal, ...comment }))
  })
}

function readIdeas(reading: FolderReading, known: KnownNames): Administration['ideas'] {
  return [...reading.folder('ideas', IdeaFile, 'slug')].map(([, { value, problem }]) => {
    // An action that took it up may be gone since, with its plan; a goal stays.
    reading.note(value.goals.flatMap((goal, index) => mustExist('goal', goal, known.goals, ['goals', index], problem)))
    return value
  })
}

function readMeetings(reading: FolderReading): Administration['meetings'] {
  return [...reading.folder('meetings', MeetingFile, 'slug')].map(([, file]) => {
    const names = file.value.items.map(({ slug }) => slug)
    // What its items are about is of the release the meeting shows, not of what is being worked on now.
    reading.note(checkRepeats(names, (index) => ['items', index, 'slug'], file))
    return file.value
  })
}

/** Reads what the administration adds, noting everything that is wrong with it. */
export function readAdministration(reading: FolderReading, known: KnownNames): Administration {
  return {
    overrides: readOverrides(reading, known),
    keepers: readDataProviders(reading, known),
    comments: readComments(reading, known),
    ideas: readIdeas(reading, known),
    meetings: readMeetings(reading),
  }
}

/** Writes what the administration adds, as relative path → text: files for what there is, lists in the order of names and years. */
export function writeAdministration(
  administration: Administration,
  yaml: (value: unknown) => string,
): [file: string, text: string][] {
  const { overrides, keepers: dataProviders, comments, ideas, meetings } = administration
  const byIndicator = dataProviders.toSorted((a, b) => (a.indicator < b.indicator ? -1 : 1))
  const byGoal = [...Map.groupBy(comments, ({ goal }) => goal)]
  return [
    ...overrides.map(({ indicator, override }): [string, string] => [
      `overrides/${indicator}.yaml`,
      yaml(OverrideFile.parse(override)),
    ]),
    ...(dataProviders.length === 0
      ? []
      : [['keepers.yaml', yaml(DataProvidersFile.parse(byIndicator))] satisfies [string, string]]),
    ...byGoal.map(([goal, own]): [string, string] => {
      const rows = own.map(({ goal: _name, ...comment }) => comment).toSorted((a, b) => a.year - b.year)
      return [`comments/${goal}.yaml`, yaml(CommentsFile.parse(rows))]
    }),
    ...ideas.map((idea): [string, string] => {
      const { slug, ...rest } = IdeaFile.parse(idea)
      return [`ideas/${slug}.yaml`, yaml(rest)]
    }),
    ...meetings.map((meeting): [string, string] => {
      const { slug, ...rest } = MeetingFile.parse(meeting)
      return [`meetings/${slug}.yaml`, yaml(rest)]
    }),
  ]
}
