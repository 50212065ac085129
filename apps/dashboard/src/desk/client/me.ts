import { useSuspenseQuery } from '@tanstack/react-query'
import type { Role } from '@pejling/domain/role'
import type { Scope } from '@pejling/domain/scope'
import { Me } from '@pejling/domain/workspace/me'
import { oneOf } from './queries.ts'

/** Who works here, and what they may do. */
export const meQuery = oneOf(Me, '/me')

const roles: readonly Role[] = ['reader', 'contributor', 'editor', 'publisher', 'administrator']

/** Who works here. The application begins when it is known. */
export const useMe = (): Me => useSuspenseQuery(meQuery).data.value

/** Whether they may do what a scope opens. */
export const useMay = (scope: Scope): boolean => useMe().scopes.includes(scope)

/** Whether their role reaches another. */
export const useReaches = (role: Role): boolean => roles.indexOf(useMe().role) >= roles.indexOf(role)
