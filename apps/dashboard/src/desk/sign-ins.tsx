import { deskQuery } from '@pejling/addresses/desk'
import type { AccessView } from '@pejling/domain/desk/access-views'
import type { JSX } from 'react'
import { TableScroll } from '../components/table-scroll.tsx'
import { accessWords } from './access-messages.ts'
import { useDesk, writtenMoment } from './desk-page.ts'

/** The record of sign-ins. */
export function SignIns({ view }: { readonly view: Extract<AccessView, { page: 'sign-ins' }> }): JSX.Element {
  const { locale, href } = useDesk()
  const own = accessWords[locale]
  return (
    <>
      <p>{own.signInsNote}</p>
      {view.events.length === 0 ? (
        <p>{own.noSignIns}</p>
      ) : (
        <TableScroll label={own.titles['sign-ins']}>
          <table>
            <thead>
              <tr>
                <th scope="col">{own.when}</th>
                <th scope="col">{own.whose}</th>
                <th scope="col">{own.what}</th>
                <th scope="col">{own.whence}</th>
              </tr>
            </thead>
            <tbody>
              {view.events.map(({ number, lastAt, count, kind, name, address, detail }) => (
                <tr key={number}>
                  <td>{writtenMoment(lastAt, locale)}</td>
                  <td>{name ?? own.noAccount}</td>
                  <td>
                    {own.kinds[kind]}
                    {detail !== '' && ` (${detail})`}
                    {count > 1 && `, ${own.times(count)}`}
                  </td>
                  <td>{address ?? '–'}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableScroll>
      )}
      {view.older !== null && (
        <p>
          <a href={href('signIns') + deskQuery([['before', String(view.older)]])}>{own.older}</a>
        </p>
      )}
    </>
  )
}
