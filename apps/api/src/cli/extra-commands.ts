import { DeadLinkError, exportSite, NothingPublishedError } from '../extras/static-site/export-site.ts'
import { ForeignFilesError } from '../extras/static-site/site-folder.ts'
import { WebhookError } from '../extras/webhooks/webhooks.ts'
import { withDatabase, type Command } from './command.ts'
import { required } from './usage-error.ts'
import { webhook } from './webhook-command.ts'

/** The commands of the features outside the core (apps/api/src/extras), by name. */
export const extraCommands: readonly (readonly [name: string, command: Command])[] = [
  [
    'export-site',
    {
      usages: ['export-site <dir>'],
      run: (context) =>
        withDatabase(context, async (db) => {
          const folder = required(context.positionals[0], 'the folder to write to')
          if (new URL(context.config.site.url).hostname === 'localhost')
            context.print(
              `Links, feeds and the catalogue point to ${context.config.site.url}: set PEJLING_URL to the address where the files will be published.`,
            )
          const { files, changed, removed } = await exportSite(db, context.config, folder)
          context.print(
            `Exported ${context.config.site.url} to ${folder}: ${files} files, ${changed} new or changed, ${removed} removed.`,
          )
          return 0
        }),
    },
  ],
  [
    'webhook',
    {
      usages: ['webhook add <name> <address>', 'webhook remove <name>', 'webhook list'],
      run: (context) => withDatabase(context, (db) => webhook(db, context)),
    },
  ],
]

/** The errors of these commands that a person can correct. */
export const extraErrors = [DeadLinkError, ForeignFilesError, NothingPublishedError, WebhookError] as const
