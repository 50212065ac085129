import { z } from 'zod'
import type { Text } from './text.ts'

/*
 * What a token lets a program do (OAuth 2.0 scopes, RFC 6749 section 3.3). A token has the scopes it was made with and no others.
 * There is none for people, tokens, sessions or the record of sign-ins: those take a person.
 */

/** What a token lets a program do. */
export const Scope = z.enum([
  'figures:read',
  'figures:write',
  'imports',
  'definitions:read',
  'definitions:write',
  'connections',
  'meetings:read',
  'meetings',
  'history:read',
  'publish',
])
export type Scope = z.infer<typeof Scope>

/** Every scope in the order they are listed in. */
export const scopes: readonly Scope[] = Scope.options

/** Of each scope, the least role the owner of its token must have, and what it opens. */
export const scopeRules: Readonly<
  Record<Scope, { readonly needs: 'reader' | 'contributor' | 'editor' | 'publisher'; readonly opens: Text }>
> = {
  'figures:read': { needs: 'reader', opens: { da: 'læse tal i arbejdsrummet', en: 'read figures of the workspace' } },
  'figures:write': { needs: 'contributor', opens: { da: 'skrive tal', en: 'write figures' } },
  imports: { needs: 'contributor', opens: { da: 'indlæse filer med tal', en: 'import files of figures' } },
  'definitions:read': {
    needs: 'reader',
    opens: { da: 'læse politikker, mål og indikatorer', en: 'read policies, goals and indicators' },
  },
  'definitions:write': {
    needs: 'editor',
    opens: { da: 'ændre politikker, mål og indikatorer', en: 'change policies, goals and indicators' },
  },
  connections: {
    needs: 'editor',
    opens: { da: 'forbinde indikatorer med kilder', en: 'connect indicators with sources' },
  },
  'meetings:read': {
    needs: 'reader',
    opens: {
      da: 'læse handleplaner, idéer og møder, men ingen lukkede punkter',
      en: 'read action plans, ideas and meetings, but no closed items',
    },
  },
  meetings: {
    needs: 'editor',
    opens: { da: 'ændre handleplaner, idéer og møder', en: 'change action plans, ideas and meetings' },
  },
  'history:read': { needs: 'reader', opens: { da: 'læse historikken', en: 'read the history' } },
  publish: { needs: 'publisher', opens: { da: 'udgive og trække tilbage', en: 'publish and withdraw' } },
}

/** The scopes that concern single indicators: a token for some indicators alone may have no others. */
export const scopesOfIndicators: ReadonlySet<Scope> = new Set<Scope>(['figures:read', 'figures:write', 'imports'])
