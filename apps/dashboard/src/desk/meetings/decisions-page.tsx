import { useMutation, useQuery } from '@tanstack/react-query'
import { useState, type JSX } from 'react'
import { deskPath } from '@pejling/addresses/desk'
import { deskParameters } from '@pejling/addresses/words'
import { danishToday } from '../client/today.ts'
import { WorkspaceDecision } from '@pejling/domain/workspace/decisions'
import { z } from 'zod'
import { TableScroll } from '../../components/table-scroll.tsx'
import { decisionsQuery } from '../client/committee.ts'
import { dayInWords, locale } from '../client/locale.ts'
import { useMay } from '../client/me.ts'
import { refreshAll } from '../client/queries.ts'
import { request } from '../client/request.ts'
import { useSearchState } from '../client/search.ts'
import { Button } from '../widgets/button.tsx'
import type { Option } from '../widgets/choice.tsx'
import { DeskLink } from '../widgets/desk-link.tsx'
import { Dialog } from '../widgets/dialog.tsx'
import { TextField } from '../widgets/field.tsx'
import { report } from '../widgets/messages.tsx'
import { Page as Framed } from '../widgets/page.tsx'
import { Empty, Failed, Loaded } from '../widgets/state.tsx'
import { Tick } from '../widgets/tick.tsx'
import { itemName, useSubjects } from './subjects.ts'
import { words } from './words.ts'
import './room.css'

const names = deskParameters
const text = z.string().catch('')
const Search = z.object({ [names.search]: text, [names.state]: text })

/** Only decisions something is still to come of. */
const openOnly = 'mangler'

function FollowUpDialog({
  decision,
  onClose,
}: {
  readonly decision: WorkspaceDecision
  readonly onClose: () => void
}): JSX.Element {
  const before = decision.followUp
  const [responsible, setResponsible] = useState(before?.responsible ?? '')
  const [due, setDue] = useState(before?.due ?? '')
  const [done, setDone] = useState(before?.done ?? false)
  const [note, setNote] = useState(before?.note ?? '')
  const path = `/decisions/${decision.id}`
  const save = useMutation({
    mutationFn: async () => {
      const { etag } = await request(WorkspaceDecision, 'GET', path)
      const followUp = {
        responsible: responsible.trim(),
        due: due === '' ? null : due,
        done,
        note: note.trim() === '' ? null : note.trim(),
      }
      return request(WorkspaceDecision, 'PATCH', path, { body: { followUp }, match: etag })
    },
    onSuccess: async ({ changeSet }) => {
      report({ text: words.followedUp, changeSet })
      onClose()
      await refreshAll()
    },
  })
  return (
    <Dialog title={words.followUp} isOpen onClose={onClose} isAlert>
      <p lang="da">{decision.decision}</p>
      <p className="field-help">{words.followUpHelp}</p>
      <TextField label={words.responsible} value={responsible} onChange={setResponsible} lang="da" autoFocus />
      <TextField label={words.due} type="date" value={due} onChange={setDue} />
      <Tick isSelected={done} onChange={setDone}>
        {words.done}
      </Tick>
      <TextField label={words.came} value={note} onChange={setNote} lang="da" rows={3} />
      {save.error !== null && <Failed error={save.error} />}
      <div className="dialog-foot">
        <Button onPress={onClose}>{words.cancel}</Button>
        <Button
          weight="primary"
          isDisabled={responsible.trim() === ''}
          isPending={save.isPending}
          onPress={() => save.mutate()}
        >
          {words.saveFollowUp}
        </Button>
      </div>
    </Dialog>
  )
}

function FollowUpCell({ decision: { followUp } }: { readonly decision: WorkspaceDecision }): JSX.Element {
  if (followUp === null) return <span className="field-help">{words.noFollowUp}</span>
  const { responsible, due, done, note } = followUp
  const isLate = !done && due !== null && due < danishToday()
  return (
    <>
      <span lang="da">{responsible}</span>
      <span className="second-line">
        {done ? words.isDone : words.isOpen}
        {due !== null && ` · ${dayInWords(due)}`} {isLate && <span className="overdue">{words.overdue}</span>}
      </span>
      {note !== null && (
        <span className="second-line" lang="da">
          {note}
        </span>
      )}
    </>
  )
}

function Decisions({
  decisions,
  subjects,
}: {
  readonly decisions: readonly WorkspaceDecision[]
  readonly subjects: readonly Option[]
}): JSX.Element {
  const [given, change] = useSearchState(Search)
  const [followed, setFollowed] = useState<WorkspaceDecision | null>(null)
  const mayWrite = useMay('meetings')
  const sought = given[names.search].toLocaleLowerCase('da')
  const isOpenOnly = given[names.state] === openOnly
  const meant = decisions.filter(
    (one) =>
      `${one.committee} ${itemName(one, subjects)} ${one.decision}`.toLocaleLowerCase('da').includes(sought) &&
      (!isOpenOnly || (one.followUp !== null && !one.followUp.done)),
  )
  return (
    <>
      <div className="meeting-filters">
        <TextField
          label={words.search}
          type="search"
          value={given[names.search]}
          onChange={(value) => change({ [names.search]: value })}
        />
        <Tick isSelected={isOpenOnly} onChange={(isOn) => change({ [names.state]: isOn ? openOnly : '' })}>
          {words.openOnly}
        </Tick>
      </div>
      {meant.length === 0 ? (
        <Empty>{words.noDecisions}</Empty>
      ) : (
        <TableScroll label={words.decisions}>
          <table className="list decisions">
            <thead>
              <tr>
                <th scope="col">{words.decision}</th>
                <th scope="col">{words.meeting}</th>
                <th scope="col">{words.followUp}</th>
                {mayWrite && (
                  <th scope="col">
                    <span className="visually-hidden">{words.follow}</span>
                  </th>
                )}
              </tr>
            </thead>
            <tbody>
              {meant.map((decision) => (
                <tr key={decision.id}>
                  <th scope="row" lang="da">
                    <DeskLink to={deskPath(locale, 'meetingItem', { slug: decision.meeting, key: decision.item })}>
                      {itemName(decision, subjects)}
                    </DeskLink>
                    <span className="second-line">{decision.decision}</span>
                  </th>
                  <td>
                    <span lang="da">{decision.committee}</span>
                    <span className="second-line">
                      {dayInWords(decision.date)} {decision.closed && <span className="lacks">{words.closed}</span>}
                    </span>
                  </td>
                  <td>
                    <FollowUpCell decision={decision} />
                  </td>
                  {mayWrite && (
                    <td>
                      <Button
                        weight="quiet"
                        aria-label={`${words.follow}: ${itemName(decision, subjects)}`}
                        onPress={() => setFollowed(decision)}
                      >
                        {words.follow}
                      </Button>
                    </td>
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </TableScroll>
      )}
      {followed !== null && <FollowUpDialog decision={followed} onClose={() => setFollowed(null)} />}
    </>
  )
}

/** What was decided at all meetings, and what came of it. */
export function Page(): JSX.Element {
  const query = useQuery(decisionsQuery)
  const subjects = useSubjects()
  return (
    <Framed
      title={words.decisions}
      lead={words.decisionsLead}
      trail={[{ href: deskPath(locale, 'meetings'), label: words.meetings }]}
    >
      <Loaded query={query}>{(decisions) => <Decisions decisions={decisions} subjects={subjects} />}</Loaded>
    </Framed>
  )
}
