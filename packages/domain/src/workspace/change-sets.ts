import { z } from 'zod'
import { Timestamp } from '../release/release.ts'
import { Slug } from '../slug.ts'
import { Text } from '../text.ts'
import { ChangedField } from './answers.ts'

/** A change set in a list: who, when, and what in one sentence. */
export const ChangeSetSummary = z
  .strictObject({
    number: z.int().positive(),
    at: Timestamp,
    actor: z.string().describe('Who did it, as they were called then'),
    calledNow: z.string().nullable().describe('What they are called now, where that is something else'),
    action: z.string(),
    reason: z.string().nullable(),
    changes: z.int().nonnegative().describe('How many things it changed'),
    sentence: Text,
  })
  .meta({
    id: 'ChangeSetSummary',
    description: 'A change set: who changed what, in one sentence.',
    examples: [
      {
        number: 41,
        at: '2026-11-30T09:12:00.000Z',
        actor: 'Bente Indberetter',
        calledNow: null,
        action: 'figures',
        reason: null,
        changes: 1,
        sentence: {
          da: 'Bente Indberetter rettede 1 tal i Høringssvar pr. offentlig høring: 2026 14,2 → 15,2.',
          en: 'Bente Indberetter corrected 1 figure of Responses per public hearing: 2026 14.2 → 15.2.',
        },
      },
    ],
  })
export type ChangeSetSummary = z.infer<typeof ChangeSetSummary>

/** One change of a change set, in words. */
export const ChangeInWords = z
  .strictObject({
    kind: z.string().describe('The kind of thing it is about'),
    change: z.enum(['added', 'changed', 'removed']),
    indicator: Slug.nullable().describe('The indicator it belongs to; null: none'),
    name: Text,
    fields: z.array(ChangedField),
  })
  .meta({ id: 'ChangeInWords', description: 'One change, from what to what, in words.' })
export type ChangeInWords = z.infer<typeof ChangeInWords>

/** A change set with its changes. */
export const ChangeSetDetail = z
  .strictObject({
    ...ChangeSetSummary.shape,
    details: z.array(ChangeInWords).describe('The first changes; `changes` says how many there are'),
    undo: z
      .strictObject({ possible: z.boolean(), why: Text.nullable() })
      .describe('Whether it can be undone as things stand, or why not'),
  })
  .meta({
    id: 'ChangeSetDetail',
    description: 'A change set with its changes in words.',
    examples: [
      {
        number: 41,
        at: '2026-11-30T09:12:00.000Z',
        actor: 'Bente Indberetter',
        calledNow: null,
        action: 'figures',
        reason: null,
        changes: 1,
        sentence: {
          da: 'Bente Indberetter rettede 1 tal i Høringssvar pr. offentlig høring: 2026 14,2 → 15,2.',
          en: 'Bente Indberetter corrected 1 figure of Responses per public hearing: 2026 14.2 → 15.2.',
        },
        details: [
          {
            kind: 'observation',
            change: 'changed',
            indicator: 'hoeringssvar',
            name: {
              da: 'Høringssvar pr. offentlig høring: Helsingør, 2026',
              en: 'Responses per public hearing: Helsingør, 2026',
            },
            fields: [
              {
                field: 'value',
                name: { da: 'tal', en: 'value' },
                before: { da: '14,2', en: '14.2' },
                after: { da: '15,2', en: '15.2' },
              },
            ],
          },
        ],
        undo: { possible: true, why: null },
      },
    ],
  })
export type ChangeSetDetail = z.infer<typeof ChangeSetDetail>

/** Change sets to be undone together. */
export const UndoInput = z
  .strictObject({ changeSets: z.array(z.int().positive()).min(1).max(1000) })
  .meta({ id: 'ChangeSetsToUndo', description: 'Numbers of change sets to be undone, all of them or none.' })

/** What undoing wrote. */
export const Undone = z
  .strictObject({ changeSet: z.int().positive().nullable().describe('null: nothing was otherwise') })
  .meta({ id: 'Undone', description: 'The change set of the undoing.' })
