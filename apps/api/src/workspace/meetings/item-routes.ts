import { WrittenItem } from '@pejling/domain/meeting/meeting'
import { pageSchema } from '@pejling/domain/workspace/answers'
import { ItemPatch, NewItem } from '@pejling/domain/workspace/meetings'
import { Order } from '@pejling/domain/workspace/order'
import { z } from 'zod'
import { pageOf, pageParameters } from '../../http/pages.ts'
import { noContent } from '../../workspace-http/declaration.ts'
import { addWorkspaceRoute, type WorkspaceApp } from '../../workspace-http/route.ts'
import { named } from '../address-parts.ts'
import { changeItem, createItem, getItem, listItems, orderItems, removeItem } from './items.ts'

const tag = 'meetings'
const all = '/meetings/:meeting/items'
const one = `${all}/:item`
const params = z.strictObject({ meeting: named('The name of the meeting', 'kulturudvalget-2026-12-03') })
const itemParams = z.strictObject({
  meeting: named('The name of the meeting', 'kulturudvalget-2026-12-03'),
  item: named('The name of the item', 'punkt-2-2'),
})
const none = z.strictObject({})
const reading = { scope: 'meetings:read' } as const
const writing = { scope: 'meetings' } as const

/** An agenda as the order of it is changed: every item, whatever pages it is read in. */
const Agenda = z
  .strictObject({ items: z.array(WrittenItem) })
  .meta({ id: 'Agenda', description: 'The items of a meeting, in their order.' })

const exampleNew = {
  about: { kind: 'goal', goal: '2.2' },
  recommendation: 'at udvalget tager status til efterretning',
  closed: false,
}
const example = {
  slug: 'punkt-2-2',
  position: 1,
  title: null,
  point: null,
  said: null,
  decision: null,
  notes: null,
  followUp: null,
  ...exampleNew,
}

/** The items of a meeting's agenda. Closed items are shown to those who may write agendas. */
export function addItemRoutes(to: WorkspaceApp): void {
  addWorkspaceRoute(to, {
    method: 'GET',
    url: all,
    operationId: 'listItems',
    summary: 'The agenda of a meeting',
    description: 'The items in their order. Closed items are shown to those who may write agendas.',
    tag,
    access: reading,
    params,
    query: z.strictObject(pageParameters),
    body: noContent,
    answers: { 200: { description: 'A page of items', schema: pageSchema(WrittenItem) } },
    example: { answer: { items: [example], total: 1, next: null } },
    handler: ({ db, params: { meeting }, query, who }) => ({
      page: pageOf(listItems(db, who.actor, meeting), ({ position, slug }) => [position, slug], query),
    }),
  })
  addWorkspaceRoute(to, {
    method: 'POST',
    url: all,
    operationId: 'createItem',
    summary: 'Put an item on the agenda',
    description: 'Puts an item on the agenda, after the others. A closed one is in no shared version of the meeting.',
    tag,
    access: writing,
    params,
    query: none,
    body: NewItem,
    answers: { 201: { description: 'The item', schema: WrittenItem } },
    example: { body: exampleNew, answer: example },
    handler: ({ db, params: { meeting }, body, who }) => {
      const item = createItem(db, who.actor, meeting, body)
      return { status: 201, body: item, stands: item, location: `/meetings/${meeting}/items/${item.slug}` }
    },
  })
  addWorkspaceRoute(to, {
    method: 'GET',
    url: one,
    operationId: 'getItem',
    summary: 'An item of an agenda',
    description: 'An item with the speaker’s notes.',
    tag,
    access: reading,
    params: itemParams,
    query: none,
    body: noContent,
    answers: { 200: { description: 'The item', schema: WrittenItem } },
    example: { answer: example },
    handler: ({ db, params: { meeting, item }, who }) => ({ body: getItem(db, who.actor, meeting, item) }),
  })
  addWorkspaceRoute(to, {
    method: 'PATCH',
    url: one,
    operationId: 'changeItem',
    summary: 'Change an item',
    description: 'Changes part of an item by a merge patch. Others see it when the meeting is shared again.',
    tag,
    access: writing,
    params: itemParams,
    query: none,
    body: ItemPatch,
    answers: { 200: { description: 'The item as it stands now', schema: WrittenItem } },
    example: { body: { decision: 'Godkendt' }, answer: { ...example, decision: 'Godkendt' } },
    current: ({ db, params: { meeting, item }, who }) => getItem(db, who.actor, meeting, item),
    handler: ({ db, params: { meeting, item: slug }, body, who }) => {
      const item = changeItem(db, who.actor, meeting, slug, body)
      return { body: item, stands: item }
    },
  })
  addWorkspaceRoute(to, {
    method: 'DELETE',
    url: one,
    operationId: 'deleteItem',
    summary: 'Take an item off the agenda',
    description: 'Others see it when the meeting is shared again.',
    tag,
    access: writing,
    params: itemParams,
    query: none,
    body: noContent,
    answers: { 204: { description: 'It is off the agenda', schema: null } },
    example: {},
    current: ({ db, params: { meeting, item }, who }) => getItem(db, who.actor, meeting, item),
    handler: ({ db, params: { meeting, item }, who }) => {
      removeItem(db, who.actor, meeting, item)
      return {}
    },
  })
  addWorkspaceRoute(to, {
    method: 'GET',
    url: '/meetings/:meeting/order',
    operationId: 'getAgenda',
    summary: 'The agenda of a meeting as a whole',
    description: 'Every item in its order; its ETag is what a new order is made for.',
    tag,
    access: reading,
    params,
    query: none,
    body: noContent,
    answers: { 200: { description: 'The agenda', schema: Agenda } },
    example: { answer: { items: [example] } },
    handler: ({ db, params: { meeting }, who }) => ({ body: { items: listItems(db, who.actor, meeting) } }),
  })
  addWorkspaceRoute(to, {
    method: 'PUT',
    url: '/meetings/:meeting/order',
    operationId: 'orderItems',
    summary: 'Put the agenda in order',
    description: 'Names every item once, the first first; they are numbered from 1.',
    tag,
    access: writing,
    params,
    query: none,
    body: Order,
    answers: { 200: { description: 'The agenda as it stands now', schema: Agenda } },
    example: { body: { order: ['punkt-2-2'] }, answer: { items: [example] } },
    current: ({ db, params: { meeting }, who }) => ({ items: listItems(db, who.actor, meeting) }),
    handler: ({ db, params: { meeting }, body, who }) => {
      const agenda = { items: orderItems(db, who.actor, meeting, body.order) }
      return { body: agenda, stands: agenda }
    },
  })
}
