import { useMutation, useQuery } from '@tanstack/react-query'
import { scopeRules } from '@pejling/domain/scope'
import { WorkspaceToken } from '@pejling/domain/workspace/people'
import { useState, type JSX } from 'react'
import { z } from 'zod'
import { TableScroll } from '../../components/table-scroll.tsx'
import { dayInWords, locale, momentInWords } from '../client/locale.ts'
import { allOf, refreshAll } from '../client/queries.ts'
import { request } from '../client/request.ts'
import { Button } from '../widgets/button.tsx'
import { Dialog } from '../widgets/dialog.tsx'
import { report } from '../widgets/messages.tsx'
import { Page as Framed } from '../widgets/page.tsx'
import { Empty, Failed, Loaded } from '../widgets/state.tsx'
import { TokenDialog } from './token-dialog.tsx'
import { words } from './tokens-words.ts'
import './people.css'

function RevokeDialog({ name, onClose }: { readonly name: string; readonly onClose: () => void }): JSX.Element {
  const revoke = useMutation({
    mutationFn: async () => {
      const path = `/tokens/${encodeURIComponent(name)}`
      const { etag } = await request(WorkspaceToken, 'GET', path)
      await request(z.undefined(), 'DELETE', path, { match: etag })
    },
    onSuccess: async () => {
      report({ text: words.revoked(name) })
      onClose()
      await refreshAll()
    },
  })
  return (
    <Dialog title={words.revokeOf(name)} isOpen onClose={onClose} isAlert>
      <p>{words.revokeNote(name)}</p>
      {revoke.error !== null && <Failed error={revoke.error} />}
      <div className="dialog-foot">
        <Button onPress={onClose}>{words.cancel}</Button>
        <Button weight="danger" isPending={revoke.isPending} onPress={() => revoke.mutate()}>
          {words.revoke}
        </Button>
      </div>
    </Dialog>
  )
}

/** The keys by which programs come in: made, shown once, and revoked. */
export function Page(): JSX.Element {
  const query = useQuery(allOf(WorkspaceToken, '/tokens'))
  const [isMaking, setMaking] = useState(false)
  const [revoked, setRevoked] = useState<string | null>(null)
  return (
    <Framed
      title={words.title}
      lead={words.lead}
      actions={
        <Button weight="primary" onPress={() => setMaking(true)}>
          {words.make}
        </Button>
      }
    >
      <Loaded query={query}>
        {(tokens) =>
          tokens.length === 0 ? (
            <Empty>{words.none}</Empty>
          ) : (
            <TableScroll label={words.title}>
              <table className="list">
                <thead>
                  <tr>
                    <th scope="col">{words.name}</th>
                    <th scope="col">{words.may}</th>
                    <th scope="col">{words.whose}</th>
                    <th scope="col">{words.expires}</th>
                    <th scope="col">{words.lastUsed}</th>
                    <th scope="col">
                      <span className="visually-hidden">{words.revoke}</span>
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {tokens.map(({ name, email, expiresOn, scopes, indicators, lastUsedAt }) => (
                    <tr key={name}>
                      <th scope="row">{name}</th>
                      <td>
                        {scopes.map((scope) => scopeRules[scope].opens[locale]).join(', ')}
                        {indicators !== null && <span className="second-line">{words.onlyOf(indicators.length)}</span>}
                      </td>
                      <td>{email}</td>
                      <td>{dayInWords(expiresOn)}</td>
                      <td>{lastUsedAt === null ? words.never : momentInWords(lastUsedAt)}</td>
                      <td className="row-action">
                        <Button weight="quiet" aria-label={words.revokeOf(name)} onPress={() => setRevoked(name)}>
                          {words.revoke}
                        </Button>
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </TableScroll>
          )
        }
      </Loaded>
      {isMaking && <TokenDialog onClose={() => setMaking(false)} />}
      {revoked !== null && <RevokeDialog name={revoked} onClose={() => setRevoked(null)} />}
    </Framed>
  )
}
