import type { Site } from '@pejling/page-contract/site'
import { deskPages } from '@pejling/addresses/words'
import { resolve } from 'node:path'
import { z } from 'zod'
import type { IdentityProviderSettings } from '../accounts/identity-provider.ts'
import { usualTerms, type SessionTerms } from '../accounts/session-terms.ts'
import { RetentionTerm, type RetentionTerms } from './retention-terms.ts'
import { RoleMap } from '../accounts/role-map.ts'
import { usualTokenDays } from '../accounts/tokens.ts'
import type { MailServer } from '../extras/mail/transport.ts'
import { sourceKinds } from '../intake/sources/source-kinds.ts'

/** A setting that is on or off. */
const Switch = z
  .enum(['0', '1'], 'Write 1 for yes or 0 for no')
  .default('0')
  .transform((text) => text === '1')

/** A term of sessions. */
const Minutes = z
  .string()
  .regex(/^[1-9]\d{0,4}$/, 'Write a whole number of minutes, from 1 to 99999')
  .transform(Number)

const Settings = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(4200),
  HOST: z.string().min(1).default('127.0.0.1'),
  PEJLING_DATA: z.string().min(1).default('./var'),
  PEJLING_URL: z.url({ protocol: /^https?$/ }).optional(),
  PEJLING_CONTACT_EMAIL: z.email().optional(),
  PEJLING_CONTACT_PHONE: z
    .string()
    .regex(/^\+?[\d ]{3,20}$/, 'Write a telephone number: digits and spaces, +45 in front if you like')
    .optional(),
  PEJLING_OIDC_ISSUER: z.url({ protocol: /^https?$/ }).optional(),
  PEJLING_OIDC_CLIENT_ID: z.string().optional(),
  PEJLING_OIDC_CLIENT_SECRET: z.string().optional(),
  PEJLING_OIDC_NAME: z.string().max(60).optional(),
  PEJLING_OIDC_SCOPE: z.string().default('openid email profile'),
  PEJLING_OIDC_ROLE_CLAIM: z.string().default('roles'),
  PEJLING_OIDC_EMAIL_CLAIM: z.string().default('email'),
  PEJLING_OIDC_ROLES: RoleMap.optional(),
  PEJLING_OIDC_SUBJECT_CLAIM: z.string().default('sub'),
  PEJLING_OIDC_TRUST_EMAIL: Switch,
  PEJLING_OIDC_ONLY: Switch,
  PEJLING_OIDC_TOKEN_DAYS: z.coerce.number().int().min(1).max(366).default(usualTokenDays),
  PEJLING_CHROMIUM: z.string().optional(),
  PEJLING_PROXY: z
    .string()
    .regex(
      /^[\da-fA-F.:/]+(?:, ?[\da-fA-F.:/]+)*$/,
      'Write the addresses of the proxies with commas between, such as 127.0.0.1 or 10.0.0.0/8',
    )
    .optional(),
  // As a content security policy writes it; a semicolon would end it.
  PEJLING_EMBED_ANCESTORS: z
    .string()
    .regex(
      /^(?:\*|'none'|'self'|https?:\/\/[\w.*:-]+)(?: (?:'self'|https?:\/\/[\w.*:-]+))*$/,
      "Write * or 'none', or addresses such as https://www.example.dk, with spaces between",
    )
    .default('*'),
  PEJLING_WAS_URL: z.url({ protocol: /^https$/ }).optional(),
  PEJLING_METRICS: z
    .string()
    .regex(
      /^(?:\/.+|(?:[\w.-]+:|\[[\da-fA-F:]+\]:)?\d{1,5})$/,
      'Write a port (9464), an address with a port (10.0.0.5:9464) or the path of a socket (/run/pejling/metrics.sock)',
    )
    .optional(),
  PEJLING_METRICS_TOKEN: z
    .string()
    .regex(/^[\w.~+/-]{16,}=*$/, 'Write at least 16 letters and digits, such as openssl rand -hex 24 makes')
    .optional(),
  PEJLING_SMTP_URL: z
    .url({
      protocol: /^smtps?$/,
      error: 'Write smtp://user:password@host:587, or smtps:// in front where the connection begins encrypted',
    })
    .optional(),
  PEJLING_MAIL_FROM: z
    .string()
    .regex(
      /^(?:[^<>\r\n]* <[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/,
      'Write the address mails are sent from: pejling@example.dk, or Pejling <pejling@example.dk>',
    )
    .optional(),
  PEJLING_SECURITY_CONTACT: z
    .url({ protocol: /^(?:mailto|https|tel)$/, error: 'Write an address with mailto:, https: or tel: in front' })
    .optional(),
  PEJLING_SESSION_IDLE: Minutes.default(usualTerms.usual.idle),
  PEJLING_SESSION_LONGEST: Minutes.default(usualTerms.usual.longest),
  PEJLING_SESSION_IDLE_PRIVILEGED: Minutes.default(usualTerms.privileged.idle),
  PEJLING_SESSION_LONGEST_PRIVILEGED: Minutes.default(usualTerms.privileged.longest),
  PEJLING_RETENTION_ACCOUNTS: RetentionTerm.default(365),
  PEJLING_RETENTION_TOKENS: RetentionTerm.default(30),
  PEJLING_RETENTION_UPLOADS: RetentionTerm.default(30),
  PEJLING_RETENTION_ORIGINALS: RetentionTerm.default(1826),
  PEJLING_RETENTION_FETCHES: RetentionTerm.default(365),
  PEJLING_RETENTION_DELIVERIES: RetentionTerm.default(90),
  PEJLING_RETENTION_SIGN_INS: RetentionTerm.default(90),
  PEJLING_RETENTION_MAILS: RetentionTerm.default(365),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('warn'),
})

/** The addresses of the sources of figures, by their settings. */
const SourceUrls = z.record(z.string(), z.url({ protocol: /^https?$/ }).optional())

/** Where a server listens: a port of an address, or the path of a Unix socket. */
export type Listening = { readonly host: string; readonly port: number } | { readonly path: string }

/** The settings of an installation. */
export interface Config {
  readonly port: number
  readonly host: string
  /** The folder the database lies in. */
  readonly dataFolder: string
  readonly site: Site
  /** Proxies whose word is taken for where a request comes from; `null`: nobody's. */
  readonly proxies: string | null
  /** Where a weakness can be reported, as `security.txt` writes it; `null`: not given, and there is no such file. */
  readonly securityContact: string | null
  /** How the metrics can be read: at an address of their own, and at `/metrics` with a token; `null`: not that way. */
  readonly metrics: { readonly listen: Listening | null; readonly token: string | null }
  /** The server mails are sent by, and their sender; `null`: none are sent. */
  readonly mail: MailServer | null
  /** Where each source of figures is asked, by the name connections give it; nothing else is reached for figures. */
  readonly sourceUrls: Readonly<Record<string, string>>
  /** The Chromium that makes PDF files; `null`: one is looked for at the usual places. */
  readonly chromium: string | null
  /** How long people stay signed in, in minutes. */
  readonly sessions: SessionTerms
  /** How long what is no longer needed is kept, in days. */
  readonly retention: RetentionTerms
  readonly logLevel: z.infer<typeof Settings>['LOG_LEVEL']
  /** The identity provider people may sign in through; `null`: there is none. */
  readonly identityProvider: IdentityProviderSettings | null
}

/** Thrown where a setting cannot be used; the message names it and says what it may be. */
export class ConfigError extends Error {
  override name = 'ConfigError'
}

function readIdentityProvider(settings: z.infer<typeof Settings>, url: string): IdentityProviderSettings | null {
  const { PEJLING_OIDC_ISSUER: issuer, PEJLING_OIDC_CLIENT_ID: clientId, PEJLING_OIDC_ROLES: roleOf } = settings
  if (issuer === undefined) {
    if (!settings.PEJLING_OIDC_ONLY) return null
    throw new ConfigError('PEJLING_OIDC_ONLY=1 needs PEJLING_OIDC_ISSUER beside it: without, nobody could sign in.')
  }
  if (clientId === undefined || roleOf === undefined || settings.PEJLING_URL === undefined) {
    throw new ConfigError(
      `PEJLING_OIDC_ISSUER=${issuer} needs PEJLING_OIDC_CLIENT_ID, PEJLING_OIDC_ROLES and PEJLING_URL beside it. The provider has to know ${url}${deskPages.providerReturn} as an address to send people back to.`,
    )
  }
  return {
    issuer,
    clientId,
    clientSecret: settings.PEJLING_OIDC_CLIENT_SECRET ?? null,
    name: settings.PEJLING_OIDC_NAME ?? new URL(issuer).hostname,
    scope: settings.PEJLING_OIDC_SCOPE,
    roleClaim: settings.PEJLING_OIDC_ROLE_CLAIM,
    emailClaim: settings.PEJLING_OIDC_EMAIL_CLAIM,
    roleOf,
    subjectClaim: settings.PEJLING_OIDC_SUBJECT_CLAIM,
    trustsEmail: settings.PEJLING_OIDC_TRUST_EMAIL,
    only: settings.PEJLING_OIDC_ONLY,
    tokenDays: settings.PEJLING_OIDC_TOKEN_DAYS,
  }
}

function readMailServer(settings: z.infer<typeof Settings>): MailServer | null {
  const { PEJLING_SMTP_URL: url, PEJLING_MAIL_FROM: from } = settings
  if (url === undefined && from === undefined) return null
  if (url === undefined || from === undefined) {
    const [given, missing] =
      url === undefined ? ['PEJLING_MAIL_FROM', 'PEJLING_SMTP_URL'] : ['PEJLING_SMTP_URL', 'PEJLING_MAIL_FROM']
    throw new ConfigError(`${given} needs ${missing} beside it: mails have a server and a sender, or none are sent.`)
  }
  return { url, from }
}

/** A setting that says where to listen. A port alone is one of this machine, which no one else reaches. */
function listening(setting: string): Listening {
  if (setting.startsWith('/')) return { path: setting }
  const [, host = '127.0.0.1', port = ''] = /^(?:\[?([^\]]+)\]?:)?(\d+)$/.exec(setting) ?? []
  return { host, port: Number(port) }
}

/** Reads the settings from environment variables. An empty variable counts as not set. Throws {@link ConfigError}. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const settings = Settings.safeParse(given)
  const sources = SourceUrls.safeParse(
    Object.fromEntries(sourceKinds.map(({ setting, usualUrl }) => [setting, given[setting] ?? usualUrl ?? undefined])),
  )
  if (!settings.success || !sources.success) {
    const issues = [...(settings.error?.issues ?? []), ...(sources.error?.issues ?? [])]
    const lines = issues.map(({ path, message }) => {
      const name = path.join('.')
      // The address of a mail server has its password in it.
      const shown = name === 'PEJLING_SMTP_URL' ? '…' : (given[name] ?? '')
      return `  ${name}=${shown}: ${message}`
    })
    throw new ConfigError(`These settings cannot be used:\n${lines.join('\n')}`)
  }
  const { PORT: port, HOST: host, PEJLING_DATA, PEJLING_URL, LOG_LEVEL: logLevel, ...rest } = settings.data
  const url = (PEJLING_URL ?? `http://${host === '127.0.0.1' ? 'localhost' : host}:${port}`).replace(/\/+$/, '')
  const contact = { email: rest.PEJLING_CONTACT_EMAIL ?? null, phone: rest.PEJLING_CONTACT_PHONE ?? null }
  const site = {
    url,
    contact,
    registeredStatement: rest.PEJLING_WAS_URL ?? null,
    embedAncestors: rest.PEJLING_EMBED_ANCESTORS,
    asFiles: false,
  }
  const identityProvider = readIdentityProvider(settings.data, site.url)
  const chromium = rest.PEJLING_CHROMIUM ?? null
  const sourceUrls = Object.fromEntries(
    sourceKinds.flatMap(({ name, setting }) => {
      const address = sources.data[setting]
      return address === undefined ? [] : [[name, address.replace(/\/+$/, '')]]
    }),
  )
  const proxies = rest.PEJLING_PROXY ?? null
  const listen = rest.PEJLING_METRICS === undefined ? null : listening(rest.PEJLING_METRICS)
  return {
    port,
    host,
    dataFolder: resolve(PEJLING_DATA),
    site,
    proxies,
    securityContact: rest.PEJLING_SECURITY_CONTACT ?? null,
    metrics: { listen, token: rest.PEJLING_METRICS_TOKEN ?? null },
    mail: readMailServer(settings.data),
    sourceUrls,
    chromium,
    sessions: {
      usual: { idle: rest.PEJLING_SESSION_IDLE, longest: rest.PEJLING_SESSION_LONGEST },
      privileged: { idle: rest.PEJLING_SESSION_IDLE_PRIVILEGED, longest: rest.PEJLING_SESSION_LONGEST_PRIVILEGED },
    },
    retention: {
      accounts: rest.PEJLING_RETENTION_ACCOUNTS,
      tokens: rest.PEJLING_RETENTION_TOKENS,
      uploads: rest.PEJLING_RETENTION_UPLOADS,
      originals: rest.PEJLING_RETENTION_ORIGINALS,
      fetches: rest.PEJLING_RETENTION_FETCHES,
      deliveries: rest.PEJLING_RETENTION_DELIVERIES,
      signIns: rest.PEJLING_RETENTION_SIGN_INS,
      mails: rest.PEJLING_RETENTION_MAILS,
    },
    logLevel,
    identityProvider,
  }
}
