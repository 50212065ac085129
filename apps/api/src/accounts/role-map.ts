import { z } from 'zod'
import { roles, type Role } from '../db/actor.ts'

/** The settings' way of writing what a claim's values may do here: `Group A=editor, Group B=publisher`. Throws a ZodError. */
export const RoleMap = z.string().transform((text, context): ReadonlyMap<string, Role> => {
  const pairs = text.split(',').map((pair) => {
    // Names of groups may have equals signs in them; the last one counts.
    const [, value = '', name = ''] = /^(.*)=([^=]*)$/s.exec(pair) ?? []
    return { value: value.trim(), role: roles.find((one) => one === name.trim()) }
  })
  const wrong = pairs.find(({ value, role }) => value === '' || role === undefined)
  if (wrong) {
    context.addIssue({
      code: 'custom',
      message: `Write what each value of the claim may do, such as Group A=editor,Group B=publisher; the roles are ${roles.join(', ')}`,
    })
    return z.NEVER
  }
  return new Map(pairs.flatMap(({ value, role }) => (role ? [[value, role] as const] : [])))
})
export type RoleMap = z.infer<typeof RoleMap>
