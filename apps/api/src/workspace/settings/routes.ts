import { plainProfile } from '@pejling/domain/profile/profile'
import { WorkspaceSettings } from '@pejling/domain/workspace/attached'
import { z } from 'zod'
import { MergePatch } from '../../http/merge-patch.ts'
import { Problem } from '../../http/problem.ts'
import { noContent } from '../../workspace-http/declaration.ts'
import { addWorkspaceRoute, type WorkspaceApp } from '../../workspace-http/route.ts'
import { requireApproval } from '../../releases/approval.ts'
import { reasonOf, reasonParameter } from '../resource/resource-routes.ts'
import { changeProfile, readSettings } from './settings-verb.ts'

const none = z.strictObject({})
const example = {
  profile: plainProfile,
  approval: { required: false, stopAskedBy: null },
  demonstration: false,
}

/** How the site presents itself, and whether releases take two people. */
export function addSettingsRoutes(to: WorkspaceApp): void {
  const answers = { 200: { description: 'The settings as they stand', schema: WorkspaceSettings } }
  const common = { tag: 'settings', params: none, answers }
  addWorkspaceRoute(to, {
    ...common,
    method: 'GET',
    url: '/settings',
    operationId: 'getSettings',
    summary: 'The settings of the installation',
    description: 'How the site presents itself, its languages, and whether releases take two people.',
    access: { scope: 'definitions:read' },
    query: none,
    body: noContent,
    example: { answer: example },
    handler: ({ db, who }) => ({ body: readSettings(db, who.account) }),
  })
  addWorkspaceRoute(to, {
    ...common,
    method: 'PATCH',
    url: '/settings',
    operationId: 'changeSettings',
    summary: 'Change how the site presents itself',
    description:
      'A JSON merge patch (RFC 7396) of `profile`: name, languages, colours and logo. A logo is SVG or PNG in base64; null takes it away.',
    access: { scope: 'definitions:write' },
    query: z.strictObject({ reason: reasonParameter }),
    body: z.strictObject({ profile: MergePatch }),
    example: { body: { profile: { name: { da: 'Målene' } } }, answer: example },
    current: ({ db, who }) => readSettings(db, who.account),
    handler: ({ db, who, query, body: { profile } }) => {
      changeProfile(db, { actor: who.actor, reason: reasonOf(query) }, profile)
      const settings = readSettings(db, who.account)
      return { body: settings, stands: settings }
    },
  })
  addWorkspaceRoute(to, {
    ...common,
    method: 'PUT',
    url: '/settings/approval',
    operationId: 'requireApproval',
    summary: 'Say whether releases take two people',
    description:
      'One administrator switches it on, for releases that wait as well. Switching it off takes two: the first asks, another confirms.',
    access: { people: 'administrator' },
    query: none,
    body: z.strictObject({ required: z.boolean() }),
    problems: { 409: 'Whoever asked that one person is enough cannot confirm it' },
    example: { body: { required: true }, answer: { ...example, approval: { required: true, stopAskedBy: null } } },
    current: ({ db, who }) => readSettings(db, who.account),
    handler: ({ db, who, body: { required } }) => {
      if (requireApproval(db, who.actor, required) === 'own') {
        throw new Problem('conflict', {
          da: 'Du har selv bedt om det. En anden administrator skal bekræfte.',
          en: 'You have asked for it yourself. Another administrator has to confirm.',
        })
      }
      const settings = readSettings(db, who.account)
      return { body: settings, stands: settings }
    },
  })
}
