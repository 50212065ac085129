import { useMutation, useQuery } from '@tanstack/react-query'
import { deskPath } from '@pejling/addresses/desk'
import { WorkspaceSession } from '@pejling/domain/workspace/people'
import type { JSX } from 'react'
import { z } from 'zod'
import { TableScroll } from '../../components/table-scroll.tsx'
import { locale, momentInWords } from '../client/locale.ts'
import { useMe } from '../client/me.ts'
import { allOf, refreshAll } from '../client/queries.ts'
import { request } from '../client/request.ts'
import { Button } from '../widgets/button.tsx'
import { report } from '../widgets/messages.tsx'
import { Page as Framed } from '../widgets/page.tsx'
import { Failed, Loaded } from '../widgets/state.tsx'
import { words } from './account-words.ts'
import { MailChoices } from './mail-choices.tsx'
import { roleWords } from './role-words.ts'
import './people.css'

/** What a browser calls itself, in few words: `Firefox, Windows`. */
function agentInWords(agent: string): string {
  const browser = /(Edg|Firefox|Chrome|Safari)\b/.exec(agent)?.[1]?.replace('Edg', 'Edge')
  const system = /(Windows|Android|iPhone|iPad|Mac OS X|Linux)/.exec(agent)?.[1]?.replace('Mac OS X', 'Mac')
  return [browser, system].filter((part) => part !== undefined).join(', ') || agent
}

function Sessions(): JSX.Element {
  const query = useQuery(allOf(WorkspaceSession, '/sessions'))
  const end = useMutation({
    mutationFn: (id: string) => request(z.undefined(), 'DELETE', `/sessions/${id}`),
    onSuccess: async () => {
      report({ text: words.ended })
      await refreshAll()
    },
  })
  return (
    <section aria-labelledby="sessions">
      <h2 id="sessions">{words.sessions}</h2>
      {end.error !== null && <Failed error={end.error} />}
      <Loaded query={query}>
        {(sessions) => (
          <TableScroll label={words.sessions}>
            <table className="list">
              <thead>
                <tr>
                  <th scope="col">{words.browser}</th>
                  <th scope="col">{words.since}</th>
                  <th scope="col">{words.seen}</th>
                  <th scope="col">
                    <span className="visually-hidden">{words.end}</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {sessions.map(({ id, agent, createdAt, lastSeenAt, current }) => (
                  <tr key={id}>
                    <th scope="row">
                      {agentInWords(agent)} {current && <span className="field-help">({words.current})</span>}
                    </th>
                    <td>{momentInWords(createdAt)}</td>
                    <td>{momentInWords(lastSeenAt)}</td>
                    <td className="row-action">
                      {!current && (
                        <Button
                          weight="quiet"
                          aria-label={words.endOf(agentInWords(agent))}
                          onPress={() => end.mutate(id)}
                        >
                          {words.end}
                        </Button>
                      )}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </TableScroll>
        )}
      </Loaded>
    </section>
  )
}

/** One’s own account: access, mails, and where one is signed in. */
export function Page(): JSX.Element {
  const { name, email, role } = useMe()
  return (
    <Framed title={words.title} lead={`${name}, ${email}`} width="text">
      <section aria-labelledby="access">
        <h2 id="access">{words.access}</h2>
        <p>
          {roleWords[role].label}: {roleWords[role].about}
        </p>
        <p className="pills">
          <a className="button" href={deskPath(locale, 'password')}>
            {words.password}
          </a>
          <a className="button" href={deskPath(locale, 'security')}>
            {words.security}
          </a>
        </p>
      </section>
      <section aria-labelledby="mails">
        <h2 id="mails">{words.mails}</h2>
        <p className="field-help">{words.mailsAbout}</p>
        <MailChoices account="me" />
      </section>
      <Sessions />
    </Framed>
  )
}
