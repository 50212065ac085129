import { deskPath } from '@pejling/addresses/desk'
import { deskLists } from '@pejling/addresses/words'
import { locale } from '../client/locale.ts'
import { ListKinds, type ListKind } from './list-kinds.tsx'

/** The list a part of an address names; `null`: none. */
export const listNamed = (part: string | undefined): ListKind | null =>
  ListKinds.options.find((kind) => deskLists[kind] === part) ?? null

/** The address of a list. */
export const listAddress = (kind: ListKind): string => deskPath(locale, 'list', { list: deskLists[kind] })

/** The address of one of a list. */
export const itemAddress = (kind: ListKind, key: string): string =>
  deskPath(locale, 'listItem', { list: deskLists[kind], key })
