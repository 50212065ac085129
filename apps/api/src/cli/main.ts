import Sqlite from 'better-sqlite3'
import { NotWipedError } from '../accounts/forget.ts'
import { AccountError } from '../accounts/users.ts'
import { ConfigError, readConfig } from '../config/config.ts'
import { BackupError } from '../verification/backup.ts'
import { SchemaVersionError } from '../db/database.ts'
import { UnknownIndicatorError } from '../releases/publish.ts'
import { ReleaseWordsError } from '../releases/release-words.ts'
import { NothingToWithdrawError } from '../releases/withdraw.ts'
import { EmptyWorkspaceError } from '../workspace/delivery.ts'
import { MixedFiguresError, TakenAddressError } from '../workspace/seed.ts'
import type { CommandContext } from './command.ts'
import { commands, usage } from './commands.ts'
import { extraErrors } from './extra-commands.ts'
import { DeliveryError, NoInstallationError } from '../installation/installation.ts'
import { InUseError } from '../installation/lock.ts'
import { readCommandLine } from './options.ts'
import { UsageError } from './usage-error.ts'

/** Errors a person can mend; anything else is a fault of the program and shows its trace. */
const expected = [
  AccountError,
  BackupError,
  ConfigError,
  DeliveryError,
  EmptyWorkspaceError,
  InUseError,
  MixedFiguresError,
  TakenAddressError,
  NoInstallationError,
  NotWipedError,
  SchemaVersionError,
  NothingToWithdrawError,
  ReleaseWordsError,
  UnknownIndicatorError,
  UsageError,
  ...extraErrors,
]

/** What SQLite says where the disk, the file or another process is the reason, and not the program. */
const diskCodes = /^SQLITE_(?:BUSY|LOCKED|FULL|READONLY|CANTOPEN|IOERR|CORRUPT|NOTADB|PERM)/

/** What a disk, a folder or a network that does not do what it should says, in one line; `null`: it is a fault of the program. */
function ofTheMachine(error: unknown): string | null {
  if (error instanceof Sqlite.SqliteError && diskCodes.test(error.code)) {
    const what = error.code.startsWith('SQLITE_BUSY')
      ? 'another process is writing to it; try again when that has ended'
      : `${error.message} (${error.code})`
    return `The database could not be used: ${what}. What was not finished has not been written.`
  }
  const isSystem = error instanceof Error && 'syscall' in error && 'code' in error
  return isSystem ? `It could not be done: ${error.message}` : null
}

/** Runs one command; answers the exit code: 0 done, 1 not done, 2 called wrongly. */
export async function run(
  argv: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
  print: (line: string) => void,
  complain: (line: string) => void,
): Promise<number> {
  const [name = 'help'] = argv
  const command = commands.get(name)
  if (!command) {
    print(usage())
    return name === 'help' || name === '--help' ? 0 : 2
  }
  try {
    const { options, positionals } = readCommandLine(argv, command.usages)
    const context: CommandContext = { config: readConfig(environment), options, positionals, print }
    return await command.run(context)
  } catch (error) {
    if (error instanceof UsageError || (error instanceof TypeError && 'code' in error)) {
      complain(`${error.message}\n\n${usage()}`)
      return 2
    }
    if (expected.some((kind) => error instanceof kind) && error instanceof Error) {
      complain(error.message)
      if (error instanceof BackupError) for (const { where, what } of error.findings) complain(`  ${where}: ${what}`)
      return 1
    }
    const reason = ofTheMachine(error)
    if (reason === null) throw error
    complain(reason)
    return 1
  }
}

if (import.meta.main) {
  process.exitCode = await run(
    process.argv.slice(2),
    process.env,
    (line) => process.stdout.write(`${line}\n`),
    (line) => process.stderr.write(`${line}\n`),
  )
}
