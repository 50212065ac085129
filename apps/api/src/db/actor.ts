/** What somebody may do: each role may also do what the ones before it may. */
export const roles = ['reader', 'contributor', 'editor', 'publisher', 'administrator'] as const
export type Role = (typeof roles)[number]

/** Who does something. The name stands in the change set for ever. */
export interface Actor {
  readonly name: string
  readonly role: Role
  /** The id of their account, by which the history knows them whatever they are called; left out: there is no account. */
  readonly account?: string
}

/** Who does something, by an account: a person, or a program with that person's token. */
export interface AccountHolder {
  readonly actor: Actor
  /** The e-mail address of the account. */
  readonly email: string
}

/** The role of an account by its stored name. One that this version does not know may only read. */
export const storedRole = (name: string): Role => roles.find((role) => role === name) ?? 'reader'

/** The installation acting for itself, at set-up and from the command line. */
export const system: Actor = { name: 'system', role: 'administrator' }

/** Thrown where an actor's role does not reach. */
export class NotAllowedError extends Error {
  readonly needed: Role
  constructor(actor: Actor, needed: Role) {
    // Without the name: errors may be logged.
    super(`The role ${actor.role} does not reach; this takes ${needed}`)
    this.name = 'NotAllowedError'
    this.needed = needed
  }
}

/** Whether the actor has the role or a higher one. */
export const reaches = ({ role }: Actor, needed: Role): boolean => roles.indexOf(role) >= roles.indexOf(needed)

/** Throws {@link NotAllowedError} unless the actor has the role or a higher one. */
export function authorise(actor: Actor, needed: Role): void {
  if (!reaches(actor, needed)) throw new NotAllowedError(actor, needed)
}
