import { createRootRoute, createRoute, createRouter, lazyRouteComponent, type AnyRoute } from '@tanstack/react-router'
import { languagePrefix } from '@pejling/addresses/words'
import { deskRoutePath, type DeskPlace } from '@pejling/addresses/desk'
import { locale } from '../client/locale.ts'
import { parseSearch, writeSearch } from '../client/search.ts'
import { Loading } from '../widgets/state.tsx'
import { Frame } from './frame.tsx'
import { NoSuchPage, PageFailed } from './problem-pages.tsx'

type PageLoader = Parameters<typeof lazyRouteComponent>[0]

/**
 * The pages of the desk by their place, each in a file that is loaded when it is first gone to. A room of the desk knows its own pages
 * and no others; this list is the only place where rooms meet. The export is called `Page` in each of them.
 */
const pages: readonly (readonly [place: DeskPlace, load: PageLoader])[] = [
  ['home', () => import('../overview/overview-page.tsx')],
  ['allFigures', () => import('../overview/figures-list-page.tsx')],
  ['lists', () => import('../lists/lists-page.tsx')],
  ['list', () => import('../lists/list-page.tsx')],
  ['listItem', () => import('../lists/list-item-page.tsx')],
  ['website', () => import('../website/website-page.tsx')],
  ['goals', () => import('../goals/goals-page.tsx')],
  ['goal', () => import('../goals/goal-page.tsx')],
  ['framework', () => import('../goals/framework-page.tsx')],
  ['newIndicator', () => import('../indicators/new-indicator-page.tsx')],
  ['indicator', () => import('../indicators/indicator-page.tsx')],
  ['indicatorTargets', () => import('../indicators/targets-page.tsx')],
  ['indicatorAssessment', () => import('../indicators/assessment-page.tsx')],
  ['actionPlans', () => import('../action-plans/plans-page.tsx')],
  ['actionPlan', () => import('../action-plans/plan-page.tsx')],
  ['action', () => import('../action-plans/action-page.tsx')],
  ['newAction', () => import('../action-plans/new-action-page.tsx')],
  ['allIdeas', () => import('../ideas/ideas-page.tsx')],
  ['idea', () => import('../ideas/idea-page.tsx')],
  ['newIdea', () => import('../ideas/new-idea-page.tsx')],
  ['ideaFile', () => import('../ideas/idea-file-page.tsx')],
  ['meetings', () => import('../meetings/meetings-page.tsx')],
  ['newMeeting', () => import('../meetings/new-meeting-page.tsx')],
  ['meeting', () => import('../meetings/meeting-page.tsx')],
  ['meetingItem', () => import('../meetings/item-page.tsx')],
  ['notes', () => import('../meetings/notes-page.tsx')],
  ['decisions', () => import('../meetings/decisions-page.tsx')],
  ['figures', () => import('../figures/figures-page.tsx')],
  ['publish', () => import('../releases/choose-page.tsx')],
  ['publishPages', () => import('../releases/compare-page.tsx')],
  ['publishTitle', () => import('../releases/title-page.tsx')],
  ['publishConfirm', () => import('../releases/confirm-page.tsx')],
  ['published', () => import('../releases/done-page.tsx')],
  ['plannedReleases', () => import('../releases/planned-list-page.tsx')],
  ['plannedRelease', () => import('../releases/planned-page.tsx')],
  ['withdrawals', () => import('../releases/withdrawals-page.tsx')],
  ['withdraw', () => import('../releases/withdraw-page.tsx')],
  ['history', () => import('../history/history-page.tsx')],
  ['changeSet', () => import('../history/change-set-page.tsx')],
  ['people', () => import('../people/people-page.tsx')],
  ['signIns', () => import('../people/sign-ins-page.tsx')],
  ['assignments', () => import('../people/assignments-page.tsx')],
  ['tokens', () => import('../people/tokens-page.tsx')],
  ['account', () => import('../people/account-page.tsx')],
  ['reminders', () => import('../people/reminders-page.tsx')],
  ['imports', () => import('../imports/imports-page.tsx')],
  ['import', () => import('../imports/import-page.tsx')],
  ['connections', () => import('../connections/connections-page.tsx')],
  ['connection', () => import('../connections/connection-page.tsx')],
  ['signedIn', () => import('./signed-in-page.tsx')],
]

/** The router of the desk. */
export function makeRouter() {
  const root = createRootRoute({ component: Frame, notFoundComponent: NoSuchPage, errorComponent: PageFailed })
  const routes: AnyRoute[] = pages.map(([place, load]) =>
    createRoute({
      getParentRoute: () => root,
      path: deskRoutePath(place),
      component: lazyRouteComponent(load, 'Page'),
      pendingComponent: Loading,
      errorComponent: PageFailed,
    }),
  )
  return createRouter({
    routeTree: root.addChildren(routes),
    basepath: languagePrefix[locale] || '/',
    parseSearch,
    stringifySearch: writeSearch,
    defaultPreload: 'intent',
    scrollRestoration: true,
    defaultPendingMs: 200,
  })
}
