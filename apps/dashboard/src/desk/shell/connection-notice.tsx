import { useSyncExternalStore, type JSX } from 'react'
import { wordsOf } from '../client/locale.ts'

const words = wordsOf({
  da: {
    offline:
      'Ingen forbindelse. Du kan skrive videre; intet går tabt, men det kan først gemmes, når forbindelsen er tilbage.',
  },
  en: {
    offline:
      'No connection. You can go on typing; nothing is lost, but it can be saved only when the connection is back.',
  },
})

function subscribe(listener: () => void): () => void {
  addEventListener('online', listener)
  addEventListener('offline', listener)
  return () => {
    removeEventListener('online', listener)
    removeEventListener('offline', listener)
  }
}

/** Says that the network is gone, while it is. */
export function ConnectionNotice(): JSX.Element | null {
  const isOnline = useSyncExternalStore(subscribe, () => navigator.onLine)
  return isOnline ? null : (
    <output className="notice" data-tone="doubt">
      {words.offline}
    </output>
  )
}
