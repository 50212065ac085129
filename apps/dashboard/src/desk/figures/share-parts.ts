/*
 * A share as it stands in cells of its own: numerator, denominator and status are parts of one text, `34/120 P`, so that there is one
 * way to read it.
 */

/** Which part of a share a column shows. */
export type SharePart = 'numerator' | 'denominator'

interface Parts {
  readonly numerator: string
  readonly denominator: string
  readonly status: string
}

/** The parts of a text; both counts are empty where it is none. */
function partsOf(text: string): Parts {
  const [whole, numerator = '', denominator = '', status = ''] =
    /^\s*([^/]*?)\s*\/\s*([^/A-Za-z]*?)\s*([A-Za-z]?)\s*$/.exec(text) ?? []
  if (whole !== undefined) return { numerator, denominator, status }
  const [, behind = ''] = /\d\s*%?\s*([A-Za-z])\s*$/.exec(text) ?? []
  return { numerator: '', denominator: '', status: behind }
}

/** What a column of a part shows of the text of a share. */
export const partOf = (text: string, part: SharePart): string => partsOf(text)[part]

/** Whether one of the two counts is there and the other is not. */
export function isHalf(text: string): boolean {
  const { numerator, denominator } = partsOf(text)
  return text.includes('/') && (numerator === '') !== (denominator === '')
}

/**
 * The text of a share with one part written over. A whole share, or a mark in place of a figure (`L`, `..`), stands for all of it,
 * whichever part it was typed into.
 */
export function withPart(text: string, part: SharePart, typed: string): string {
  const plain = typed.trim()
  if (plain.includes('/') || (plain !== '' && !/\d/.test(plain))) return plain
  const [, number = plain, letter = ''] = /^(.*\d)\s*([A-Za-z])$/.exec(plain) ?? []
  const before = partsOf(text)
  const numerator = part === 'numerator' ? number : before.numerator
  const denominator = part === 'denominator' ? number : before.denominator
  const status = letter === '' ? before.status : letter
  if (numerator === '' && denominator === '') return ''
  return `${numerator}/${denominator}${status === '' ? '' : ` ${status}`}`
}
