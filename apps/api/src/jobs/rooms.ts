/**
 * The processes that work beside the one that serves: `desk` answers the light requests of those who are signed in and holds
 * what must be in one place (counted guesses, sign-ins under way, imports); `workshop` does what takes long.
 */
export type Room = 'desk' | 'workshop'

const ofDesk = /^(?:\/en)?\/admin(?:\/|$)|^\/api\/v1\/workspace(?:\/|$)/
/** Pages and forms of the desk that compile, compare or read whole installations: previews, publishing, withdrawing, sheets. */
const heavyAtDesk =
  /^(?:\/en)?\/admin\/?$|^(?:\/en)?\/admin\/(?:udgiv|planlagt|se|traek|tal|ret|kilde|udvalg\/ideer)(?:\/|$)/

/** What of the workspace's API takes long: what compiles, compares or reads whole installations. Trials always do. */
const heavyInWorkspace = /^\/api\/v1\/workspace\/(?:observations|overview|releases|withdrawals)(?:\/|$)/

/** Whether an address asks only what a change would change, for which everything is compiled. */
const isTrial = (url: string): boolean => new URLSearchParams(url.split('?')[1]).get('dryRun') === 'true'

const isHeavy = (path: string, url: string): boolean =>
  heavyAtDesk.test(path) || heavyInWorkspace.test(path) || (path.startsWith('/api/') && isTrial(url))

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
  if (!ofDesk.test(path)) return null
  return hasCredentials && isHeavy(path, url) ? 'workshop' : 'desk'
}
