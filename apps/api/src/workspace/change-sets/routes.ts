import { pageSchema } from '@pejling/domain/workspace/answers'
import { ChangeSetDetail, ChangeSetSummary, Undone, UndoInput } from '@pejling/domain/workspace/change-sets'
import { z } from 'zod'
import { reaches } from '../../db/actor.ts'
import { pageParameters, readCursor } from '../../http/pages.ts'
import { parameters } from '../../http/parameters.ts'
import { Problem } from '../../http/problem.ts'
import { several } from '../../http/several.ts'
import type { Caller } from '../../workspace-http/door.ts'
import { noContent } from '../../workspace-http/declaration.ts'
import { addWorkspaceRoute, type WorkspaceApp } from '../../workspace-http/route.ts'
import { mayReadClosed } from '../meetings/meetings.ts'
import { findChangeSet, listChangeSets, type Sight } from './list-change-sets.ts'
import { undo } from './undo-verb.ts'

const noSuchChangeSet = (number: number): Problem =>
  new Problem('not-found', {
    da: `Der er intet ændringssæt nr. ${number}.`,
    en: `There is no change set no. ${number}.`,
  })

const sightOf = ({ actor, scopes }: Caller): Sight => ({
  isWhole: scopes === null && reaches(actor, 'administrator'),
  seesClosed: mayReadClosed(actor),
})

const moment = (description: string) => z.iso.datetime().meta({ description, examples: ['2026-11-01T00:00:00.000Z'] })
const word = z.string().min(1).max(80)

/** What was changed in the workspace, by whom and from what to what, and undoing it. */
export function addChangeSetRoutes(to: WorkspaceApp): void {
  const tag = 'change-sets'
  const numbered = z.strictObject({ n: parameters.n.meta({ description: 'Number of the change set' }) })
  addWorkspaceRoute(to, {
    method: 'GET',
    url: '/change-sets',
    operationId: 'listChangeSets',
    summary: 'What was changed, newest first',
    description:
      'Change sets with a sentence each. Secrets are never told; which accounts were changed is told to administrators alone, and closed items of meetings to those who may write agendas.',
    tag,
    access: { scope: 'history:read' },
    params: z.strictObject({}),
    query: z.strictObject({
      who: word.meta({ description: 'Part of the name of who did it', examples: ['Bente'] }).optional(),
      account: word.meta({ description: 'The id of an account; for administrators', examples: ['k3x'] }).optional(),
      notBefore: moment('Only what was done at or after this moment').optional(),
      notAfter: moment('Only what was done at or before this moment').optional(),
      kind: several(word, { description: 'Kinds of things that were changed', examples: ['observation'] }).optional(),
      indicator: several(parameters.slug, {
        description: 'Only changes of these indicators, their figures and targets',
        examples: ['valgdeltagelse-kv'],
      }).optional(),
      action: several(word, { description: 'What was done', examples: ['import'] }).optional(),
      q: parameters.q.optional(),
      ...pageParameters,
    }),
    body: noContent,
    answers: { 200: { description: 'A page of change sets', schema: pageSchema(ChangeSetSummary) } },
    example: {},
    handler: ({ db, who, query: { limit, cursor, notBefore, notAfter, ...filter } }) => {
      const [before] = cursor === undefined ? [] : readCursor(cursor)
      const page = { before: before === undefined ? null : -Number(before), limit, ...sightOf(who) }
      const found = listChangeSets(db, { ...filter, since: notBefore, until: notAfter }, page)
      return { page: { items: found.changeSets, total: found.total, last: found.next === null ? null : [-found.next] } }
    },
  })
  addWorkspaceRoute(to, {
    method: 'GET',
    url: '/change-sets/:n',
    operationId: 'getChangeSet',
    summary: 'A change set, with what each thing was and is',
    description: 'Every change field by field, in words, and whether it can be undone as things stand.',
    tag,
    access: { scope: 'history:read' },
    params: numbered,
    query: z.strictObject({}),
    body: noContent,
    answers: { 200: { description: 'The change set', schema: ChangeSetDetail } },
    example: {},
    handler: ({ db, params: { n: number }, who }) => {
      const found = findChangeSet(db, number, sightOf(who))
      if (!found) throw noSuchChangeSet(number)
      return { body: found }
    },
  })
  addWorkspaceRoute(to, {
    method: 'POST',
    url: '/change-sets/:n/undo',
    operationId: 'undoChangeSet',
    summary: 'Undo a change set',
    description:
      'Brings back what it changed, in a change set of its own; 409 says why that cannot be done. Changes of figures, targets and texts can be undone as long as nobody has changed them again.',
    tag,
    access: { scope: 'definitions:write' },
    params: numbered,
    query: z.strictObject({}),
    body: noContent,
    answers: { 200: { description: 'It is undone', schema: Undone } },
    example: { answer: { changeSet: 42 } },
    handler: ({ db, params: { n: number }, who }) => {
      if (!findChangeSet(db, number, sightOf(who))) throw noSuchChangeSet(number)
      return { body: undo(db, who.actor, [number]) }
    },
  })
  addWorkspaceRoute(to, {
    method: 'POST',
    url: '/change-sets/undo',
    operationId: 'undoChangeSets',
    summary: 'Undo several change sets',
    description: 'Undoes them, the newest first, in one change set: all of them or none.',
    tag,
    access: { scope: 'definitions:write' },
    params: z.strictObject({}),
    query: z.strictObject({}),
    body: UndoInput,
    answers: { 200: { description: 'They are undone', schema: Undone } },
    example: { body: { changeSets: [40, 41] }, answer: { changeSet: 42 } },
    handler: ({ db, body, who }) => ({ body: undo(db, who.actor, body.changeSets) }),
  })
}
