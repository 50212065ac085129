import { GoalDocument } from '@pejling/domain/release/documents'
import { documentPath } from '@pejling/domain/release/paths'
import { expect, it } from 'vitest'
import { documentsOf } from '../documents/documents.fixture.ts'
import { visit, wordsOf } from '../app/visit.fixture.ts'

it('verdicts of one name are one count, on both sides of a target', () => {
  const path = documentPath.goal('2.2')
  const document = GoalDocument.parse(documentsOf().get(path))
  const counts = { improving: 1, stable: 2, 'no-change': 1, worsening: 1 }
  const documents = { [path]: { ...document, goal: { ...document.goal, counts } } }
  expect(wordsOf(visit('/maal/2.2', { documents }))).toContain('1 forbedret 3 uændret 1 forværret')
  expect(wordsOf(visit('/en/goal/2.2', { documents }))).toContain('1 improving 3 no clear change 1 worsening')
})
