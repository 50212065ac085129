import { toPath, type Address } from './address.ts'

/** The things whose addresses may change: each has an address of its own in pages and in the API. */
export const subjectKinds = ['indicator', 'goal', 'framework', 'actionPlan'] as const
export type SubjectKind = (typeof subjectKinds)[number]

/** What an address is about, by the name it has there. */
export interface Subject {
  readonly kind: SubjectKind
  readonly name: string
}

/** The part of an address of the API that names a thing. */
const partOf = { indicator: 'slug', goal: 'number', framework: 'framework', actionPlan: 'year' } as const

/** What an address is about; `null`: nothing whose address could change. */
export function subjectOf(address: Address): Subject | null {
  if (address.kind === 'embed') return { kind: 'indicator', name: address.slug }
  if (address.kind === 'api') {
    for (const kind of subjectKinds) {
      const name = address.parts[partOf[kind]]
      if (name !== undefined) return { kind, name: String(name) }
    }
    return null
  }
  if (address.kind !== 'page') return null
  const { route } = address
  if (route.page === 'indicator') return { kind: 'indicator', name: route.slug }
  if (route.page === 'goal') return { kind: 'goal', name: route.number }
  if (route.page === 'policy') return { kind: 'framework', name: route.slug }
  if (route.page === 'action-plan' && route.plan !== null) return { kind: 'actionPlan', name: route.plan }
  return null
}

/** The same address about a thing of another name. An address that is about nothing stays as it is. */
function about(address: Address, name: string): Address {
  if (address.kind === 'embed') return { ...address, slug: name }
  if (address.kind === 'api') {
    const subject = subjectOf(address)
    return subject ? { ...address, parts: { ...address.parts, [partOf[subject.kind]]: name } } : address
  }
  if (address.kind !== 'page') return address
  const { route } = address
  if (route.page === 'indicator' || route.page === 'policy') return { ...address, route: { ...route, slug: name } }
  if (route.page === 'goal') return { ...address, route: { ...route, number: name } }
  return route.page === 'action-plan' ? { ...address, route: { ...route, plan: name } } : address
}

/** The path of an address about a thing of another name, with the query as it was asked for. */
export function renamedPath(asked: string, address: Address, name: string): string {
  const [path = ''] = toPath(about(address, name)).split('?')
  const [, ...query] = asked.split('?')
  return query.length === 0 ? path : `${path}?${query.join('?')}`
}

/** The number of the release an address names; `null`: none, it is of the latest. */
export function releaseOf(address: Address): number | null {
  if (address.kind === 'page') return address.release
  if (address.kind !== 'api') return null
  const given = new URLSearchParams(address.query).get('release') ?? ''
  return /^[1-9]\d{0,6}$/.test(given) ? Number(given) : null
}
