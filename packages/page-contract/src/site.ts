/** What the public pages say of the installation they belong to. The server fills it from its settings. */
export interface Site {
  /** The public address, without a slash at the end. */
  readonly url: string
  /** Whom a reader can turn to, in writing and by phone; `null`: not given. */
  readonly contact: { readonly email: string | null; readonly phone: string | null }
  /** The accessibility statement registered with the authorities (was.digst.dk); `null`: not registered. */
  readonly registeredStatement: string | null
  /** On whose pages indicators may be embedded, as `frame-ancestors` says it. */
  readonly embedAncestors: string
  /** Whether the pages are written as files, for a server that answers no questions. */
  readonly asFiles: boolean
}
