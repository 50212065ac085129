import { useMutation, useQuery } from '@tanstack/react-query'
import { deskPath, deskQuery } from '@pejling/addresses/desk'
import { deskParameters } from '@pejling/addresses/words'
import { LoggedMail, SentReminders, WorkspaceReminder } from '@pejling/domain/workspace/reminders'
import { useState, type JSX } from 'react'
import { z } from 'zod'
import { TableScroll } from '../../components/table-scroll.tsx'
import { dayInWords, locale, momentInWords, textOf } from '../client/locale.ts'
import { useReaches } from '../client/me.ts'
import { allOf, refreshAll } from '../client/queries.ts'
import { request } from '../client/request.ts'
import { useSearchState } from '../client/search.ts'
import { Button } from '../widgets/button.tsx'
import { Dialog } from '../widgets/dialog.tsx'
import { report } from '../widgets/messages.tsx'
import { Page as Framed } from '../widgets/page.tsx'
import { Empty, Failed, Loaded } from '../widgets/state.tsx'
import { TabsOfLinks } from '../widgets/tabs-of-links.tsx'
import { mailWords } from './account-words.ts'
import { MailChoices } from './mail-choices.tsx'
import { MailDialog } from './mail-dialog.tsx'
import { words } from './reminders-words.ts'
import './people.css'

const { state } = deskParameters
const log = 'log'
const Search = z.object({ [state]: z.string().catch('') })

interface Person {
  readonly account: string
  readonly name: string
}

function Recipients({
  recipients,
  onOpen,
}: {
  readonly recipients: WorkspaceReminder['recipients']
  readonly onOpen: (person: Person) => void
}): JSX.Element {
  const mayChange = useReaches('administrator')
  return (
    <ul className="plain">
      {recipients.map(({ account, name, as, isOff, sentAt }) => (
        <li key={account}>
          {mayChange ? (
            <Button weight="quiet" aria-label={words.settingsOf(name)} onPress={() => onOpen({ account, name })}>
              {name}
            </Button>
          ) : (
            name
          )}{' '}
          <span className="field-help">
            {[
              words.as[as],
              ...(isOff ? [words.off] : []),
              ...(sentAt === null ? [] : [words.sent(momentInWords(sentAt))]),
            ].join(', ')}
          </span>
        </li>
      ))}
    </ul>
  )
}

function Coming(): JSX.Element {
  const query = useQuery(allOf(WorkspaceReminder, '/reminders'))
  const [shown, setShown] = useState<WorkspaceReminder | null>(null)
  const [person, setPerson] = useState<Person | null>(null)
  return (
    <>
      <Loaded query={query}>
        {(reminders) => {
          const rows = reminders.filter(({ recipients }) => recipients.length > 0)
          if (rows.length === 0) return <Empty>{words.none}</Empty>
          return (
            <TableScroll label={words.coming}>
              <table className="list">
                <thead>
                  <tr>
                    <th scope="col">{words.on}</th>
                    <th scope="col">{words.indicator}</th>
                    <th scope="col">{words.step}</th>
                    <th scope="col">{words.to}</th>
                    <th scope="col">
                      <span className="visually-hidden">{words.preview}</span>
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {rows.map((one) => (
                    <tr key={`${one.indicator} ${one.step}`}>
                      <td>{dayInWords(one.on)}</td>
                      <th scope="row">
                        {textOf(one.name)}
                        <span className="second-line">{one.period}</span>
                      </th>
                      <td>{words.steps[one.step]}</td>
                      <td>
                        <Recipients recipients={one.recipients} onOpen={setPerson} />
                      </td>
                      <td className="row-action">
                        <Button
                          weight="quiet"
                          aria-label={words.previewOf(textOf(one.name))}
                          onPress={() => setShown(one)}
                        >
                          {words.preview}
                        </Button>
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </TableScroll>
          )
        }}
      </Loaded>
      {shown !== null && (
        <MailDialog indicator={shown.indicator} name={textOf(shown.name)} onClose={() => setShown(null)} />
      )}
      {person !== null && (
        <Dialog title={words.settingsOf(person.name)} isOpen onClose={() => setPerson(null)}>
          <MailChoices account={person.account} />
          <div className="dialog-foot">
            <Button onPress={() => setPerson(null)}>{words.close}</Button>
          </div>
        </Dialog>
      )}
    </>
  )
}

function Log(): JSX.Element {
  const query = useQuery(allOf(LoggedMail, '/reminders/log'))
  return (
    <Loaded query={query}>
      {(mails) =>
        mails.length === 0 ? (
          <Empty>{words.noLog}</Empty>
        ) : (
          <TableScroll label={words.log}>
            <table className="list">
              <thead>
                <tr>
                  <th scope="col">{words.on}</th>
                  <th scope="col">{words.what}</th>
                  <th scope="col">{words.to}</th>
                  <th scope="col">{words.state}</th>
                </tr>
              </thead>
              <tbody>
                {mails.map(({ number, kind, name, subject, queuedAt, sentAt, state: how, problem }) => (
                  <tr key={number}>
                    <td>{momentInWords(sentAt ?? queuedAt)}</td>
                    <th scope="row">
                      {subject}
                      <span className="second-line">{mailWords[kind]}</span>
                    </th>
                    <td>{name ?? words.forgotten}</td>
                    <td>
                      {words.states[how]}
                      {problem !== null && <span className="second-line">{problem}</span>}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </TableScroll>
        )
      }
    </Loaded>
  )
}

/** Who is reminded of which figure and when, what the mails say, and what was sent. */
export function Page(): JSX.Element {
  const [given] = useSearchState(Search)
  const isAdministrator = useReaches('administrator')
  const isLog = given[state] === log
  const send = useMutation({
    mutationFn: () => request(SentReminders, 'POST', '/reminders/send', { body: {} }),
    onSuccess: async ({ value: { queued, mails } }) => {
      const said = mails.length === 0 ? words.nothingDue : queued ? words.queued(mails.length) : words.notQueued
      report({ text: said })
      await refreshAll()
    },
  })
  const address = deskPath(locale, 'reminders')
  return (
    <Framed
      title={words.title}
      lead={words.lead}
      actions={
        <Button isPending={send.isPending} onPress={() => send.mutate()}>
          {words.sendDue}
        </Button>
      }
    >
      <TabsOfLinks
        label={words.views}
        tabs={[
          { href: address, label: words.coming, isCurrent: !isLog },
          { href: address + deskQuery([['state', log]]), label: words.log, isCurrent: isLog },
        ]}
      />
      {send.error !== null && <Failed error={send.error} />}
      {!isLog && <Coming />}
      {isLog && (isAdministrator ? <Log /> : <Empty>{words.onlyAdministrators}</Empty>)}
    </Framed>
  )
}
