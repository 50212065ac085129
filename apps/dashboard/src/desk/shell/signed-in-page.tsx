import { useEffect, type JSX } from 'react'
import { wordsOf } from '../client/locale.ts'
import { Page as Framed } from '../widgets/page.tsx'
import { tellSignedIn } from './sign-in-channel.ts'

const words = wordsOf({
  da: { title: 'Du er logget ind', text: 'Luk dette vindue, og arbejd videre i det andet.' },
  en: { title: 'You are signed in', text: 'Close this window, and go on working in the other one.' },
})

/** Where the window ends in which a person has signed in again beside their work. */
export function Page(): JSX.Element {
  useEffect(() => {
    tellSignedIn()
    window.close()
  }, [])
  return (
    <Framed title={words.title} width="text">
      <p>{words.text}</p>
    </Framed>
  )
}
