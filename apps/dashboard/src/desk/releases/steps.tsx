import type { JSX } from 'react'
import { wordsOf } from '../client/locale.ts'
import { DeskLink } from '../widgets/desk-link.tsx'
import { stepPath, useChosen, type Step } from './release-state.ts'
import './releases.css'

const words = wordsOf({
  da: {
    label: 'Trin',
    publish: 'Vælg',
    publishPages: 'Se siderne',
    publishTitle: 'Titel og tid',
    publishConfirm: 'Udgiv',
  },
  en: {
    label: 'Steps',
    publish: 'Choose',
    publishPages: 'See the pages',
    publishTitle: 'Title and time',
    publishConfirm: 'Publish',
  },
})

const steps: readonly Step[] = ['publish', 'publishPages', 'publishTitle', 'publishConfirm']

/** The steps of publishing: those that have been taken can be gone back to. */
export function Steps({ current }: { readonly current: Step }): JSX.Element {
  const { only, again } = useChosen()
  const at = steps.indexOf(current)
  return (
    <nav aria-label={words.label}>
      <ol className="release-steps">
        {steps.map((step, index) => (
          <li key={step} aria-current={index === at ? 'step' : undefined}>
            {index < at ? <DeskLink to={stepPath(step, only, again)}>{words[step]}</DeskLink> : words[step]}
          </li>
        ))}
      </ol>
    </nav>
  )
}
