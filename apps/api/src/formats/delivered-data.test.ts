import { expect, test } from 'vitest'
import { readDelivery, writeDelivery } from './data-folder.ts'
import { readFolder } from './folder.ts'

const files = readFolder(new URL('../../../../data', import.meta.url).pathname)
const delivered = () => {
  const read = readDelivery(files)
  if ('problems' in read) throw new Error(JSON.stringify(read.problems, null, 1))
  return read.delivery
}

test('the delivered folder stands as the product writes it', () => {
  const written = writeDelivery(delivered())
  expect([...written.keys()]).toEqual([...files.keys()])
  for (const [file, text] of written) expect(text, file).toBe(files.get(file))
})

test('every goal of the policy has an indicator that decides it', () => {
  const { goals, indicators } = delivered()
  const decided = new Set(
    indicators.flatMap((indicator) => indicator.goals.flatMap((link) => (link.headline ? link.goal : []))),
  )
  expect(goals).toHaveLength(15)
  expect(goals.filter(({ slug }) => !decided.has(slug))).toEqual([])
  expect(indicators.length).toBeGreaterThanOrEqual(50)
})

test('all the collected figures are there, and each says how it got there', () => {
  const { observations } = delivered()
  expect(observations).toHaveLength(208)
  expect(observations.filter(({ observation }) => observation.provenance === null)).toEqual([])
})

test('nobody has decided a target, so none is delivered', () => {
  expect(delivered().targets).toEqual([])
})
