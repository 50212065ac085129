import { useState, type JSX } from 'react'
import { Button } from '../widgets/button.tsx'
import { words } from './people-words.ts'

/** Copies a text that is shown once; `what` says which, for those who do not see it. */
export function CopyButton({
  text,
  what,
  label = words.copy,
}: {
  readonly text: string
  readonly what: string
  readonly label?: string
}): JSX.Element {
  const [isCopied, setCopied] = useState(false)
  return (
    <Button
      aria-label={isCopied ? words.copied : what}
      onPress={() => {
        void navigator.clipboard.writeText(text).then(() => setCopied(true))
      }}
    >
      {isCopied ? words.copied : label}
    </Button>
  )
}

/** Something that is shown once, to be marked or copied. */
export function Secret({ label, text }: { readonly label: string; readonly text: string }): JSX.Element {
  return (
    <div className="secret">
      <span className="field-help">{label}</span>
      <code>{text}</code>
      <CopyButton text={text} what={words.copyOf(label.toLocaleLowerCase())} />
    </div>
  )
}
