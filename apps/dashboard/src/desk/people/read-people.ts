import { z } from 'zod'

/* People out of what is pasted: a list of addresses from a mail program, or cells of a sheet. */

/** A person as a line was understood. `email` is empty where the line has none. */
export interface PastedPerson {
  readonly name: string
  readonly email: string
  /** The line, for who reads what was not understood. */
  readonly line: string
}

const address = /[^\s<>,;:"'()[\]]+@[^\s<>,;:"'()[\]]+/

const isAddress = (text: string): boolean => z.email().safeParse(text).success

/** `ida.m-hansen` → `Ida M Hansen` */
const nameFrom = (local: string): string =>
  local
    .split(/[._\-+\d]+/)
    .filter((part) => part !== '')
    .map((part) => part.charAt(0).toLocaleUpperCase('da') + part.slice(1))
    .join(' ')

/** `Hansen, Ida` → `Ida Hansen` */
function turned(name: string): string {
  const [last = '', first, ...more] = name.split(',').map((part) => part.trim())
  return first === undefined || first === '' || more.length > 0 ? name : `${first} ${last}`
}

function readOne(line: string): PastedPerson {
  const found = address.exec(line)?.[0] ?? ''
  const email = found.toLocaleLowerCase('en')
  const rest = line
    .replace(found, ' ')
    .replaceAll(/[<>"()]/g, ' ')
    .replaceAll(/[\t ]+/g, ' ')
    .replaceAll(/^[\s,;]+|[\s,;]+$/g, '')
  const name = rest === '' ? nameFrom(email.split('@')[0] ?? '') : turned(rest)
  return { name: name.slice(0, 120), email: isAddress(email) ? email : '', line: line.trim() }
}

/**
 * The people of a list: “Navn <adresse>”, an address alone, or cells of a sheet, one person a line or parted by semicolons. A first
 * line without an address is taken for the headings of a sheet and left out.
 */
export function readPeople(text: string): PastedPerson[] {
  const lines = text
    .split(/[\r\n]+/)
    // A comma parts people where it follows an address; elsewhere it may stand within a name.
    .flatMap((line) => line.split(/;|(?<=@[^\s,;]+),/))
    .filter((line) => line.trim() !== '')
  const people = lines.map(readOne)
  const [first] = people
  return first !== undefined && people.length > 1 && first.line.includes('\t') && !first.line.includes('@')
    ? people.slice(1)
    : people
}

/** Why a person cannot be invited as they stand. */
export type PersonProblem = 'no-address' | 'twice' | 'known' | 'name-taken' | 'no-name'

interface Known {
  readonly email: string
  readonly name: string
}

const same = (a: string, b: string): boolean => a.trim().toLocaleLowerCase('da') === b.trim().toLocaleLowerCase('da')

/** What is wrong with each of the people, held against one another and against those who have accounts; `null`: nothing. */
export function problemsOf(people: readonly Known[], known: readonly Known[]): (PersonProblem | null)[] {
  return people.map(({ email, name }, index) => {
    const earlier = people.slice(0, index)
    if (email === '') return 'no-address'
    if (earlier.some((one) => one.email === email)) return 'twice'
    if (known.some((one) => one.email === email)) return 'known'
    if (name.trim() === '') return 'no-name'
    return [...known, ...earlier].some((one) => one.email !== '' && same(one.name, name)) ? 'name-taken' : null
  })
}
