import { plainProfile, Profile } from '@pejling/domain/profile/profile'
import type { WorkspaceSettings } from '@pejling/domain/workspace/attached'
import { authorise, type Actor } from '../../db/actor.ts'
import { write, type ChangeSet } from '../../db/change-set.ts'
import type { Database } from '../../db/database.ts'
import { logoOf } from '../../data-folder/logo.ts'
import { invalidBody } from '../../http/input.ts'
import { patched, type MergePatch } from '../../http/merge-patch.ts'
import { needsApproval, stopAskedBy } from '../../releases/approval.ts'
import { getProfile, isDemonstration, kinds, putDefinition } from '../definitions.ts'

/** What is true of the installation, as one account sees it. */
export const readSettings = (db: Database, account: string): WorkspaceSettings => ({
  profile: getProfile(db) ?? plainProfile,
  approval: { required: needsApproval(db), stopAskedBy: stopAskedBy(db, account)?.name ?? null },
  demonstration: isDemonstration(db),
})

/** Writes how the site presents itself. A logo is taken for what is in it. Throws a Problem where it cannot be used. */
export function saveProfile(changeSet: ChangeSet, profile: Profile): void {
  const logo = profile.logo && logoOf(Buffer.from(profile.logo.base64, 'base64'))
  if (logo && 'problem' in logo) throw invalidBody([{ pointer: '/logo', detail: logo.problem }])
  putDefinition(changeSet, kinds.profile, { ...profile, logo })
}

/** Changes how the site presents itself by a merge patch of its profile. */
export function changeProfile(
  db: Database,
  { actor, reason }: { readonly actor: Actor; readonly reason: string | null },
  patch: MergePatch,
): void {
  authorise(actor, 'editor')
  write(db, actor, { action: 'definition', reason }, (changeSet) => {
    saveProfile(changeSet, patched(Profile, getProfile(db) ?? plainProfile, patch))
  })
}
