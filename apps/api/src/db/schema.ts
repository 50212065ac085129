import type { SignInKind } from '@pejling/domain/sign-in-pages/views'
import type { Locale } from '@pejling/domain/text'
import type { MailKind } from '@pejling/domain/workspace/reminders'
import { sql } from 'drizzle-orm'
import { blob, foreignKey, index, integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/*
 * Two halves. The workspace holds what administrators are working on; every write to it leaves a change set.
 * The release store holds what is published; its rows are only ever added.
 *
 * A definition is kept whole as JSON (`body`, checked by its schema in the domain before it is written). What other
 * tables point at is read out of it by the database itself, so the two can never disagree.
 */

const bodyField = (path: string) => sql.raw(`json_extract(body, '$.${path}')`)

/** How the site presents itself: one row, `site`, or none. */
export const profiles = sqliteTable('profiles', { name: text().primaryKey(), body: text().notNull() })

export const frameworks = sqliteTable('frameworks', {
  slug: text().primaryKey(),
  body: text().notNull(),
})

export const focusAreas = sqliteTable('focus_areas', {
  slug: text().primaryKey(),
  body: text().notNull(),
  framework: text()
    .generatedAlwaysAs(bodyField('framework'), { mode: 'stored' })
    .references(() => frameworks.slug),
})

export const goals = sqliteTable('goals', {
  slug: text().primaryKey(),
  body: text().notNull(),
  number: text().generatedAlwaysAs(bodyField('number'), { mode: 'stored' }).unique(),
  focusArea: text('focus_area')
    .generatedAlwaysAs(bodyField('focusArea'), { mode: 'stored' })
    .references(() => focusAreas.slug),
})

export const areas = sqliteTable('areas', { code: text().primaryKey(), body: text().notNull() })

export const dimensions = sqliteTable('dimensions', { slug: text().primaryKey(), body: text().notNull() })

export const sources = sqliteTable('sources', { slug: text().primaryKey(), body: text().notNull() })

export const provenances = sqliteTable('provenances', { slug: text().primaryKey(), body: text().notNull() })

export const indicators = sqliteTable('indicators', {
  slug: text().primaryKey(),
  body: text().notNull(),
  area: text()
    .generatedAlwaysAs(bodyField('area'), { mode: 'stored' })
    .references(() => areas.code),
  /** The last change set that touched anything its documents are made of. */
  changedIn: integer('changed_in')
    .notNull()
    .references(() => changeSets.number),
})

export const indicatorGoals = sqliteTable(
  'indicator_goals',
  {
    indicator: text()
      .notNull()
      .references(() => indicators.slug, { onDelete: 'cascade' }),
    goal: text()
      .notNull()
      .references(() => goals.slug),
  },
  (table) => [primaryKey({ columns: [table.indicator, table.goal] })],
)

export const observations = sqliteTable(
  'observations',
  {
    indicator: text()
      .notNull()
      .references(() => indicators.slug),
    series: text().notNull(),
    period: text().notNull(),
    value: real(),
    numerator: real(),
    denominator: real(),
    status: text().notNull(),
    footnote: text(),
    sampleSize: integer('sample_size'),
    margin: real(),
    provenance: text().references(() => provenances.slug),
  },
  (table) => [primaryKey({ columns: [table.indicator, table.series, table.period] })],
)

export const targets = sqliteTable(
  'targets',
  {
    indicator: text()
      .notNull()
      .references(() => indicators.slug),
    slug: text().notNull(),
    body: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.indicator, table.slug] })],
)

/** A person's verdict on the headline of an indicator, beside the computed one. */
export const overrides = sqliteTable('overrides', {
  indicator: text()
    .primaryKey()
    .references(() => indicators.slug),
  body: text().notNull(),
})

/** Who sends the figures of an indicator. */
export const dataProviders = sqliteTable('keepers', {
  indicator: text()
    .primaryKey()
    .references(() => indicators.slug),
  body: text().notNull(),
  keeper: text()
    .generatedAlwaysAs(bodyField('keeper'), { mode: 'stored' })
    .references(() => users.email),
  deputy: text()
    .generatedAlwaysAs(bodyField('deputy'), { mode: 'stored' })
    .references(() => users.email),
})

/** How the figures of an indicator come from another producer's table. */
export const connections = sqliteTable('connections', {
  indicator: text()
    .primaryKey()
    .references(() => indicators.slug),
  body: text().notNull(),
})

/** What came of each time another producer's table was asked, the newest number last. */
export const fetches = sqliteTable('fetches', {
  number: integer().primaryKey(),
  indicator: text()
    .notNull()
    .references(() => indicators.slug),
  at: text().notNull(),
  by: text().notNull(),
  outcome: text().notNull(),
})

/** What the administration says of a goal in a year, by `goal/year`. */
export const comments = sqliteTable('comments', {
  id: text().primaryKey(),
  body: text().notNull(),
  goal: text()
    .generatedAlwaysAs(bodyField('goal'), { mode: 'stored' })
    .references(() => goals.slug),
})

export const actionPlans = sqliteTable('action_plans', {
  /** `2026`, `klima-2026` */
  name: text().primaryKey(),
  body: text().notNull(),
  framework: text()
    .generatedAlwaysAs(bodyField('framework'), { mode: 'stored' })
    .references(() => frameworks.slug),
})

/** Ideas from citizens. */
export const ideas = sqliteTable('ideas', { slug: text().primaryKey(), body: text().notNull() })

/** Meetings as they are being prepared. */
export const meetings = sqliteTable('meetings', { slug: text().primaryKey(), body: text().notNull() })

/** What is true of the installation as a whole: `demonstration`. */
export const settings = sqliteTable('settings', { name: text().primaryKey(), body: text().notNull() })

export const users = sqliteTable('users', {
  email: text().primaryKey(),
  /** Names the account whatever its e-mail, name and role become. Given once and never given again. */
  id: text().notNull().default('').unique(),
  name: text().notNull(),
  role: text().notNull(),
  passwordHash: text('password_hash').notNull(),
  mustChangePassword: integer('must_change_password', { mode: 'boolean' }).notNull(),
  /** Until when the one-time password can be used; `null`: there is none, or it has ended. */
  oneTimeUntil: text('one_time_until'),
  disabledAt: text('disabled_at'),
  /** The issuer and the name an identity provider has for the person; `null`: they sign in with a password. */
  identity: text(),
  /** The role was given here, before the person came by the identity provider, and does not follow it. */
  ownRole: integer('own_role', { mode: 'boolean' }).notNull().default(false),
  /** Of an account with an identity and a role of its own: an administrator has decided the role since it was linked. */
  roleDecided: integer('role_decided', { mode: 'boolean' }).notNull().default(false),
  /** When the identity provider last vouched for the person; `null`: never. No data of the workspace: it leaves no change set. */
  vouchedAt: text('vouched_at'),
  /** The account that may sign in with its password where only the identity provider signs people in. */
  breakGlass: integer('break_glass', { mode: 'boolean' }).notNull().default(false),
})

/** Invitations to let an account be used through the identity provider. Each is used once. Like sessions they are in no export. */
export const invitations = sqliteTable('invitations', {
  /** SHA-256 of the secret in the link. */
  hash: text().primaryKey(),
  user: text()
    .notNull()
    .references(() => users.email, { onDelete: 'cascade' }),
  expiresAt: text('expires_at').notNull(),
})

export const tokens = sqliteTable('tokens', {
  /** SHA-256 of the secret; the secret itself is shown once and never kept. */
  hash: text().primaryKey(),
  name: text().notNull().unique(),
  user: text()
    .notNull()
    .references(() => users.email),
  expiresOn: text('expires_on').notNull(),
  /** Of tokens made before there were scopes, until they are brought up to date: the role they were limited to. */
  scope: text(),
  /** What it opens, as a JSON list; `null`: it was made before there were scopes, and opens nothing until it is brought up to date. */
  scopes: text(),
  /** The only indicators it is good for, as a JSON list; `null`: all. */
  indicators: text(),
  /** `null`: it was made before this was noted. */
  createdAt: text('created_at'),
  /** When it was last used, give or take an hour. No data of the workspace: it leaves no change set. */
  lastUsedAt: text('last_used_at'),
})

/** Who is signed in. Not data of the workspace: it leaves no change sets and is in no export. */
export const sessions = sqliteTable(
  'sessions',
  {
    id: text().primaryKey(),
    /** SHA-256 of the secret in the browser's cookie. */
    hash: text().notNull().unique(),
    user: text()
      .notNull()
      .references(() => users.email),
    createdAt: text('created_at').notNull(),
    lastSeenAt: text('last_seen_at').notNull(),
    expiresAt: text('expires_at').notNull(),
    /** What the browser calls itself, so that its owner knows it again. */
    agent: text().notNull(),
    /** When its owner last proved who they are, by password or passkey; `null`: not in this session. */
    provenAt: text('proven_at'),
    /** The password was right and the second factor has not been given yet: it opens nothing else. */
    awaitsFactor: integer('awaits_factor', { mode: 'boolean' }).notNull().default(false),
    /** The identity provider said who it is: it asks for the second factor, not this installation. */
    byProvider: integer('by_provider', { mode: 'boolean' }).notNull().default(false),
    /** What the passkey that is being asked for has to sign; used once. */
    challenge: text(),
  },
  (table) => [index('sessions_by_user').on(table.user)],
)

/** Passkeys (WebAuthn credentials) of accounts. Like sessions they are in no export. */
export const passkeys = sqliteTable(
  'passkeys',
  {
    /** The credential id, in base64url. */
    id: text().primaryKey(),
    account: text()
      .notNull()
      .references(() => users.id),
    /** In COSE. */
    publicKey: blob('public_key', { mode: 'buffer' }).notNull(),
    /** The signature counter the authenticator last said; one that goes back is a copy. */
    counter: integer().notNull(),
    /** How the authenticator can be reached, as the browser said it: a JSON list. */
    transports: text().notNull(),
    /** What its owner calls it. */
    name: text().notNull(),
    createdAt: text('created_at').notNull(),
    lastUsedAt: text('last_used_at'),
  },
  (table) => [index('passkeys_by_account').on(table.account)],
)

/** Secrets of one-time codes (TOTP, RFC 6238), one for an account. */
export const totpSecrets = sqliteTable('totp_secrets', {
  account: text()
    .primaryKey()
    .references(() => users.id),
  /** Encrypted with the installation's key. */
  sealed: text().notNull(),
  /** `null`: no code has been given yet, and it counts for nothing. */
  confirmedAt: text('confirmed_at'),
  /** The time step of the last code that was taken; none up to it is taken again. */
  lastStep: integer('last_step').notNull(),
})

/** Recovery codes that have not been used yet. */
export const recoveryCodes = sqliteTable(
  'recovery_codes',
  {
    /** SHA-256 of the code. */
    hash: text().primaryKey(),
    account: text()
      .notNull()
      .references(() => users.id),
  },
  (table) => [index('recovery_codes_by_account').on(table.account)],
)

/** Browsers an account has been signed in with: guesses made elsewhere do not hold them up. */
export const knownDevices = sqliteTable(
  'known_devices',
  {
    /** SHA-256 of the secret in the browser's cookie. */
    hash: text().primaryKey(),
    account: text()
      .notNull()
      .references(() => users.id),
    lastSeenAt: text('last_seen_at').notNull(),
  },
  (table) => [index('known_devices_by_account').on(table.account)],
)

/** The record of sign-ins: who came in, who did not, and what changed of how they do. Deleted after its term. */
export const signIns = sqliteTable(
  'sign_ins',
  {
    number: integer().primaryKey(),
    /** When it happened first; several of the same within a short while are one row. */
    at: text().notNull(),
    lastAt: text('last_at').notNull(),
    count: integer().notNull(),
    /** The account's id; `null`: there is no such account. */
    account: text(),
    kind: text().$type<SignInKind>().notNull(),
    /** The address without its last part: IPv4 /24, IPv6 /48; `null`: from the command line. */
    address: text(),
    /** What more there is to say: by whom a factor was removed, which page was refused. */
    detail: text(),
  },
  (table) => [index('sign_ins_by_time').on(table.lastAt), index('sign_ins_by_account').on(table.account, table.number)],
)

/**
 * Answers to requests that had an `Idempotency-Key`, so that one sent again is answered again and done once. No data of the
 * workspace; deleted after a day.
 */
export const idempotencyKeys = sqliteTable(
  'idempotency_keys',
  {
    account: text().notNull(),
    key: text().notNull(),
    at: text().notNull(),
    /** SHA-256 of the method, the address and the body. */
    request: text().notNull(),
    /** The answer as JSON; `null`: it is not ready yet. */
    answer: text(),
  },
  (table) => [primaryKey({ columns: [table.account, table.key] }), index('idempotency_keys_by_time').on(table.at)],
)

export const changeSets = sqliteTable('change_sets', {
  number: integer().primaryKey(),
  at: text().notNull(),
  actor: text().notNull(),
  /** The account that did it; `null`: the installation itself, or it was written before accounts had ids. */
  account: text(),
  action: text().notNull(),
  reason: text(),
  previousHash: text('previous_hash'),
  hash: text().notNull(),
  /** Goes into the hash, and goes away with what is forgotten; `null`: it has, or there was none yet. */
  salt: text(),
})

export const changes = sqliteTable(
  'changes',
  {
    changeSet: integer('change_set')
      .notNull()
      .references(() => changeSets.number),
    position: integer().notNull(),
    kind: text().notNull(),
    key: text().notNull(),
    before: text(),
    after: text(),
  },
  (table) => [
    primaryKey({ columns: [table.changeSet, table.position] }),
    index('changes_by_subject').on(table.kind, table.key, table.changeSet),
  ],
)

/** Files as they were sent, compressed piece by piece. Kept as long as an import of theirs is; not data of the workspace. */
export const filePieces = sqliteTable(
  'file_pieces',
  {
    /** SHA-256 of the whole file. */
    file: text().notNull(),
    position: integer().notNull(),
    /** In gzip. */
    bytes: blob({ mode: 'buffer' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.file, table.position] })],
)

/** Files on their way in, and those that came in: what was said of them, and what came of it. */
export const imports = sqliteTable(
  'imports',
  {
    number: integer().primaryKey({ autoIncrement: true }),
    file: text().notNull(),
    name: text().notNull(),
    size: integer().notNull(),
    receivedAt: text('received_at').notNull(),
    receivedBy: text('received_by')
      .notNull()
      .references(() => users.email),
    indicator: text()
      .notNull()
      .references(() => indicators.slug),
    look: text(),
    shape: text(),
    mapping: text(),
    outcome: text(),
    /** Why the last step came to nothing. */
    problem: text(),
    changeSet: integer('change_set').references(() => changeSets.number),
  },
  (table) => [index('imports_by_shape').on(table.shape)],
)

export const documents = sqliteTable('documents', {
  hash: text().primaryKey(),
  bytes: blob({ mode: 'buffer' }).notNull(),
  gzip: blob({ mode: 'buffer' }).notNull(),
  brotli: blob({ mode: 'buffer' }).notNull(),
  /** SHA-256 of the two compressed forms, one after the other: other bytes can unpack to the same document. */
  packedHash: text('packed_hash').notNull(),
})

export const releases = sqliteTable('releases', {
  number: integer().primaryKey(),
  publishedAt: text('published_at').notNull(),
  title: text().notNull(),
  note: text(),
  publishedBy: text('published_by').notNull(),
  previousHash: text('previous_hash'),
  hash: text().notNull().unique(),
})

/**
 * The list path → hash of every release, kept as what each release changed: the document of a path in release n is
 * the newest row at or before n. No hash means that the path ends there.
 */
export const releaseDocuments = sqliteTable(
  'release_documents',
  {
    path: text().notNull(),
    release: integer()
      .notNull()
      .references(() => releases.number),
    hash: text().references(() => documents.hash),
  },
  (table) => [
    primaryKey({ columns: [table.path, table.release] }),
    index('release_documents_by_release').on(table.release),
  ],
)

/** Releases that have been decided and wait for their time or for a person's approval, and what became of them. */
export const plannedReleases = sqliteTable('planned_releases', {
  number: integer().primaryKey(),
  body: text().notNull(),
})

/** Figures that were withdrawn after they had been published: the reason, and the documents they were taken out of. */
export const withdrawals = sqliteTable('withdrawals', { number: integer().primaryKey(), body: text().notNull() })

/**
 * Meetings as they have been shared, one row each time: the newest is shown. No body: it is shared no more. Like releases,
 * its rows are only ever added.
 */
export const sharedMeetings = sqliteTable(
  'shared_meetings',
  {
    slug: text().notNull(),
    version: integer().notNull(),
    sharedAt: text('shared_at').notNull(),
    body: text(),
    /** What the secret link ends with; `null`: everybody may see it. */
    secret: text(),
    /** The last day it is shown, in Denmark; `null`: until it is taken back. */
    lastDay: text('last_day'),
  },
  (table) => [primaryKey({ columns: [table.slug, table.version] })],
)

/** Addresses that are told of each release. The secret signs what they are told. */
export const webhooks = sqliteTable('webhooks', {
  name: text().primaryKey(),
  url: text().notNull(),
  secret: text().notNull(),
})

/** What is to be told to webhooks, and how far that has come. */
export const deliveries = sqliteTable('deliveries', {
  number: integer().primaryKey(),
  webhook: text()
    .notNull()
    .references(() => webhooks.name),
  release: integer().notNull(),
  /** The planned release that could not come out, `release` being the newest then; `null`: the release itself is told. */
  planned: integer(),
  attempts: integer().notNull(),
  /** When the next attempt is due; `null`: there is none. */
  nextAt: text('next_at'),
  /** What the last attempt came to; `null`: there was none. */
  status: text(),
})

/** Mails that are to be sent, and those that were. Like sessions they are no data of the workspace, leave no change set and are in no export. */
export const mails = sqliteTable(
  'mails',
  {
    number: integer().primaryKey(),
    kind: text().$type<MailKind>().notNull(),
    /** The id of the account it goes to; its address is looked up when it is sent. */
    account: text().notNull(),
    language: text().$type<Locale>().notNull(),
    subject: text().notNull(),
    /** `null`: it has been sent, or given up. What a mail says may be a secret, and is not kept. */
    text: text(),
    queuedAt: text('queued_at').notNull(),
    attempts: integer().notNull(),
    /** When the next attempt is due; `null`: there is none. */
    nextAt: text('next_at'),
    sentAt: text('sent_at'),
    /** What the mail server said last; `null`: nothing was wrong. */
    problem: text(),
  },
  (table) => [index('mails_by_account').on(table.account), index('mails_by_next').on(table.nextAt)],
)

/** What mails were about, so that no one is told the same twice. */
export const mailReasons = sqliteTable(
  'mail_reasons',
  {
    /** `reminder/valgdeltagelse-kv/2026-12-01/week-before`, `published/7`. */
    about: text().notNull(),
    account: text().notNull(),
    mail: integer()
      .notNull()
      .references(() => mails.number, { onDelete: 'cascade' }),
  },
  (table) => [primaryKey({ columns: [table.about, table.account] }), index('mail_reasons_by_mail').on(table.mail)],
)

/** Which mails an account gets, and in which language, where that was said: JSON (`MailSettings`). */
export const mailSettings = sqliteTable('mail_settings', {
  account: text()
    .primaryKey()
    .references(() => users.id),
  body: text().notNull(),
})

/** Links by which a person who has forgotten their password chooses another. Each is used once. */
export const passwordResets = sqliteTable('password_resets', {
  /** SHA-256 of the secret in the link. */
  hash: text().primaryKey(),
  /** The id of the account. */
  account: text().notNull(),
  expiresAt: text('expires_at').notNull(),
})

/** Documents something was withdrawn from: by the hash they were published with, the hash of the bytes that stand there now. */
export const withdrawnDocuments = sqliteTable('withdrawn_documents', {
  hash: text()
    .primaryKey()
    .references(() => documents.hash),
  replacement: text().notNull(),
})

/** What the newest released documents of an indicator were compiled from: the change set, and the compiler's version. */
export const compilations = sqliteTable(
  'compilations',
  {
    indicator: text().primaryKey(),
    changeSet: integer('change_set').notNull(),
    compiler: text().notNull(),
  },
  (table) => [foreignKey({ columns: [table.indicator], foreignColumns: [indicators.slug] })],
)

/** Links by which a person sends one figure without signing in. They are no data of the workspace and end after some days. */
export const answerLinks = sqliteTable(
  'answer_links',
  {
    /** SHA-256 of the secret in the link. */
    hash: text().primaryKey(),
    /** The id of the account it was sent to: what is sent by it is theirs. */
    account: text().notNull(),
    indicator: text().notNull(),
    period: text().notNull(),
    expiresAt: text('expires_at').notNull(),
  },
  (table) => [index('answer_links_by_account').on(table.account)],
)
