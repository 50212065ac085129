import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useForm, type FieldValues, type UseFormReturn } from 'react-hook-form'
import { z } from 'zod'
import { refreshAll } from '../client/queries.ts'
import { ApiProblem } from '../client/problem.ts'
import type { Answered } from '../client/request.ts'
import { forget, keep, readKept } from './kept.ts'
import { spokenResolver } from './spoken-resolver.ts'
import { isSame, mergeThreeWays, patchBetween, type Conflict } from './three-way.ts'

/** What stands, with its entity tag; `null`: it has none. */
export interface Standing {
  readonly value: FieldValues
  readonly etag: string | null
}

/** What a form is about and how it is saved. */
export interface KeptFormOptions<Values> {
  /** Names the unsaved work on this device: `indicator/elevtrivsel`, `new-goal`. */
  readonly name: string
  /** What the API takes: what it would refuse is said at the field. */
  readonly schema: z.ZodType<Values>
  /** What stands, with its entity tag; of something new, the empty form and `null`. */
  readonly stands: Standing
  /**
   * Saves. `patch` is what has changed (RFC 7396), `values` all of it, `match` the entity tag the change was made for.
   */
  readonly save: (change: {
    readonly values: Values
    readonly patch: Record<string, unknown>
    readonly match: string | null
  }) => Promise<Answered<unknown>>
  /** Reads what stands now with its entity tag, where somebody else has saved meanwhile. Left out: something new is made. */
  readonly reread?: () => Promise<Standing>
  readonly onSaved: (answer: Answered<unknown>) => void
}

/** A form whose work is never lost. */
export interface KeptForm {
  readonly form: UseFormReturn<FieldValues, unknown, FieldValues>
  /** Sends the form where all of it can be used; else the first field that cannot has the focus. */
  readonly submit: () => void
  readonly isSaving: boolean
  readonly isDirty: boolean
  /** What stands in the way of saving, apart from what is said at fields. */
  readonly error: Error | null
  /** Fields that somebody else has changed too; saving again saves mine. */
  readonly conflicts: readonly Conflict[]
  /** Takes what somebody else wrote in a field. */
  readonly takeTheirs: (conflict: Conflict) => void
  /** Whether unsaved work from before was found and put back. */
  readonly wasRestored: boolean
  /** Leaves what has been typed, and shows what stands. */
  readonly discard: () => void
}

/** A JSON pointer names a field just as the form does, with other signs between its parts. */
const fieldName = (pointer: string): string => pointer.replace(/^\//, '').replaceAll('/', '.')

const Fields = z.record(z.string(), z.unknown())

/** A form on something of the workspace: kept on this device, checked by the API's own schema, merged with what others save. */
export function useKeptForm<Values extends FieldValues>({
  name,
  schema,
  stands,
  save,
  reread,
  onSaved,
}: KeptFormOptions<Values>): KeptForm {
  const [kept] = useState(() => readKept(name))
  const base = useRef<Standing>(kept === null ? stands : { value: kept.base, etag: kept.etag })
  const [conflicts, setConflicts] = useState<readonly Conflict[]>([])
  const form = useForm({
    resolver: spokenResolver(schema),
    defaultValues: kept === null ? stands.value : kept.values,
    mode: 'onTouched',
  })
  const [isDirty, setDirty] = useState(kept !== null)

  useEffect(
    () =>
      form.subscribe({
        formState: { values: true },
        callback: ({ values }) => {
          const isChanged = !isSame(values, base.current.value)
          setDirty(isChanged)
          if (isChanged) keep(name, { base: base.current.value, etag: base.current.etag, values })
          else forget(name)
        },
      }),
    [form, name],
  )

  // What others save while nothing has been typed is shown at once.
  const shown = useRef(stands)
  useEffect(() => {
    if (isDirty || stands === shown.current) return
    const isOther = !isSame(stands.value, base.current.value)
    shown.current = stands
    base.current = stands
    if (isOther) form.reset(stands.value)
  }, [form, isDirty, stands])

  const mutation = useMutation({
    mutationFn: async (values: Values): Promise<Answered<unknown>> => {
      try {
        const patch = patchBetween(base.current.value, Fields.parse(values))
        return await save({ values, patch, match: base.current.etag })
      } catch (error) {
        if (!(error instanceof ApiProblem && error.status === 412) || reread === undefined) throw error
        const now = await reread()
        // What the page had read is older than that, and is not shown in its place.
        shown.current = stands
        const { merged, conflicts: both } = mergeThreeWays(base.current.value, Fields.parse(values), now.value)
        base.current = now
        setConflicts(both)
        form.reset(merged, { keepDefaultValues: true })
        if (both.length > 0) throw error
        return await save({
          values: schema.parse(merged),
          patch: patchBetween(now.value, merged),
          match: now.etag,
        })
      }
    },
    onSuccess: async (answer) => {
      forget(name)
      setConflicts([])
      setDirty(false)
      await refreshAll()
      onSaved(answer)
    },
    onError: (error) => {
      if (!(error instanceof ApiProblem)) return
      for (const { pointer, detail } of error.errors) {
        form.setError(fieldName(pointer), { type: 'server', message: detail }, { shouldFocus: true })
      }
    },
  })

  // Where the device kept nothing, the browser asks before the page is left.
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent): void => {
      if (isDirty && readKept(name) === null) event.preventDefault()
    }
    addEventListener('beforeunload', ask)
    return () => removeEventListener('beforeunload', ask)
  }, [isDirty, name])

  return {
    form,
    submit: () => void form.handleSubmit((values) => mutation.mutate(schema.parse(values)))(),
    isSaving: mutation.isPending,
    isDirty,
    error: mutation.error,
    conflicts,
    takeTheirs: (conflict) => {
      form.setValue(conflict.path, conflict.theirs, { shouldDirty: true })
      setConflicts((all) => all.filter(({ path }) => path !== conflict.path))
    },
    wasRestored: kept !== null,
    discard: () => {
      forget(name)
      base.current = stands
      form.reset(stands.value)
      setDirty(false)
      setConflicts([])
      mutation.reset()
    },
  }
}
