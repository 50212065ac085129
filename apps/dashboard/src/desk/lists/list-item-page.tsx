import { useMutation, useQuery } from '@tanstack/react-query'
import { useParams, useRouter } from '@tanstack/react-router'
import { deskPath } from '@pejling/addresses/desk'
import { newItem } from '@pejling/addresses/words'
import type { JSX } from 'react'
import { z } from 'zod'
import { locale, textOf } from '../client/locale.ts'
import { useMay } from '../client/me.ts'
import { oneOf, refreshAll } from '../client/queries.ts'
import { request } from '../client/request.ts'
import { FormFrame } from '../forms/form-frame.tsx'
import { useKeptForm, type Standing } from '../forms/use-kept-form.ts'
import { Button } from '../widgets/button.tsx'
import { report } from '../widgets/messages.tsx'
import { Page as Framed } from '../widgets/page.tsx'
import { Failed, Loaded } from '../widgets/state.tsx'
import { listKinds, type ListKind } from './list-kinds.tsx'
import { itemAddress, listAddress, listNamed } from './list-address.ts'
import { words } from './list-words.ts'
import './lists.css'

const Parts = z.object({ list: z.string().optional(), key: z.string().catch('') })

/** Deletes one of a list at once: it can be undone from the message. What uses it stands in the way, and is named. */
function Removal({
  kind,
  path,
  name,
  etag,
}: {
  readonly kind: ListKind
  readonly path: string
  readonly name: string
  readonly etag: string | null
}): JSX.Element {
  const { history } = useRouter()
  const remove = useMutation({
    mutationFn: () => request(z.undefined(), 'DELETE', path, { match: etag }),
    onSuccess: async ({ changeSet }) => {
      report({ text: words.removed(name), changeSet })
      history.push(listAddress(kind))
      await refreshAll()
    },
  })
  return (
    <>
      {remove.error !== null && <Failed error={remove.error} />}
      <Button weight="danger" isPending={remove.isPending} onPress={() => remove.mutate()}>
        {words.remove}
      </Button>
    </>
  )
}

function Item({
  kind,
  itemKey,
  stands,
}: {
  readonly kind: ListKind
  readonly itemKey: string
  readonly stands: Standing
}): JSX.Element {
  const { history } = useRouter()
  const mayWrite = useMay('definitions:write')
  const { schema, rowOf, Fields } = listKinds[kind]
  const isNew = itemKey === newItem
  const path = `/${kind}/${encodeURIComponent(itemKey)}`
  const kept = useKeptForm({
    name: `${kind}/${itemKey}`,
    schema,
    stands,
    save: ({ values, patch, match }) =>
      isNew
        ? request(schema, 'POST', `/${kind}`, { body: values })
        : request(schema, 'PATCH', path, { body: patch, match }),
    ...(isNew
      ? {}
      : {
          reread: async () => {
            const { value, etag } = await request(schema, 'GET', path)
            return { value, etag }
          },
        }),
    onSaved: ({ value, changeSet }) => {
      report({ text: words.saved, changeSet })
      if (isNew) history.replace(itemAddress(kind, rowOf(schema.parse(value)).key))
    },
  })
  const { title, add } = words.lists[kind]
  const name = isNew ? add : textOf(rowOf(stands.value).name)
  return (
    <Framed
      title={name}
      width="text"
      trail={[
        { href: deskPath(locale, 'lists'), label: words.title },
        { href: listAddress(kind), label: title },
      ]}
      actions={mayWrite && !isNew && <Removal kind={kind} path={path} name={name} etag={stands.etag} />}
    >
      <FormFrame kept={kept} label={name}>
        <Fields form={kept.form} isNew={isNew} />
      </FormFrame>
    </Framed>
  )
}

function Standing({ kind, itemKey }: { readonly kind: ListKind; readonly itemKey: string }): JSX.Element {
  const query = useQuery(oneOf(listKinds[kind].schema, `/${kind}/${encodeURIComponent(itemKey)}`))
  return <Loaded query={query}>{(stands) => <Item kind={kind} itemKey={itemKey} stands={stands} />}</Loaded>
}

/** One of a list: read, changed, or made. */
export function Page(): JSX.Element {
  const { list, key } = Parts.parse(useParams({ strict: false }))
  const kind = listNamed(list)
  if (kind === null) return <Failed error={new Error('list')} />
  return key === newItem ? (
    <Item key={kind} kind={kind} itemKey={key} stands={{ value: listKinds[kind].empty, etag: null }} />
  ) : (
    <Standing key={`${kind} ${key}`} kind={kind} itemKey={key} />
  )
}
