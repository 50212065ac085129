import { useMutation } from '@tanstack/react-query'
import { useState, type JSX } from 'react'
import { Button as Grip, GridList, GridListItem, useDragAndDrop, type Key } from 'react-aria-components'
import { Order } from '@pejling/domain/workspace/order'
import { wordsOf } from '../client/locale.ts'
import { refreshAll } from '../client/queries.ts'
import { request } from '../client/request.ts'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'
import { report } from './messages.tsx'
import { Failed } from './state.tsx'

const words = wordsOf({
  da: {
    help: 'Træk i ≡, eller brug pilene. Med tastatur: Enter på ≡, piletaster, Enter igen.',
    grip: (name: string) => `Flyt ${name}`,
    up: (name: string) => `Flyt ${name} op`,
    down: (name: string) => `Flyt ${name} ned`,
    save: 'Gem rækkefølgen',
    cancel: 'Annuller',
    saved: 'Rækkefølgen er gemt.',
  },
  en: {
    help: 'Drag by ≡, or use the arrows. By keyboard: Enter on ≡, arrow keys, Enter again.',
    grip: (name: string) => `Move ${name}`,
    up: (name: string) => `Move ${name} up`,
    down: (name: string) => `Move ${name} down`,
    save: 'Save the order',
    cancel: 'Cancel',
    saved: 'The order has been saved.',
  },
})

/** One of what is put in order. */
export interface Placed {
  readonly id: string
  readonly label: string
}

/** Items with some of them taken to the place before or after another. */
export function moved(items: readonly Placed[], keys: ReadonlySet<Key>, to: Key, isAfter: boolean): readonly Placed[] {
  const taken = items.filter(({ id }) => keys.has(id))
  const rest = items.filter(({ id }) => !keys.has(id))
  const place = rest.findIndex(({ id }) => id === to)
  if (place === -1) return items
  return rest.toSpliced(place + (isAfter ? 1 : 0), 0, ...taken)
}

/** A dialogue in which the parts of something are put in order, by dragging or by keys, and saved as a whole. */
export function OrderDialog({
  title,
  items,
  path,
  onClose,
}: {
  readonly title: string
  readonly items: readonly Placed[]
  /** Where the API keeps the order: `/frameworks/politik/order`. */
  readonly path: string
  readonly onClose: () => void
}): JSX.Element {
  const [order, setOrder] = useState(items)
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) => [...keys].map((key) => ({ 'text/plain': String(key) })),
    onReorder: ({ keys, target }) => setOrder((all) => moved(all, keys, target.key, target.dropPosition === 'after')),
  })
  const save = useMutation({
    mutationFn: async () => {
      const { etag } = await request(Order, 'GET', path)
      return request(Order, 'PUT', path, { body: { order: order.map(({ id }) => id) }, match: etag })
    },
    onSuccess: async ({ changeSet }) => {
      report({ text: words.saved, changeSet })
      onClose()
      await refreshAll()
    },
  })
  const step = (index: number, by: 1 | -1): void =>
    setOrder((all) => {
      const [item, other] = [all[index], all[index + by]]
      return item && other ? moved(all, new Set([item.id]), other.id, by === 1) : all
    })
  return (
    <Dialog title={title} isOpen onClose={onClose}>
      <p className="field-help">{words.help}</p>
      <GridList
        className="order"
        aria-label={title}
        items={order}
        dependencies={[order]}
        dragAndDropHooks={dragAndDropHooks}
      >
        {({ id, label }) => {
          const index = order.findIndex((one) => one.id === id)
          return (
            <GridListItem id={id} textValue={label} className="order-item">
              <Grip slot="drag" className="order-grip" aria-label={words.grip(label)}>
                ≡
              </Grip>
              <span>{label}</span>
              <Button
                weight="quiet"
                aria-label={words.up(label)}
                isDisabled={index === 0}
                onPress={() => step(index, -1)}
              >
                ↑
              </Button>
              <Button
                weight="quiet"
                aria-label={words.down(label)}
                isDisabled={index === order.length - 1}
                onPress={() => step(index, 1)}
              >
                ↓
              </Button>
            </GridListItem>
          )
        }}
      </GridList>
      {save.error !== null && <Failed error={save.error} />}
      <div className="dialog-foot">
        <Button onPress={onClose}>{words.cancel}</Button>
        <Button weight="primary" isPending={save.isPending} onPress={() => save.mutate()}>
          {words.save}
        </Button>
      </div>
    </Dialog>
  )
}
