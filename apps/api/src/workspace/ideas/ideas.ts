import { actionKey } from '@pejling/domain/action-plan/action-plan'
import { Idea } from '@pejling/domain/idea'
import { freeSlug } from '@pejling/domain/slug'
import { workspaceIdea, type NewIdea, type WorkspaceIdea } from '@pejling/domain/workspace/ideas'
import type { MergePatch } from '@pejling/domain/workspace/patch'
import { authorise, type Actor } from '../../db/actor.ts'
import { write } from '../../db/change-set.ts'
import type { Database } from '../../db/database.ts'
import { readBody } from '../../http/input.ts'
import type { InputError } from '../../http/problem.ts'
import { findAction } from '../actions/actions.ts'
import { kinds, listDefinitions, putDefinition, removeDefinition } from '../definitions.ts'
import { readPatched } from '../read-input.ts'
import { conflict, noSuch, referencesIn, refuseErrors, unknownGoals } from '../references.ts'

/* Ideas from citizens (inspirationskatalog). */

/** All ideas, those voiced last first. */
export const listIdeas = (db: Database): WorkspaceIdea[] =>
  listDefinitions(db, kinds.idea)
    .toSorted((a, b) => b.voicedOn.localeCompare(a.voicedOn) || a.slug.localeCompare(b.slug))
    .map(workspaceIdea)

/** The idea of a name. Throws a Problem (404). */
export function getIdea(db: Database, slug: string): WorkspaceIdea {
  const idea = listDefinitions(db, kinds.idea).find((one) => one.slug === slug)
  if (!idea) throw noSuch(`Der er ingen idé "${slug}".`, `There is no idea "${slug}".`)
  return workspaceIdea(idea)
}

function unknownActions(db: Database, { takenUpBy }: Idea): InputError[] {
  return takenUpBy.flatMap((one, index): InputError[] => {
    const id = actionKey(one, one.action)
    if (findAction(db, id) !== null) return []
    const detail = { da: `Der er ingen indsats "${id}".`, en: `There is no action "${id}".` }
    return [{ pointer: `/takenUpBy/${index}`, detail }]
  })
}

/** Throws a Problem (422) where an idea refers to something that is not there. */
function check(db: Database, idea: Idea): void {
  refuseErrors([...unknownGoals(db, referencesIn('/goals', idea.goals)), ...unknownActions(db, idea)])
}

/** Adds an idea. Throws a Problem (409, 422), and a NotAllowedError. */
export function createIdea(db: Database, actor: Actor, input: NewIdea): WorkspaceIdea {
  authorise(actor, 'editor')
  return write(db, actor, { action: 'definition' }, (changeSet) => {
    const taken = new Set(listDefinitions(db, kinds.idea).map(({ slug }) => slug))
    const slug = input.slug ?? freeSlug(input.title, taken)
    if (taken.has(slug)) throw conflict(`Idéen "${slug}" findes allerede.`, `There is an idea "${slug}" already.`)
    const idea = readBody(Idea, { ...input, slug })
    check(db, idea)
    putDefinition(changeSet, kinds.idea, idea)
    return workspaceIdea(idea)
  })
}

/** Changes part of an idea. Throws a Problem (404, 422), and a NotAllowedError. */
export function changeIdea(db: Database, actor: Actor, slug: string, patch: MergePatch): WorkspaceIdea {
  authorise(actor, 'editor')
  return write(db, actor, { action: 'definition' }, (changeSet) => {
    const { state: _state, ...before } = getIdea(db, slug)
    const idea = readPatched(Idea, before, patch)
    check(db, idea)
    putDefinition(changeSet, kinds.idea, idea)
    return workspaceIdea(idea)
  })
}

/** Removes an idea; what has been published with it keeps it. Throws a Problem (404), and a NotAllowedError. */
export function removeIdea(db: Database, actor: Actor, slug: string): void {
  authorise(actor, 'editor')
  write(db, actor, { action: 'definition' }, (changeSet) => {
    getIdea(db, slug)
    removeDefinition(changeSet, kinds.idea, slug)
  })
}
