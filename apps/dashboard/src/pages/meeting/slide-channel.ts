/**
 * What the slides and the speaker's notes tell each other, in whatever windows of one browser they stand. `at`: the number of
 * the item on the wall, 0 where it is none. `ask`: where are you. `turn`: so many slides on.
 */
export type SlideMessage = { readonly at: number } | { readonly ask: true } | { readonly turn: number }

/** The channel of one meeting's slides. */
export interface SlideChannel {
  readonly tell: (message: SlideMessage) => void
  readonly hear: (listener: (message: SlideMessage) => void) => void
  /** Hears and tells no more. */
  readonly close: () => void
}

const isMessage = (data: unknown): data is SlideMessage =>
  typeof data === 'object' && data !== null && ('at' in data || 'ask' in data || 'turn' in data)

/** Opens the channel of a meeting. */
export function openSlideChannel(slug: string): SlideChannel {
  const channel = new BroadcastChannel(`pejling-slides-${slug}`)
  return {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a broadcast channel has none: it is of this origin alone
    tell: (message) => channel.postMessage(message),
    hear: (listener) => {
      channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
        if (isMessage(data)) listener(data)
      })
    },
    close: () => channel.close(),
  }
}
