import type { AssessmentChange } from '@pejling/domain/workspace/answers'
import type { JSX } from 'react'
import { locale, wordsOf } from '../client/locale.ts'
import { Assessment } from './assessment.tsx'
import './changes.css'

const words = wordsOf({
  da: { before: 'Før', after: 'Nu', isNew: 'Vises ikke i dag', gone: 'Vises ikke mere' },
  en: { before: 'Before', after: 'Now', isNew: 'Not shown today', gone: 'Shown no more' },
})

/** How an assessment reads before and after: its status and its sentence. */
export function ChangedAssessment({ before, after }: Pick<AssessmentChange, 'before' | 'after'>): JSX.Element {
  return (
    <dl className="changed-assessment">
      <div>
        <dt>{words.before}</dt>
        <dd>{before === null ? words.isNew : <Said said={before} />}</dd>
      </div>
      <div>
        <dt>{words.after}</dt>
        <dd>{after === null ? words.gone : <Said said={after} />}</dd>
      </div>
    </dl>
  )
}

function Said({ said }: { readonly said: NonNullable<AssessmentChange['after']> }): JSX.Element {
  return (
    <>
      <Assessment verdict={said.verdict} />
      <span className="changed-sentence">{said.sentence[locale]}</span>
    </>
  )
}
