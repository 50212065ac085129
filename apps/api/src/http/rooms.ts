import { isAnswerPath } from '@pejling/addresses/answer'
import { isWorkspaceAddress } from '@pejling/addresses/api'
import { deskPlaceAt, isBelowDesk, type DeskPlace } from '@pejling/addresses/desk'
import { withoutLanguage } from '@pejling/addresses/language'
import { apiRoot, workspaceRoot } from '@pejling/addresses/words'

/**
 * The processes that work beside the one that serves: `desk` answers the light requests of those who are signed in and holds
 * what must be in one place (counted guesses, sign-ins under way, imports); `workshop` does what takes long.
 */
export type Room = 'desk' | 'workshop'

/** Pages of the desk that compile: public pages as the next release would make them. */
const heavy: ReadonlySet<DeskPlace> = new Set<DeskPlace>(['compareSide'])

/** What of the workspace’s API takes long: what compiles, compares or reads whole installations. */
const heavyInWorkspace: ReadonlySet<string> = new Set([
  'change-sets',
  'observations',
  'overview',
  'releases',
  'withdrawals',
])

/** Papers of meetings, and files of ideas. */
const isFile = /\/papers?\.\w+$|\/ideas\/file$/

/** Whether an address asks only what a change would change, for which everything is compiled. */
const isTrial = (url: string): boolean => new URLSearchParams(url.split('?')[1]).get('dryRun') === 'true'

/** Whether what is asked for takes long: some pages of the desk and resources of the workspace’s API, and every trial. */
function isHeavy(path: string, url: string): boolean {
  if (isWorkspaceAddress(path)) {
    const [resource = '', , step] = path.slice(apiRoot.length + workspaceRoot.length + 1).split('/')
    // What a connection would bring is compiled; what is fetched, and files that are imported, are known in one place.
    const isPreview = resource === 'connections' && step === 'preview'
    return heavyInWorkspace.has(resource) || isPreview || isFile.test(path) || isTrial(url)
  }
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
  if (isAnswerPath(withoutLanguage(path))) return 'desk'
  if (!isBelowDesk(withoutLanguage(path)) && !isWorkspaceAddress(path)) return null
  return hasCredentials && isHeavy(path, url) ? 'workshop' : 'desk'
}
