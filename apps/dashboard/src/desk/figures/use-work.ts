import { useEffect, useRef, useState } from 'react'
import { z } from 'zod'
import { forget, keep, readKept } from '../forms/kept.ts'
import { Draft, type Drafts } from './drafts.ts'

/* What has been typed and not been saved: kept on this device, and undone step by step. */

const Work = z.object({
  drafts: z.record(z.string(), Draft),
  /** Why, for the history. */
  reason: z.string(),
  /** Periods and series that were added to the sheet. */
  periods: z.array(z.string()),
  series: z.array(z.string()),
  allowsFuture: z.boolean(),
})
export type Work = z.output<typeof Work>

const empty: Work = { drafts: {}, reason: '', periods: [], series: [], allowsFuture: false }

const isEmpty = ({ drafts, reason }: Work): boolean => Object.keys(drafts).length === 0 && reason === ''

function readWork(name: string): Work | null {
  const read = Work.safeParse(readKept(name)?.values)
  return read.success && !isEmpty(read.data) ? read.data : null
}

/** Unsaved work on the figures of an indicator. */
export interface KeptWork {
  readonly work: Work
  /** The work as it is now, also within the event in which it was changed. */
  readonly latest: () => Work
  readonly isDirty: boolean
  readonly wasRestored: boolean
  /** Changes something that is no step of its own. */
  readonly set: (part: Partial<Work>) => void
  /** Writes cells: a step that can be undone. */
  readonly write: (drafts: Drafts, more?: Partial<Work>) => void
  readonly undo: () => void
  readonly redo: () => void
  readonly canUndo: boolean
  readonly canRedo: boolean
  /** Leaves all of it. */
  readonly clear: () => void
}

/** Keeps the unsaved work of the page of that name. */
export function useWork(name: string): KeptWork {
  const [kept] = useState(() => readWork(name))
  const [work, setWork] = useState(kept ?? empty)
  const [past, setPast] = useState<readonly Work[]>([])
  const [future, setFuture] = useState<readonly Work[]>([])
  const current = useRef(work)
  const put = (next: Work): void => {
    current.current = next
    setWork(next)
    if (isEmpty(next)) forget(name)
    else keep(name, { base: {}, etag: null, values: next })
  }
  const isDirty = Object.keys(work.drafts).length > 0

  // Where the device kept nothing, the browser asks before the page is left.
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent): void => {
      if (isDirty && readKept(name) === null) event.preventDefault()
    }
    addEventListener('beforeunload', ask)
    return () => removeEventListener('beforeunload', ask)
  }, [isDirty, name])

  return {
    work,
    latest: () => current.current,
    isDirty,
    wasRestored: kept !== null,
    set: (part) => put({ ...current.current, ...part }),
    write: (drafts, more = {}) => {
      setPast((all) => [...all, current.current])
      setFuture([])
      put({ ...current.current, ...more, drafts })
    },
    undo: () => {
      const before = past.at(-1)
      if (before === undefined) return
      setPast(past.slice(0, -1))
      setFuture([...future, current.current])
      put({ ...current.current, drafts: before.drafts, periods: before.periods })
    },
    redo: () => {
      const after = future.at(-1)
      if (after === undefined) return
      setFuture(future.slice(0, -1))
      setPast([...past, current.current])
      put({ ...current.current, drafts: after.drafts, periods: after.periods })
    },
    canUndo: past.length > 0,
    canRedo: future.length > 0,
    clear: () => {
      setPast([])
      setFuture([])
      put({ ...empty, periods: current.current.periods, series: current.current.series })
    },
  }
}
