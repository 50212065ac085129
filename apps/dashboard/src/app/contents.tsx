import {
  ActionPlanDocument,
  ActionPlansDocument,
  FrameworkDocument,
  type FrameworksDocument,
  GoalDocument,
  IdeasDocument,
  IndicatorDocument,
  IndicatorsDocument,
} from '@pejling/domain/release/documents'
import { MeetingsDocument } from '@pejling/domain/meeting/meeting'
import { withOutcomes } from '@pejling/domain/meeting/show'
import { WithdrawalsDocument } from '@pejling/domain/release/withdrawal'
import { planName, type PlanName } from '@pejling/domain/action-plan/action-plan'
import { markOf, printedNumber } from '@pejling/domain/framework'
import { goalSentence } from '@pejling/domain/sentence/goal-sentence'
import { documentPath } from '@pejling/domain/release/paths'
import { ReleaseChangesDocument, ReleasesDocument } from '@pejling/domain/release/release'
import type { IndicatorSummary } from '@pejling/domain/release/documents'
import type { Profile } from '@pejling/domain/profile/profile'
import type { Locale } from '@pejling/domain/text'
import type { JSX } from 'react'
import { ActionPlanPage, NoActionPlan } from '../pages/action-plan/action-plan-page.tsx'
import { actionPlanWords } from '../pages/action-plan/messages.ts'
import { IdeaPage, IdeasPage } from '../pages/ideas/ideas-pages.tsx'
import { ideaWords } from '../pages/ideas/messages.ts'
import { MeetingsPage } from '../pages/meetings/meetings-page.tsx'
import { meetingsWords } from '../pages/meetings/messages.ts'
import { AboutPage } from '../pages/about/about-page.tsx'
import { aboutWords } from '../pages/about/messages.ts'
import { AccessibilityPage } from '../pages/accessibility/accessibility-page.tsx'
import { accessibilityWords } from '../pages/accessibility/messages.ts'
import { DataPage } from '../pages/data/data-page.tsx'
import { dataWords } from '../pages/data/messages.ts'
import { GoalPage } from '../pages/goal/goal-page.tsx'
import { IndicatorPage } from '../pages/indicator/indicator-page.tsx'
import { datasetOf } from '../pages/indicator/structured-data.ts'
import { FrontPage } from '../pages/overview/front-page.tsx'
import { frontWords } from '../pages/overview/messages.ts'
import { OverviewPage } from '../pages/overview/overview-page.tsx'
import { privacyWords } from '../pages/privacy/messages.ts'
import { PrivacyPage } from '../pages/privacy/privacy-page.tsx'
import { releaseWords } from '../pages/releases/messages.ts'
import { ReleasePage } from '../pages/releases/release-page.tsx'
import { ReleasesPage } from '../pages/releases/releases-page.tsx'
import { searchWords } from '../pages/search/messages.ts'
import { SearchPage } from '../pages/search/search-page.tsx'
import { readDocument } from '../documents/read-document.ts'
import type { Read } from '../documents/read-document.ts'
import type { Links } from '@pejling/addresses/links'
import type { PlainPage, Route } from '@pejling/addresses/pages'
import type { Publisher, Site } from '../documents/site.ts'

/** A page's content with what the frame around it needs to know. */
export interface Content {
  readonly title: string
  readonly description: string
  readonly main: JSX.Element
  /** What a reader must know about the policy, said once at the foot. */
  readonly note?: string
  /** What search engines and data portals read: a schema.org object. */
  readonly structured?: unknown
  /** Where the page is to be had as a picture; left out: the policy's stands for it. */
  readonly picture?: string
  /** Where it is told how the page is embedded elsewhere. */
  readonly embeddable?: boolean
  /** What happens about it, for programs that follow it. */
  readonly feed?: string
  /** Whether the page has a part that does more with JavaScript. */
  readonly interactive?: boolean
  /** Whether search engines shall leave the page out. */
  readonly unlisted?: boolean
}

/** What a page's content is made from. */
export interface Material {
  readonly read: Read
  /** The policies, in their order; none where none is published. */
  readonly frameworks: readonly FrameworkDocument[]
  /** Read only by the pages that list them. */
  readonly indicators: () => readonly IndicatorSummary[]
  readonly links: Links
  /** How the site presents itself. */
  readonly profile: Profile
  readonly site: Site
}

/** Reads what nearly every page needs. */
export function materialOf(
  { read, links, profile, site }: Pick<Material, 'read' | 'links' | 'profile' | 'site'>,
  policies: FrameworksDocument['frameworks'],
): Material {
  const frameworks = policies.flatMap(
    ({ slug }) => readDocument(read, documentPath.framework(slug), FrameworkDocument) ?? [],
  )
  const indicators = () => readDocument(read, documentPath.indicators, IndicatorsDocument)?.indicators ?? []
  return { read, frameworks, indicators, links, profile, site }
}

/** Who publishes it all, and where. */
function publisherOf({ frameworks, profile, site }: Material, locale: Locale): Publisher {
  const name = profile.name[locale]
  return { organisation: frameworks[0]?.framework.organisation.name[locale] ?? name, site: name, url: site.url }
}

function overview(material: Material, locale: Locale): Content | null {
  const { frameworks } = material
  const [first] = frameworks
  if (first === undefined) return null
  if (frameworks.length === 1) return policy(material, locale, first.framework.slug)
  const { title, description } = frontWords[locale].head(first.framework.organisation.name[locale], frameworks.length)
  return { title, description, main: <FrontPage documents={frameworks} /> }
}

function policy({ frameworks, indicators, links }: Material, locale: Locale, slug: string): Content | null {
  const document = frameworks.find(({ framework }) => framework.slug === slug)
  if (document === undefined) return null
  const { note, title } = document.framework
  return {
    title: title[locale],
    description: document.sentence[locale],
    picture: links.card({ framework: slug }),
    main: <OverviewPage document={document} indicators={indicators()} />,
    ...(note && { note: note[locale] }),
  }
}

function goal({ read, frameworks, indicators, links }: Material, locale: Locale, number: string): Content | null {
  const document = readDocument(read, documentPath.goal(number), GoalDocument)
  if (!document) return null
  // By all their indicators, not this goal's alone: an action has the same outcome wherever it is read.
  const actions = document.actions === undefined ? [] : withOutcomes(document.actions, indicators())
  return {
    title: `${printedNumber(number)} ${document.goal.text[locale]}`,
    description: goalSentence(document.goal, document.indicators)[locale],
    picture: links.card({ goal: number }),
    feed: links.feed(number),
    main: (
      <GoalPage
        document={document}
        framework={frameworks.find(({ framework }) => framework.slug === document.framework.slug) ?? null}
        actions={actions}
        isOneOfSeveral={frameworks.length > 1}
      />
    ),
  }
}

/** The name of the policy an indicator is of; `null`: there is but one. */
function policyNameOf(
  { goals }: IndicatorDocument,
  frameworks: readonly FrameworkDocument[],
  locale: Locale,
): string | null {
  const of = goals.find(({ headline }) => headline) ?? goals[0]
  if (of === undefined || frameworks.length < 2) return null
  const own = frameworks.find(({ framework }) => framework.mark === markOf(of.number))
  return own?.framework.title[locale] ?? null
}

function indicator(material: Material, { locale, slug, view }: Route & { readonly page: 'indicator' }): Content | null {
  const { read, frameworks, links, site } = material
  const document = readDocument(read, documentPath.indicator(slug), IndicatorDocument)
  if (!document) return null
  const name = document.indicator.name[locale]
  const publisher = publisherOf(material, locale)
  return {
    title: name,
    description: document.assessments[0]?.sentence[locale] ?? name,
    structured: datasetOf(document, locale, links, site, publisher.organisation),
    picture: links.card({ indicator: slug }),
    embeddable: true,
    interactive: true,
    main: (
      <IndicatorPage
        document={document}
        policy={policyNameOf(document, frameworks, locale)}
        request={view}
        publisher={publisher}
        asFile={site.asFiles}
      />
    ),
  }
}

function releases({ read }: Material, locale: Locale): Content | null {
  const document = readDocument(read, documentPath.releases, ReleasesDocument)
  if (!document) return null
  const { title, description } = releaseWords[locale].list
  return { title, description, main: <ReleasesPage releases={document.releases} /> }
}

function release(material: Material, { locale, number, since }: Route & { readonly page: 'release' }): Content | null {
  const { read } = material
  const all = readDocument(read, documentPath.releases, ReleasesDocument)?.releases ?? []
  const shown = all.find((candidate) => candidate.number === number)
  const comparedWith = since ?? number - 1
  if (!shown || comparedWith >= number) return null
  const changes = readDocument(read, documentPath.releaseChanges(number, comparedWith), ReleaseChangesDocument)
  if (!changes) return null
  const { title, description } = releaseWords[locale].one(shown)
  const { withdrawals } = readDocument(read, documentPath.withdrawals(number), WithdrawalsDocument) ?? {
    withdrawals: [],
  }
  const main = (
    <ReleasePage
      release={shown}
      changes={changes}
      releases={all}
      withdrawals={withdrawals}
      indicators={material.indicators()}
      asFile={material.site.asFiles}
    />
  )
  return { title, description, picture: material.links.card({ release: number }), main }
}

function actionPlan(material: Material, locale: Locale, asked: PlanName | null): Content | null {
  const { read, frameworks } = material
  const plans = readDocument(read, documentPath.actionPlans, ActionPlansDocument)?.actionPlans ?? []
  const name = asked ?? plans.map(planName)[0]
  if (name === undefined) {
    const { title, text } = actionPlanWords[locale].none
    return { title, description: text, main: <NoActionPlan /> }
  }
  const plan = readDocument(read, documentPath.actionPlan(name), ActionPlanDocument)?.actionPlan
  if (!plan) return null
  const indicators = material.indicators()
  const actions = withOutcomes(
    plan.actions.map((action) => ({ year: plan.year, mark: plan.mark, action })),
    indicators,
  )
  const parts = { plan, actions, frameworks, indicators, plans }
  return {
    title: plan.title[locale],
    description: actionPlanWords[locale].lead(plan.actions.length),
    picture: material.links.card({ actionPlan: name }),
    main: <ActionPlanPage {...parts} />,
  }
}

const ideasOf = ({ read }: Material) => readDocument(read, documentPath.ideas, IdeasDocument)?.ideas ?? []

function idea(material: Material, locale: Locale, slug: string): Content | null {
  const found = ideasOf(material).find((one) => one.slug === slug)
  if (!found) return null
  const actions = found.takenUpBy.flatMap(({ year, mark, action: name }) => {
    const plan = readDocument(
      material.read,
      documentPath.actionPlan(planName({ year, mark })),
      ActionPlanDocument,
    )?.actionPlan
    const action = plan?.actions.find((one) => one.slug === name)
    return action ? [{ year, mark, action }] : []
  })
  const goals = material.frameworks.flatMap(({ focusAreas }) => focusAreas.flatMap((area) => area.goals))
  const own = goals.filter((one) => found.goals.includes(one.slug))
  return {
    title: found.title,
    description: ideaWords[locale].head.description,
    main: <IdeaPage idea={found} actions={withOutcomes(actions, material.indicators())} goals={own} />,
  }
}

function plain(material: Material, page: PlainPage, locale: Locale): Content | null {
  const { frameworks, indicators, site } = material
  const contents: Readonly<Record<PlainPage, () => Content | null>> = {
    overview: () => overview(material, locale),
    releases: () => releases(material, locale),
    data: () => ({
      ...dataWords[locale].head,
      interactive: true,
      main: <DataPage publisher={publisherOf(material, locale)} indicators={indicators()} />,
    }),
    about: () => ({ ...aboutWords[locale].head, main: <AboutPage frameworks={frameworks} /> }),
    accessibility: () => ({ ...accessibilityWords[locale].head, main: <AccessibilityPage site={site} /> }),
    privacy: () => ({ ...privacyWords[locale].head, main: <PrivacyPage site={site} /> }),
    ideas: () => ({ ...ideaWords[locale].head, main: <IdeasPage ideas={ideasOf(material)} /> }),
    meetings: () => {
      const document = readDocument(material.read, documentPath.meetings, MeetingsDocument)
      return { ...meetingsWords[locale].head, main: <MeetingsPage meetings={document?.meetings ?? []} /> }
    },
  }
  return contents[page]()
}

function search({ frameworks, indicators, site }: Material, locale: Locale, query: string): Content {
  const main = <SearchPage query={query} frameworks={frameworks} indicators={indicators()} asFile={site.asFiles} />
  return { ...searchWords[locale].head, unlisted: true, interactive: true, main }
}

/** The content of the page at an address; `null` where the release has nothing there. */
export function contentOf(material: Material, route: Route): Content | null {
  if (route.page === 'policy') return policy(material, route.locale, route.slug)
  if (route.page === 'goal') return goal(material, route.locale, route.number)
  if (route.page === 'indicator') return indicator(material, route)
  if (route.page === 'release') return release(material, route)
  if (route.page === 'action-plan') return actionPlan(material, route.locale, route.plan)
  if (route.page === 'idea') return idea(material, route.locale, route.slug)
  if (route.page === 'search') return search(material, route.locale, route.query)
  return plain(material, route.page, route.locale)
}
