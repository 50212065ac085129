import type { Cube, CubeCategory, CubeDimension } from '../../exports/json-stat.ts'
import { cubeSheet } from './cube-sheet.ts'
import type { OpenFile } from './open-file.ts'
import { unreadable, type UnreadableFileError } from './unreadable.ts'

/*
 * PC-Axis files (Statistics Sweden, "PX file format"): keywords, each with its values and ended by a semicolon; the figures come
 * last, the variable of the heading that stands last turning fastest.
 */

/** A value of a keyword, and what of the table it is about: `VALUES("kommune")="Helsingør"`. */
interface Keyword {
  readonly name: string
  readonly about: readonly string[]
  readonly values: readonly string[]
}

const broken = (da: string, en: string): UnreadableFileError =>
  unreadable(`PX-filen kan ikke læses: ${da}. Hent den igen.`, `The PX file cannot be read: ${en}. Fetch it again.`)

/** Where the figures begin; what comes before it are keywords. */
const dataMark = /(?:^|;)\s*DATA\s*=/

/** The quoted texts of a list; pieces that only white space parts are one text. */
function quotedTexts(text: string): string[] {
  const texts: string[] = []
  let isOpen = false
  for (const [, quoted, comma] of text.matchAll(/"([^"]*)"|(,)/g)) {
    if (comma !== undefined) isOpen = false
    else if (isOpen) texts.push(`${texts.pop() ?? ''}${quoted ?? ''}`)
    else texts.push(quoted ?? '')
    if (quoted !== undefined) isOpen = true
  }
  return texts
}

/** The keywords before the figures; those of another language (`VALUES[en]`) are left out. */
function keywordsOf(head: string): Keyword[] {
  const statements = head.match(/(?:"[^"]*"|[^";])+/g) ?? []
  return statements.flatMap((statement): Keyword[] => {
    const [, name, language, about = '', value = ''] =
      /^\s*([A-Z][A-Z0-9-]*)(\[\w+\])?(?:\(((?:"[^"]*"|[^")])*)\))?\s*=([\s\S]*)$/i.exec(statement) ?? []
    if (name === undefined || language !== undefined) return []
    const texts = quotedTexts(value.replace(/^\s*TLIST\([^)]*\),?/i, ''))
    return [{ name: name.toUpperCase(), about: quotedTexts(about), values: texts.length > 0 ? texts : [value.trim()] }]
  })
}

class PxHead {
  private readonly keywords: readonly Keyword[]
  constructor(head: string) {
    this.keywords = keywordsOf(head)
  }
  /** The values of a keyword, of a variable where one is named. */
  list(name: string, variable?: string): readonly string[] {
    return this.all(name).find(({ about }) => about[0] === variable)?.values ?? []
  }
  text(name: string): string {
    return this.list(name).join(' ').replace(/#/g, '\n').trim()
  }
  all(name: string): readonly Keyword[] {
    return this.keywords.filter((one) => one.name === name)
  }
  has(name: string, variable: string): boolean {
    return this.all(name).some(({ about }) => about[0] === variable)
  }
}

/** `TLIST(A1,"2015"-"2017")`: periods of a kind from one to another; only years are written so without naming each. */
function yearsBetween(head: PxHead, variable: string): string[] {
  const [first, last] = [
    ...head
      .list('TIMEVAL', variable)
      .join(' ')
      .matchAll(/\b(?:19|20)\d\d\b/g),
  ].map(Number)
  if (first === undefined || last === undefined || last < first) return []
  return Array.from({ length: last - first + 1 }, (_, at) => String(first + at))
}

function dimensionOf(head: PxHead, id: string): CubeDimension {
  const values = head.list('VALUES', id)
  const codes = head.list('CODES', id)
  const named = values.length > 0 ? values : yearsBetween(head, id)
  if (named.length === 0) throw broken(`“${id}” har ingen værdier`, `“${id}” has no values`)
  if (codes.length > 0 && codes.length !== named.length) {
    throw broken(
      `“${id}” har ${named.length} værdier og ${codes.length} koder`,
      `“${id}” has ${named.length} values and ${codes.length} codes`,
    )
  }
  const isContents = head.list('CONTVARIABLE')[0] === id
  const unit = (label: string): Pick<CubeCategory, 'unit'> => {
    const found = head.all('UNITS').find(({ about }) => about[0] === label)
    return found ? { unit: { label: found.values.join(' '), decimals: 0 } } : {}
  }
  const isTime = head.has('TIMEVAL', id) || /^(?:tid|år|kvartal|måned|time|year|quarter|month)$/i.test(id)
  const isArea = head.has('MAP', id) || /^(?:område|kommune|region|area|municipality|bopælsområde)$/i.test(id)
  return {
    id,
    label: id,
    role: isContents ? 'metric' : isTime ? 'time' : isArea ? 'geo' : null,
    categories: named.map((label, at) => ({ code: codes[at] ?? label, label, ...(isContents && unit(label)) })),
  }
}

/** The figures and the marks that stand for them, in the order of the cells. */
function dataOf(text: string): string[] {
  const end = text.search(/;\s*$/)
  return (end === -1 ? text : text.slice(0, end)).match(/"[^"]*"|[^\s,;]+/g) ?? []
}

/** The table of a PX file, and the unit of all its figures where one is named. */
function cubeOf(text: string): { readonly cube: Cube; readonly unit: string } {
  const mark = dataMark.exec(text)
  if (!mark) throw broken('der er ingen DATA i den', 'there is no DATA in it')
  const head = new PxHead(text.slice(0, mark.index + 1))
  const variables = [...head.list('STUB'), ...head.list('HEADING')].filter((name) => name !== '')
  if (variables.length === 0) throw broken('den har hverken STUB eller HEADING', 'it has neither STUB nor HEADING')
  if (head.all('KEYS').length > 0) {
    throw broken('den er pakket med KEYS, som ikke læses', 'it is packed with KEYS, which are not read')
  }
  const dimensions = variables.map((name) => dimensionOf(head, name))
  const data = dataOf(text.slice(mark.index + mark[0].length))
  const expected = dimensions.reduce((cells, { categories }) => cells * categories.length, 1)
  if (data.length !== expected) {
    throw broken(
      `der er ${data.length} tal, men ${expected} felter (${dimensions.map(({ id, categories }) => `${id} ${categories.length}`).join(' × ')})`,
      `there are ${data.length} figures but ${expected} cells (${dimensions.map(({ id, categories }) => `${id} ${categories.length}`).join(' × ')})`,
    )
  }
  const [values, statuses] = [new Map<number, number>(), new Map<number, string>()]
  for (const [cell, token] of data.entries()) {
    const number = Number(token)
    // A figure in quotation marks is a mark: "..", "-" and so on.
    if (!token.startsWith('"') && Number.isFinite(number)) values.set(cell, number)
    else statuses.set(cell, token.replaceAll('"', ''))
  }
  const notes = ['NOTE', 'NOTEX', 'CELLNOTE', 'CELLNOTEX', 'VALUENOTE', 'VALUENOTEX'].flatMap((name) =>
    head.all(name).map(({ about, values: lines }) => [...about, lines.join(' ').replace(/#/g, '\n')].join(': ')),
  )
  const cube = {
    label: head.text('TITLE') || head.text('DESCRIPTION') || head.text('CONTENTS'),
    source: head.text('SOURCE'),
    updated: head.text('LAST-UPDATED') || null,
    notes,
    dimensions,
    values,
    statuses,
    extension: {},
  }
  return { cube, unit: head.list('UNITS').join(' ') }
}

/**
 * Opens a PX file (PC-Axis). Throws an
 * UnreadableFileError where its parts do not fit each other.
 */
export function openPx(text: string): OpenFile {
  const { cube, unit } = cubeOf(text)
  const sheet = cubeSheet(cube, cube.label === '' ? 'PX' : cube.label, unit)
  return { format: 'px', dialect: null, large: false, sheets: [sheet] }
}
