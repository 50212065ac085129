import { DeadLinkError, exportSite, NothingPublishedError } from '../extras/static-site/export-site.ts'
import { ForeignFilesError } from '../extras/static-site/site-folder.ts'
import { WebhookError } from '../extras/webhooks/webhooks.ts'
import { withDatabase, type Command } from './command.ts'
import { required } from './usage-error.ts'
import { webhook } from './webhook-command.ts'

/** The commands of what the core does not know, by name. */
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
              `Links, feeds and the catalogue lead to ${context.config.site.url}: set PEJLING_URL to the address the files will be read at.`,
            )
          const { files, changed, removed } = await exportSite(db, context.config, folder)
          context.print(
            `${folder} holds ${context.config.site.url} in ${files} files: ${changed} new or changed, ${removed} removed.`,
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

/** What these commands throw that a person can mend. */
export const extraErrors = [DeadLinkError, ForeignFilesError, NothingPublishedError, WebhookError] as const
