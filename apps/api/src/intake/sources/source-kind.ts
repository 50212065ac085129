import type { OutsideSource } from './outside-source.ts'
import type { SourceConnection } from './source-connection.ts'

/** A kind of source an installation can have: what connections call it, and the setting that says where it is. */
export interface SourceKind {
  readonly name: string
  /** The environment variable with its address; nothing but that address is ever reached. */
  readonly setting: string
  /** Where it is unless the setting says otherwise; `null`: it is offered only where the setting is given. */
  readonly usualUrl: string | null
  readonly open: (reach: SourceConnection) => OutsideSource
}
