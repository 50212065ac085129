import { isWorkspaceAddress } from '@pejling/addresses/api'
import { deskPlaceAt, isBelowDesk, type DeskPlace } from '@pejling/addresses/desk'
import { withoutLanguage } from '@pejling/addresses/language'

/**
 * The processes that work beside the one that serves: `desk` answers the light requests of those who are signed in and holds
 * what must be in one place (counted guesses, sign-ins under way, imports); `workshop` does what takes long.
 */
export type Room = 'desk' | 'workshop'

/** Pages and forms of the desk that compile, compare or read whole installations: previews, publishing, withdrawing, sheets. */
const heavy: ReadonlySet<DeskPlace> = new Set<DeskPlace>([
  'home',
  'publish',
  'planned',
  'compare',
  'compareSide',
  'withdraw',
  'figures',
  'edit',
  'connection',
  'ideas',
])

/** Whether what is asked for takes long: a page of the desk, or anything of the workspace’s API. */
function isHeavy(path: string): boolean {
  if (isWorkspaceAddress(path)) return true
  const found = deskPlaceAt(withoutLanguage(path))
  return found !== null && heavy.has(found.place)
}

/** The path of an address as a router reads it; one that cannot be decoded is no path of anything. */
function pathOf(url: string): string {
  const [path = '/'] = url.split(/[?;#]/)
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}

/**
 * The room that answers an address; `null`: it is public, and the serving process answers it itself. A request without
 * credentials is only sent to sign in, which takes little work at any address.
 */
export function roomOf(url: string, hasCredentials: boolean): Room | null {
  const path = pathOf(url)
  if (!isBelowDesk(withoutLanguage(path)) && !isWorkspaceAddress(path)) return null
  return hasCredentials && isHeavy(path) ? 'workshop' : 'desk'
}
