import { useMutation } from '@tanstack/react-query'
import type { JSX } from 'react'
import { Button as Grip, GridList, GridListItem, useDragAndDrop } from 'react-aria-components'
import { deskPath } from '@pejling/addresses/desk'
import type { WrittenItem } from '@pejling/domain/meeting/meeting'
import { locale } from '../client/locale.ts'
import { queryClient, refreshAll } from '../client/queries.ts'
import { request, type Answered } from '../client/request.ts'
import { Button } from '../widgets/button.tsx'
import type { Option } from '../widgets/choice.tsx'
import { DeskLink } from '../widgets/desk-link.tsx'
import { report } from '../widgets/messages.tsx'
import { moved } from '../widgets/order-dialog.tsx'
import { Empty, Failed } from '../widgets/state.tsx'
import { Agenda, agendaQuery } from './meetings.ts'
import { itemName } from './subjects.ts'
import { words } from './words.ts'

interface Line {
  readonly id: string
  readonly label: string
  readonly number: number
  readonly item: WrittenItem
}

function Marks({ item }: { readonly item: WrittenItem }): JSX.Element {
  return (
    <span className="agenda-marks">
      {item.closed && <span className="lacks">{words.closed}</span>}
      {item.decision !== null && <span className="field-help">{words.decided}</span>}
    </span>
  )
}

/** The items of a meeting in their order, which is changed by dragging or by keys and saved at once. */
export function AgendaList({
  slug,
  agenda,
  subjects,
  mayWrite,
}: {
  readonly slug: string
  readonly agenda: Answered<{ readonly items: readonly WrittenItem[] }>
  readonly subjects: readonly Option[]
  readonly mayWrite: boolean
}): JSX.Element {
  const lines: readonly Line[] = agenda.value.items.map((item, index) => ({
    id: item.slug,
    label: itemName(item, subjects),
    number: index + 1,
    item,
  }))
  const ordering = useMutation({
    mutationFn: (order: readonly string[]) =>
      request(Agenda, 'PUT', `/meetings/${slug}/order`, { body: { order }, match: agenda.etag }),
    onSuccess: async (answer) => {
      queryClient.setQueryData(agendaQuery(slug).queryKey, answer)
      report({ text: words.ordered, changeSet: answer.changeSet })
      await refreshAll()
    },
    // Another person may have changed the agenda: it is shown as it is now.
    onError: refreshAll,
  })
  const save = (order: readonly { readonly id: string }[]): void => ordering.mutate(order.map(({ id }) => id))
  const { dragAndDropHooks } = useDragAndDrop({
    isDisabled: !mayWrite,
    getItems: (keys) => [...keys].map((key) => ({ 'text/plain': String(key) })),
    onReorder: ({ keys, target }) => save(moved(lines, keys, target.key, target.dropPosition === 'after')),
  })
  const step = (id: string, by: 1 | -1): void => {
    const other = lines[lines.findIndex((line) => line.id === id) + by]
    if (other) save(moved(lines, new Set([id]), other.id, by === 1))
  }
  if (lines.length === 0) return <Empty>{words.noItems}</Empty>
  return (
    <>
      {mayWrite && <p className="field-help">{words.orderHelp}</p>}
      {ordering.error !== null && <Failed error={ordering.error} />}
      <GridList
        className="agenda-list"
        aria-label={words.agenda}
        items={lines}
        dependencies={[lines]}
        dragAndDropHooks={dragAndDropHooks}
      >
        {({ id, label, number, item }) => (
          <GridListItem id={id} textValue={label} className="agenda-item">
            {mayWrite && (
              <Grip slot="drag" className="agenda-grip" aria-label={words.grip(label)}>
                ≡
              </Grip>
            )}
            <span className="agenda-number">{number}</span>
            <DeskLink to={deskPath(locale, 'meetingItem', { slug, key: id })} lang="da">
              {label}
            </DeskLink>
            <Marks item={item} />
            {mayWrite && (
              <span className="agenda-moves">
                <Button
                  weight="quiet"
                  aria-label={words.up(label)}
                  isDisabled={number === 1 || ordering.isPending}
                  onPress={() => step(id, -1)}
                >
                  ↑
                </Button>
                <Button
                  weight="quiet"
                  aria-label={words.down(label)}
                  isDisabled={number === lines.length || ordering.isPending}
                  onPress={() => step(id, 1)}
                >
                  ↓
                </Button>
              </span>
            )}
          </GridListItem>
        )}
      </GridList>
    </>
  )
}
