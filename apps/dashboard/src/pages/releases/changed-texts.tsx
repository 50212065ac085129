import { documentPath } from '@pejling/domain/release/paths'
import type { ReleaseChangesDocument } from '@pejling/domain/release/release'
import type { JSX } from 'react'
import { usePage } from '../../components/page-context.ts'
import { releaseWords } from './messages.ts'
import { useLinksIn } from './released-indicator.tsx'

/** What else changed where no indicator did: texts of the policy, of goals and of action plans. */
export function ChangedTexts({ changes }: { readonly changes: ReleaseChangesDocument }): JSX.Element | null {
  const { locale } = usePage()
  const words = releaseWords[locale]
  const links = useLinksIn(changes.release)
  const texts = changes.documents.flatMap(({ path, after }) => {
    const [kind, name = ''] = path.split('/')
    if (path === documentPath.profile)
      return [{ path, label: words.profile, href: after === null ? null : links.overview }]
    if (name === '') return []
    if (kind === 'frameworks') return [{ path, label: words.policy, href: links.policy(name) }]
    if (kind === 'goals') return [{ path, label: words.goal(name), href: after === null ? null : links.goal(name) }]
    return kind === 'action-plans' ? [{ path, label: words.actionPlan(name), href: null }] : []
  })
  if (changes.indicators.length > 0 || texts.length === 0) return null
  return (
    <section className="changes" aria-labelledby="texts">
      <h2 id="texts">{words.texts}</h2>
      <p className="note">{words.textsNote(changes.since)}</p>
      <ul className="change-list">
        {texts.map(({ path, label, href }) => (
          <li key={path}>{href === null ? label : <a href={href}>{label}</a>}</li>
        ))}
      </ul>
    </section>
  )
}
