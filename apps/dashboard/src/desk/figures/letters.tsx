import { ObservationStatus } from '@pejling/domain/observation/observation'
import { statusWords } from '@pejling/domain/sentence/verdict-words'
import { useState, type JSX } from 'react'
import { locale } from '../client/locale.ts'
import { Button } from '../widgets/button.tsx'
import { Dialog } from '../widgets/dialog.tsx'
import { words } from './words.ts'

/** What the letters behind figures mean: all statuses in words. */
export function Letters(): JSX.Element {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button weight="quiet" onPress={() => setOpen(true)}>
        {words.letters}
      </Button>
      <Dialog title={words.letters} isOpen={isOpen} onClose={() => setOpen(false)} size="wide">
        <p>{words.lettersAbout}</p>
        <dl className="letters">
          {ObservationStatus.options.map((status) => (
            <div key={status}>
              <dt>
                <b>{status}</b> {statusWords[status].words[locale]}
              </dt>
              <dd>{words.statusAbout[status]}</dd>
            </div>
          ))}
        </dl>
      </Dialog>
    </>
  )
}
