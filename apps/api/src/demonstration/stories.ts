/** How an invented indicator goes. */
export interface Story {
  /** How far the series moves over all its periods in the wanted direction, as a share of where it begins. */
  readonly change: number
  /** Pace at the newest figure as a share of the needed pace; `null`: nobody has decided a target. */
  readonly pace: number | null
}

/** One for each verdict that figures can lead to: with a target from reached to the wrong way, then by trend alone. */
const stories: readonly Story[] = [
  { change: 0.12, pace: 1.1 },
  { change: 0.12, pace: null },
  { change: 0.12, pace: 0.8 },
  { change: -0.14, pace: null },
  { change: 0.1, pace: 2.5 },
  { change: 0, pace: null },
  { change: 0.12, pace: 0.35 },
  { change: 0, pace: 1 },
  { change: -0.1, pace: 1 },
]

/** The story of the indicator with the given position in the catalogue. */
export function storyAt(position: number): Story {
  return stories[position % stories.length] ?? { change: 0, pace: null }
}

/** Whether the indicator at the position is one whose figures nobody has begun to collect. */
export function isUncollected(position: number): boolean {
  return position % 40 === 17
}
