import { z } from 'zod'
import { Idea } from '../idea.ts'
import { Slug } from '../slug.ts'
import { patchOf } from './patch.ts'

/** How far an idea has come. */
export const IdeaState = z.enum(['open', 'taken-up', 'declined'])
export type IdeaState = z.infer<typeof IdeaState>

/** Whether an idea was taken up by an action, declined with a reason, or neither. */
export const ideaState = ({ takenUpBy, whyNot }: Pick<Idea, 'takenUpBy' | 'whyNot'>): IdeaState =>
  takenUpBy.length > 0 ? 'taken-up' : whyNot === null ? 'open' : 'declined'

/** `/ideas/{idea}` of the workspace. */
export const WorkspaceIdea = z
  .strictObject({ ...Idea.shape, state: IdeaState })
  .meta({ id: 'WorkspaceIdea', description: 'An idea from citizens as it is being worked on.' })
export type WorkspaceIdea = z.infer<typeof WorkspaceIdea>

/** An idea as it is answered. */
export const workspaceIdea = (idea: Idea): WorkspaceIdea => ({ ...idea, state: ideaState(idea) })

const { slug: _slug, ...fields } = Idea.shape

/** What an idea is made of. */
export const NewIdea = z
  .strictObject({
    slug: Slug.optional().describe('Left out: made of the title'),
    ...fields,
    goals: fields.goals.default([]),
    takenUpBy: fields.takenUpBy.default([]),
    whyNot: fields.whyNot.default(null),
  })
  .describe('What an idea is made of.')
export type NewIdea = z.infer<typeof NewIdea>

/** What can be changed of an idea. */
export const IdeaPatch = patchOf(z.strictObject(fields))

/** What came of a file of ideas. */
export const IdeaFileOutcome = z
  .strictObject({
    read: z.int().describe('The rows that are ideas'),
    added: z.int().describe('The ideas that came in'),
    known: z.int().describe('The ideas that were there already'),
  })
  .meta({ id: 'IdeaFileOutcome', description: 'What came of a file of ideas.' })
export type IdeaFileOutcome = z.infer<typeof IdeaFileOutcome>
