import type { Text } from '@pejling/domain/text'
import { system } from '../db/actor.ts'
import { verify } from '../verification/verify.ts'
import { writeDelivery } from '../data-folder/data-folder.ts'
import { roleOf } from '../data-folder/delivery-files.ts'
import { readFolder, writeFolder } from '../data-folder/folder.ts'
import { applyRetention, previewRetention, retentionLines } from '../jobs/retention/retention.ts'
import { publish } from '../releases/publish.ts'
import { openReleaseStore } from '../releases/release-store.ts'
import type { ReleaseWords } from '../releases/release-words.ts'
import { readWorkspace } from '../workspace/delivery.ts'
import { outsideSources } from '../intake/sources/sources.ts'
import { listIndicators } from '../workspace/definitions.ts'
import { seed } from '../workspace/seed.ts'
import { listValidationFindings } from '../workspace/validation-findings.ts'
import { signIns, token, user } from './account-commands.ts'
import { backUp, bringBack, migrateInstallation } from './backups.ts'
import { fetchFigures } from './fetch-figures.ts'
import { importFile } from './import-file.ts'
import { databaseFile, deliveredFolder, makeInstallation, readDeliveryFolder } from '../installation/installation.ts'
import { remind } from './remind-command.ts'
import { repair } from './repair.ts'
import { withdrawFigure } from './withdraw-figure.ts'
import { writeSentences } from './sentences-command.ts'
import { withDatabase, type Command, type CommandContext } from './command.ts'
import { extraCommands } from './extra-commands.ts'
import { serve } from './serve.ts'
import { required } from './usage-error.ts'

/** A text given in Danish, and in English where that was given too. */
function bilingual(da: string, en: string | undefined): Text {
  return { da, en: en ?? da }
}

/** The words of a release as they were given. */
function wordsIn({ title, note, ...english }: CommandContext['options']): ReleaseWords {
  return {
    title: bilingual(required(title, '--title'), english['title-en']),
    note: note === undefined ? null : bilingual(note, english['note-en']),
  }
}

/** The commands by name. */
export const commands: ReadonlyMap<string, Command> = new Map<string, Command>([
  ['serve', { usages: ['serve'], run: serve }],
  [
    'seed',
    {
      usages: ['seed [<dir>]'],
      run: (context) => {
        const { config, options, positionals } = context
        // A folder that cannot be loaded makes no database.
        const delivery = readDeliveryFolder(positionals[0] ?? deliveredFolder)
        const demonstration = options.demo === true
        if (makeInstallation(config, demonstration)) context.print(`Made ${databaseFile(config, demonstration)}.`)
        return withDatabase(context, (db) => {
          const { added, changed, unchanged, notes } = seed(db, system, { delivery })
          context.print(`Figures: ${added} new, ${changed} changed, ${unchanged} as they were.`)
          for (const note of notes) context.print(note)
          return 0
        })
      },
    },
  ],
  [
    'import',
    {
      usages: ['import <file> --indicator <slug> [--answer <question=answer> …] [--dry-run]'],
      run: (context) =>
        withDatabase(context, (db) => {
          const file = required(context.positionals[0], 'the file to import')
          const slug = required(context.options.indicator?.[0], '--indicator <slug>')
          const { answer: answers = [], 'dry-run': dryRun = false } = context.options
          return importFile(db, system, { file, slug, dryRun, answers }, context.print)
        }),
    },
  ],
  [
    'fetch',
    {
      usages: ['fetch [--indicator <slug> …] [--dry-run]'],
      run: (context) =>
        withDatabase(context, (db) =>
          fetchFigures(db, outsideSources(context.config.sourceUrls), {
            only: context.options.indicator ?? null,
            dryRun: context.options['dry-run'] === true,
            print: context.print,
          }),
        ),
    },
  ],
  [
    'check',
    {
      usages: ['check [--indicator <slug> …]'],
      run: (context) =>
        withDatabase(context, (db) => {
          const found = listValidationFindings(db, context.options.indicator ?? 'all')
          for (const { indicator, warnings } of found) {
            for (const { series, period, text } of warnings) {
              context.print(`${indicator}, ${series}, ${period}: ${text.da} / ${text.en}`)
            }
          }
          const wanted = context.options.indicator
          const withTasks = listIndicators(db).filter(({ slug }) => wanted === undefined || wanted.includes(slug))
          for (const { slug, tasks = [] } of withTasks) {
            for (const { da, en } of tasks) context.print(`${slug}, to do: ${da} / ${en}`)
          }
          const count = found.reduce((sum, { warnings }) => sum + warnings.length, 0)
          context.print(count === 0 ? 'Nothing odd was found.' : `${count} figures to look at; nothing was changed.`)
          return 0
        }),
    },
  ],
  [
    'sentences',
    {
      usages: ['sentences [<file>]'],
      run: (context) => withDatabase(context, (db) => writeSentences(db, context)),
    },
  ],
  [
    'publish',
    {
      usages: ['publish --title <Danish> [--title-en <English>] [--note … --note-en …] [--indicator <slug> …]'],
      run: (context) =>
        withDatabase(context, (db) => {
          const { indicator } = context.options
          const words = wordsIn(context.options)
          const release = publish(db, system, { ...words, indicators: indicator ?? 'all' })
          context.print(
            release
              ? `Published release ${release.number}, ${release.hash}.`
              : 'Nothing has changed; nothing was published.',
          )
          return 0
        }),
    },
  ],
  [
    'withdraw',
    {
      usages: [
        'withdraw <indicator> [--series <key> --period <period> [--reason-da <Danish> [--reason-en <English>]]] [--dry-run]',
      ],
      run: (context) =>
        withDatabase(context, (db) => {
          const { series = null, period = null, 'reason-da': da, 'reason-en': en, 'dry-run': isTrial } = context.options
          const indicator = required(context.positionals[0], 'the indicator')
          const reason = da === undefined && en === undefined ? null : bilingual(required(da, '--reason-da'), en)
          const asked = { indicator, series, period, reason: isTrial === true ? null : reason }
          return withdrawFigure(db, asked, context.print)
        }),
    },
  ],
  [
    'repair',
    {
      usages: ['repair [--release <number> --title <Danish> [--title-en <English>] [--note … --note-en …]]'],
      run: (context) =>
        withDatabase(context, (db) => {
          const { release } = context.options
          const words = release === undefined ? [] : [[Number(release), wordsIn(context.options)] as const]
          return repair(db, new Map(words), context.print)
        }),
    },
  ],
  [
    'releases',
    {
      usages: ['releases'],
      run: (context) =>
        withDatabase(context, (db) => {
          for (const release of openReleaseStore(db).releases(Number.MAX_SAFE_INTEGER)) {
            context.print(`${release.number}\t${release.publishedAt}\t${release.title.da}\t${release.hash}`)
          }
          return 0
        }),
    },
  ],
  [
    'export',
    {
      usages: ['export <dir>'],
      run: (context) =>
        withDatabase(context, (db) => {
          const folder = required(context.positionals[0], 'the folder to write to')
          const files = writeDelivery(readWorkspace(db))
          writeFolder(folder, files)
          context.print(`Wrote ${files.size} files to ${folder}.`)
          const left = [...readFolder(folder).keys()].filter((file) => roleOf(file) !== null && !files.has(file))
          for (const file of left) context.print(`${file} was there before and is no part of the workspace; remove it.`)
          return 0
        }),
    },
  ],
  [
    'backup',
    {
      usages: ['backup <file> [--overwrite]'],
      run: (context) =>
        withDatabase(context, (db) => {
          const file = required(context.positionals[0], 'the file to write')
          return backUp(db, { file, overwrite: context.options.overwrite === true }, context.print)
        }),
    },
  ],
  [
    'restore',
    {
      usages: ['restore <file>'],
      run: ({ config, options, positionals, print }) =>
        bringBack(config, options.demo === true, required(positionals[0], 'the backup to restore'), print),
    },
  ],
  [
    'migrate',
    {
      usages: ['migrate'],
      run: ({ config, options, print }) => migrateInstallation(config, options.demo === true, print),
    },
  ],
  [
    'verify',
    {
      usages: ['verify'],
      run: (context) =>
        withDatabase(context, (db) => {
          const findings = verify(db)
          for (const { where, what } of findings) context.print(`${where}: ${what}`)
          context.print(
            findings.length === 0 ? 'The database and all releases are whole.' : `${findings.length} findings.`,
          )
          return findings.length === 0 ? 0 : 1
        }),
    },
  ],
  [
    'user',
    {
      usages: [
        'user add <e-mail> --name <name> --role <role>',
        'user change <e-mail> [--name <name>] [--role <role>]',
        'user password <e-mail>',
        'user factors <e-mail>',
        'user invite <e-mail>',
        'user break-glass <e-mail>',
        'user disable <e-mail>',
        'user open <e-mail>',
        'user show <e-mail>',
        'user forget <e-mail>',
      ],
      run: (context) => withDatabase(context, (db) => user(db, context)),
    },
  ],
  [
    'token',
    {
      usages: [
        'token add <name> --user <e-mail> --expires <2027-01-31> --scope <scope> … [--indicator <slug> …]',
        'token list',
        'token remove <name>',
      ],
      run: (context) => withDatabase(context, (db) => token(db, context)),
    },
  ],
  ['sign-ins', { usages: ['sign-ins'], run: (context) => withDatabase(context, (db) => signIns(db, context)) }],
  ['remind', { usages: ['remind [--dry-run]'], run: (context) => withDatabase(context, (db) => remind(db, context)) }],
  ['retention', { usages: ['retention [--dry-run]'], run: retention }],
  ...extraCommands,
])

function retention(context: CommandContext): Promise<number> {
  return withDatabase(context, (db) => {
    const isTrial = context.options['dry-run'] === true
    const terms = context.config.retention
    const counts = isTrial ? previewRetention(db, terms) : applyRetention(db, terms)
    for (const line of retentionLines(counts)) context.print(line)
    if (isTrial) context.print('Nothing was changed.')
    return 0
  })
}

/** How every command is called. */
export function usage(): string {
  const calls = [...commands.values()].flatMap(({ usages }) => usages.map((one) => `  npm run pejling -- ${one}`))
  return `Pejling\n\n${calls.join('\n')}\n\nEach takes --demo, too: the demonstration's own database.\n\nSettings are environment variables: PORT, HOST, PEJLING_DATA, PEJLING_URL, LOG_LEVEL.`
}
