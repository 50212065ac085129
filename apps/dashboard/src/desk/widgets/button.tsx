import type { JSX } from 'react'
import { Button as Pressed, type ButtonProps } from 'react-aria-components'

/** How much a button weighs on its page: one `primary` a view, `danger` for what cannot be undone. */
export type Weight = 'primary' | 'plain' | 'quiet' | 'danger'

/**
 * A button. While `isPending` it keeps its place and the focus, says that it is busy, and does nothing when it is pressed. The
 * library's own pending state is not used: it leaves an announcement behind whose label is gone with the button.
 */
export function Button({
  weight = 'plain',
  isPending = false,
  onPress,
  type = 'button',
  ...rest
}: Omit<ButtonProps, 'className'> & { readonly weight?: Weight }): JSX.Element {
  return (
    <Pressed
      {...rest}
      className="button"
      data-weight={weight}
      data-pending={isPending || undefined}
      aria-disabled={isPending}
      type={isPending ? 'button' : type}
      {...(onPress && !isPending ? { onPress } : {})}
    />
  )
}
