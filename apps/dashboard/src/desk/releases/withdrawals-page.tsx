import { deskPath } from '@pejling/addresses/desk'
import { useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import type { JSX } from 'react'
import { locale, momentInWords } from '../client/locale.ts'
import { overviewQuery } from '../client/overview.ts'
import { Finder } from '../widgets/choice.tsx'
import { Page as Framed } from '../widgets/page.tsx'
import { Empty, Loaded } from '../widgets/state.tsx'
import { withdrawalsQuery } from './queries.ts'
import { withdrawWords as words } from './withdraw-words.ts'

/** Figures that have been withdrawn, and the way to withdraw another. */
export function Page(): JSX.Element {
  const { history } = useRouter()
  const indicators = useQuery(overviewQuery).data?.value.indicators ?? []
  const names = new Map(indicators.map(({ slug, name }) => [slug, name[locale]]))
  const query = useQuery(withdrawalsQuery)
  return (
    <Framed
      title={words.listTitle}
      lead={words.listLead}
      trail={[{ href: deskPath(locale, 'publish'), label: words.up }]}
    >
      <div className="form">
        <Finder
          key={indicators.length}
          label={words.indicator}
          placeholder={words.find}
          options={indicators.map(({ slug, name }) => ({ value: slug, label: name[locale] }))}
          value={null}
          onChange={(slug) => history.push(deskPath(locale, 'withdraw', { slug }))}
        />
      </div>
      <section aria-labelledby="withdrawn">
        <h2 id="withdrawn">{words.earlier}</h2>
        <Loaded query={query}>
          {(withdrawals) =>
            withdrawals.length === 0 ? (
              <Empty>{words.none}</Empty>
            ) : (
              <div className="table-scroll">
                <table className="list" aria-labelledby="withdrawn">
                  <thead>
                    <tr>
                      <th scope="col">{words.columns.figure}</th>
                      <th scope="col">{words.columns.when}</th>
                      <th scope="col">{words.columns.reason}</th>
                    </tr>
                  </thead>
                  <tbody>
                    {withdrawals.map((one) => (
                      <tr key={one.number}>
                        <th scope="row">
                          {names.get(one.indicator) ?? one.indicator}, {one.period}
                        </th>
                        <td>{momentInWords(one.withdrawnAt)}</td>
                        <td>{one.reason[locale]}</td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </div>
            )
          }
        </Loaded>
      </section>
    </Framed>
  )
}
