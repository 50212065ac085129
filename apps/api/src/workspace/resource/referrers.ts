import { planName } from '@pejling/domain/action-plan/action-plan'
import { inputsOf } from '@pejling/domain/indicator/derivation'
import type { Indicator } from '@pejling/domain/indicator/indicator'
import { parseSeriesKey, type Series } from '@pejling/domain/series'
import type { Text } from '@pejling/domain/text'
import type { ChangeKind } from '../../db/change-set.ts'
import type { Database } from '../../db/database.ts'
import { observations } from '../../db/schema.ts'
import { attachments, getAttached, kinds, listDefinitions, listIndicators, listTargets } from '../definitions.ts'
import type { Referrer } from './resource.ts'

/* What refers to what in the workspace: whatever is named in a definition, a figure, a target, a connection, a plan or an idea. */

const plain = (words: string): Text => ({ da: words, en: words })

const indicatorReferrer = ({ slug, name }: Indicator): Referrer => ({ kind: 'indicator', key: slug, name })

/** The indicators that say something. */
export const indicatorsThat = (db: Database, says: (indicator: Indicator) => boolean): Referrer[] =>
  listIndicators(db).filter(says).map(indicatorReferrer)

/** The definitions of a kind that say something. */
export function definitionsThat<Value>(
  kind: ChangeKind,
  all: readonly Value[],
  says: (value: Value) => boolean,
  keyOf: (value: Value) => string,
  nameOf: (value: Value) => Text,
): Referrer[] {
  return all.filter(says).map((value) => ({ kind, key: keyOf(value), name: nameOf(value) }))
}

/** Whatever has figures, targets or a connection of some series, each indicator once a kind. */
export function seriesReferrers(
  db: Database,
  matches: (series: Series) => boolean,
  connects: (connection: { readonly area: string | null; readonly text: string }) => boolean,
): Referrer[] {
  const figures = db.sql
    .selectDistinct({ indicator: observations.indicator, series: observations.series })
    .from(observations)
    .all()
    .filter(({ series }) => matches(parseSeriesKey(series)))
  return [
    ...new Map(
      figures.map(({ indicator }): [string, Referrer] => [
        indicator,
        { kind: 'observation', key: indicator, name: plain(indicator) },
      ]),
    ).values(),
    ...listIndicators(db).flatMap(({ slug, name }): Referrer[] => {
      const targets = listTargets(db, slug).filter(
        ({ series, benchmark }) =>
          matches(parseSeriesKey(series)) || (benchmark !== null && matches({ area: benchmark.area, categories: {} })),
      )
      const connection = getAttached(db, attachments.connection, slug)
      return [
        ...targets.map((target): Referrer => ({ kind: 'target', key: `${slug}/${target.slug}`, name })),
        ...(connection && connects({ area: connection.area, text: JSON.stringify(connection) })
          ? [{ kind: 'connection', key: slug, name } as const]
          : []),
      ]
    }),
  ]
}

/** The action plans with an action, and the ideas, that name a goal. */
export function goalReferrers(db: Database, goal: string): Referrer[] {
  return [
    ...indicatorsThat(db, ({ goals }) => goals.some((link) => link.goal === goal)),
    ...definitionsThat(
      'action-plan',
      listDefinitions(db, kinds.actionPlan),
      ({ actions }) => actions.some(({ goals }) => goals.includes(goal)),
      planName,
      ({ title }) => title,
    ),
    ...definitionsThat(
      'idea',
      listDefinitions(db, kinds.idea),
      ({ goals }) => goals.includes(goal),
      ({ slug }) => slug,
      ({ title }) => plain(title),
    ),
    ...definitionsThat(
      'comment',
      listDefinitions(db, kinds.comment),
      (comment) => comment.goal === goal,
      kinds.comment.keyOf,
      ({ meaning }) => meaning,
    ),
  ]
}

/** Whatever refers to an indicator, or is of it: others computed from it, its figures, targets and what is attached, plans, meetings. */
export function indicatorReferrers(db: Database, { slug, name }: Indicator): Referrer[] {
  const hasFigures = db.sql
    .select({ indicator: observations.indicator })
    .from(observations)
    .all()
    .some(({ indicator }) => indicator === slug)
  return [
    ...indicatorsThat(db, ({ derived }) => derived !== null && inputsOf(derived).includes(slug)),
    ...(hasFigures ? [{ kind: 'observation', key: slug, name } as const] : []),
    ...listTargets(db, slug).map((target): Referrer => ({ kind: 'target', key: `${slug}/${target.slug}`, name })),
    ...Object.values(attachments).flatMap((attachment): Referrer[] =>
      getAttached<typeof attachment.schema>(db, attachment, slug) === null
        ? []
        : [{ kind: attachment.name, key: slug, name }],
    ),
    ...definitionsThat(
      'action-plan',
      listDefinitions(db, kinds.actionPlan),
      ({ actions }) => actions.some(({ indicators }) => indicators.includes(slug)),
      planName,
      ({ title }) => title,
    ),
    ...definitionsThat(
      'meeting',
      listDefinitions(db, kinds.meeting),
      ({ items }) => items.some(({ about }) => about.kind === 'indicator' && about.indicator === slug),
      ({ slug: meeting }) => meeting,
      ({ committee }) => plain(committee),
    ),
  ]
}
