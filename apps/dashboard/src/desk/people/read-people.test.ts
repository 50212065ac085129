import { describe, expect, it } from 'vitest'
import { problemsOf, readPeople } from './read-people.ts'

const people = (text: string) => readPeople(text).map(({ name, email }) => [name, email])

describe('people who are pasted', () => {
  it.each([
    ['Ida Hansen <Ida@Example.dk>', [['Ida Hansen', 'ida@example.dk']]],
    ['ida.m-hansen@example.dk', [['Ida M Hansen', 'ida.m-hansen@example.dk']]],
    [
      '"Hansen, Ida" <ida@example.dk>; Bo Bo <bo@example.dk>',
      [
        ['Ida Hansen', 'ida@example.dk'],
        ['Bo Bo', 'bo@example.dk'],
      ],
    ],
    [
      'Navn\tE-mail\nIda\tHansen\tida@example.dk\r\nbo@example.dk\tBo',
      [
        ['Ida Hansen', 'ida@example.dk'],
        ['Bo', 'bo@example.dk'],
      ],
    ],
    [
      'ida@example.dk, bo@example.dk',
      [
        ['Ida', 'ida@example.dk'],
        ['Bo', 'bo@example.dk'],
      ],
    ],
    ['Ida Hansen', [['Ida Hansen', '']]],
    ['Ida <ida@>', [['Ida ida@', '']]],
    [' \n ', []],
  ])('are read as %j says', (text, expected) => {
    expect(people(text)).toEqual(expected)
  })

  it('are held against one another and those who have accounts', () => {
    const pasted = [
      { name: 'Ida', email: 'ida@example.dk' },
      { name: 'Ida', email: 'ida@example.dk' },
      { name: 'ida', email: 'ida2@example.dk' },
      { name: 'Bo', email: 'bo@example.dk' },
      { name: 'Navn', email: '' },
      { name: ' ', email: 'x@example.dk' },
    ]
    expect(problemsOf(pasted, [{ name: 'Boris', email: 'bo@example.dk' }])).toEqual([
      null,
      'twice',
      'name-taken',
      'known',
      'no-address',
      'no-name',
    ])
  })
})
