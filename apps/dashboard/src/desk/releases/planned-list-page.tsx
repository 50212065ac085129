import { deskPath } from '@pejling/addresses/desk'
import type { PlannedReleaseView } from '@pejling/domain/workspace/releases'
import { useQuery } from '@tanstack/react-query'
import type { JSX } from 'react'
import { locale, momentInWords } from '../client/locale.ts'
import { DeskLink } from '../widgets/desk-link.tsx'
import { Page as Framed } from '../widgets/page.tsx'
import { Empty, Loaded } from '../widgets/state.tsx'
import { plannedWords as words, stateInWords, whenInWords } from './planned-words.ts'
import { plannedReleasesQuery } from './queries.ts'

function Table({
  label,
  releases,
}: {
  readonly label: string
  readonly releases: readonly PlannedReleaseView[]
}): JSX.Element {
  return (
    <div className="table-scroll">
      <table className="list" aria-label={label}>
        <thead>
          <tr>
            {Object.entries(words.columns).map(([name, column]) => (
              <th key={name} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {releases.map((one) => (
            <tr key={one.number}>
              <th scope="row">
                <DeskLink to={deskPath(locale, 'plannedRelease', { number: String(one.number) })}>
                  {one.title[locale]}
                </DeskLink>
                {one.withdrawal !== null && <span className="second-line">{words.withdrawal}</span>}
              </th>
              <td>{whenInWords(one)}</td>
              <td>
                {one.plannedBy}
                <span className="second-line">{momentInWords(one.plannedAt)}</span>
              </td>
              <td>
                {stateInWords(one)}
                {one.problem !== null && <span className="second-line">{words.problems[one.problem]}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const isOpen = ({ state }: PlannedReleaseView): boolean => state === 'waiting' || state === 'outdated'

/** Releases and withdrawals that have been decided and wait, and what became of earlier ones. */
export function Page(): JSX.Element {
  const query = useQuery(plannedReleasesQuery)
  return (
    <Framed title={words.title} lead={words.lead} trail={[{ href: deskPath(locale, 'publish'), label: words.up }]}>
      <Loaded query={query}>
        {(all) => {
          const [open, earlier] = [all.filter(isOpen), all.filter((one) => !isOpen(one))]
          return (
            <>
              {open.length === 0 ? <Empty>{words.none}</Empty> : <Table label={words.title} releases={open} />}
              {earlier.length > 0 && (
                <section aria-labelledby="earlier">
                  <h2 id="earlier">{words.earlier}</h2>
                  <Table label={words.earlier} releases={earlier} />
                </section>
              )}
            </>
          )
        }}
      </Loaded>
    </Framed>
  )
}
