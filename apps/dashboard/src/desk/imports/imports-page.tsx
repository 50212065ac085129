import { useMutation, useQuery } from '@tanstack/react-query'
import type { ImportSummary } from '@pejling/domain/workspace/imports'
import { useState, type JSX } from 'react'
import { momentInWords, textOf } from '../client/locale.ts'
import { overviewQuery } from '../client/overview.ts'
import { Button } from '../widgets/button.tsx'
import { DeskLink } from '../widgets/desk-link.tsx'
import { Dialog } from '../widgets/dialog.tsx'
import { report } from '../widgets/messages.tsx'
import { Page as Framed } from '../widgets/page.tsx'
import { Empty, Failed, Loaded } from '../widgets/state.tsx'
import { importAddress, importsQuery, removeImport } from './import-queries.ts'
import { words } from './import-words.ts'
import { SendFile } from './send-file.tsx'
import { UndoButton } from './undo-button.tsx'
import './imports.css'

/** Deletes a file after it has been asked whether it is to be: that cannot be undone. */
function RemoveButton({ number, name }: Pick<ImportSummary, 'number' | 'name'>): JSX.Element {
  const [isOpen, setOpen] = useState(false)
  const remove = useMutation({
    mutationFn: () => removeImport(number),
    onSuccess: () => report({ text: words.removed(name) }),
  })
  return (
    <>
      <Button weight="quiet" aria-label={`${words.remove}: ${name}`} onPress={() => setOpen(true)}>
        {words.remove}
      </Button>
      <Dialog title={words.removeTitle(name)} isOpen={isOpen} onClose={() => setOpen(false)} isAlert>
        <p>{words.removeLead}</p>
        {remove.error !== null && <Failed error={remove.error} />}
        <div className="dialog-foot">
          <Button onPress={() => setOpen(false)}>{words.keep}</Button>
          <Button weight="danger" isPending={remove.isPending} onPress={() => remove.mutate()}>
            {words.remove}
          </Button>
        </div>
      </Dialog>
    </>
  )
}

function Row({ one, indicator }: { readonly one: ImportSummary; readonly indicator: string }): JSX.Element {
  const { number, name, receivedAt, receivedBy, state } = one
  return (
    <tr>
      <th scope="row">
        <DeskLink to={importAddress(number)}>{name}</DeskLink>
        <span className="second-line">{indicator}</span>
      </th>
      <td>
        {momentInWords(receivedAt)}
        <span className="second-line">{receivedBy}</span>
      </td>
      <td>{words.states[state]}</td>
      <td className="row-actions">
        {state === 'applied' ? (
          <UndoButton number={number} name={name} />
        ) : (
          <>
            <DeskLink className="button" to={importAddress(number)} aria-label={`${words.goOn}: ${name}`}>
              {words.goOn}
            </DeskLink>
            <RemoveButton number={number} name={name} />
          </>
        )}
      </td>
    </tr>
  )
}

/** Files of figures: sending one, and what came of earlier ones. */
export function Page(): JSX.Element {
  const query = useQuery(importsQuery)
  const indicators = useQuery(overviewQuery).data?.value.indicators ?? []
  const nameOf = (slug: string): string => {
    const found = indicators.find((one) => one.slug === slug)
    return found ? textOf(found.name) : slug
  }
  return (
    <Framed title={words.title} lead={words.lead}>
      <SendFile />
      <section aria-labelledby="earlier">
        <h2 id="earlier">{words.earlier}</h2>
        <Loaded query={query}>
          {(files) =>
            files.length === 0 ? (
              <Empty>{words.none}</Empty>
            ) : (
              <div className="table-scroll">
                <table className="list">
                  <thead>
                    <tr>
                      <th scope="col">{words.file}</th>
                      <th scope="col">{words.sent}</th>
                      <th scope="col">{words.state}</th>
                      <th scope="col">
                        <span className="visually-hidden">{words.actions}</span>
                      </th>
                    </tr>
                  </thead>
                  <tbody>
                    {files.map((one) => (
                      <Row key={one.number} one={one} indicator={nameOf(one.indicator)} />
                    ))}
                  </tbody>
                </table>
              </div>
            )
          }
        </Loaded>
      </section>
    </Framed>
  )
}
