import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import * as words from './words.ts'

const root = new URL('../../../', import.meta.url)

/** The code the product is made of: no tests, and not the table itself. */
const production = ['apps', 'packages']
  .flatMap((folder) => readdirSync(new URL(`${folder}/`, root)).map((name) => new URL(`${folder}/${name}/src/`, root)))
  .flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => fileURLToPath(new URL(name, folder))),
  )
  .filter((file) => /\.tsx?$/.test(file) && !/\.(?:test|fixture)\.tsx?$/.test(file))
  .filter((file) => !file.endsWith('addresses/src/words.ts'))
  .map((file) => ({ file, code: readFileSync(file, 'utf8').replace(/^\s*(?:\/?\*|\/\/).*$/gm, '') }))

/** The Danish words of a part of the table that are no words of another language. */
function danish(table: object): string[] {
  return Object.values(table).flatMap((entry: unknown): string[] => {
    if (typeof entry === 'string') return entry.split('/').filter((part) => part !== '' && !part.startsWith(':'))
    return typeof entry === 'object' && entry !== null && 'da' in entry && 'en' in entry && entry.da !== entry.en
      ? [String(entry.da)]
      : []
  })
}

const alike = new Set(['data', 'api', 'embed', 'logo', 'invitation', 'sso'])
const inPaths = [words.pageWords, words.meetingWords, words.deskPages]
  .flatMap(danish)
  .filter((word) => !alike.has(word))
const parameters = [
  ...danish(words.parameterWords),
  ...danish(words.deskParameters),
  ...Object.values(words.viewWords.da),
]
  .flatMap((word) => (typeof word === 'string' ? [word] : []))
  .filter((word) => !alike.has(word))

const found = (expression: RegExp): string[] =>
  production.flatMap(({ file, code }) => [...code.matchAll(expression)].map(([text]) => `${file}: ${text}`))

describe('the words of addresses', () => {
  it('stand in no other file of the product, as parts of a path', () => {
    expect(found(new RegExp(`['"\`/}]/(?:${inPaths.join('|')})(?=['"\`/?#.$)])`, 'g'))).toEqual([])
  })

  it('stand in no other file of the product, as parameters', () => {
    const names = parameters.join('|')
    expect(
      found(new RegExp(`[?&](?:${names})=|(?:name="|\\.(?:get|set|has|append)\\(')(?:${names})['"]`, 'g')),
    ).toEqual([])
  })
})
