import { useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useState, type JSX } from 'react'
import { deskPath } from '@pejling/addresses/desk'
import { FocusArea, Framework } from '@pejling/domain/framework'
import { locale, textOf } from '../client/locale.ts'
import { useMay } from '../client/me.ts'
import { usePart } from '../client/parts.ts'
import { areasQuery, focusAreasQuery, frameworkQuery } from '../client/policy.ts'
import { oneOf } from '../client/queries.ts'
import type { Answered } from '../client/request.ts'
import { FormFinder, FormNumber, FormText, FormTextPair } from '../forms/fields.tsx'
import { SectionForm, type EditedDocument } from '../forms/section-form.tsx'
import { Section } from '../forms/section.tsx'
import { FormTextRows } from '../forms/text-rows.tsx'
import { Button } from '../widgets/button.tsx'
import { OrderDialog } from '../widgets/order-dialog.tsx'
import { Page as Framed } from '../widgets/page.tsx'
import { Removal } from '../widgets/removal.tsx'
import { BothLanguages, Said, SaidLine } from '../widgets/said.tsx'
import { Loaded } from '../widgets/state.tsx'
import { NewFocusAreaDialog } from './new-part.tsx'
import { words } from './words.ts'
import './room.css'

/** A policy: what it says of itself, what it calls its parts, and its focus areas. */
export function Page(): JSX.Element {
  const slug = usePart('slug')
  const query = useQuery(frameworkQuery(slug))
  return <Loaded query={query}>{(stands) => <Shown stands={stands} />}</Loaded>
}

function Shown({ stands }: { readonly stands: Answered<Framework> }): JSX.Element {
  const { history } = useRouter()
  const mayEdit = useMay('definitions:write')
  const framework = stands.value
  const edited: EditedDocument<Framework> = { path: `/frameworks/${framework.slug}`, schema: Framework, stands }
  return (
    <Framed
      title={textOf(framework.title)}
      trail={[{ href: deskPath(locale, 'goals'), label: words.title }]}
      lead={textOf(framework.vision)}
    >
      <Naming edited={edited} />
      <FocusAreas framework={framework} />
      <Levels edited={edited} />
      <Organisation edited={edited} />
      {mayEdit && (
        <section className="section">
          <Removal
            of={{ path: edited.path, name: textOf(framework.title), retiredOn: undefined }}
            onDeleted={() => history.push(deskPath(locale, 'goals'))}
          />
        </section>
      )}
    </Framed>
  )
}

interface PartProps {
  readonly edited: EditedDocument<Framework>
}

function Naming({ edited }: PartProps): JSX.Element {
  const { value } = edited.stands
  return (
    <Section
      id="navn"
      title={words.naming}
      renderForm={(close) => (
        <SectionForm
          edited={edited}
          section="navn"
          fields={['title', 'vision', 'purpose', 'audience', 'carriedOutBy', 'note', 'challenges']}
          label={words.naming}
          onDone={close}
        >
          {(control) => (
            <>
              <FormTextPair control={control} name="title" label={words.policyTitle} />
              <FormTextPair control={control} name="vision" label={words.vision} rows={3} />
              <FormTextPair control={control} name="purpose" label={words.purpose} rows={3} />
              <FormTextPair control={control} name="audience" label={words.audience} rows={2} />
              <FormTextPair control={control} name="carriedOutBy" label={words.carriedOutBy} rows={2} />
              <FormTextPair control={control} name="note" label={words.note} help={words.noteHelp} rows={2} />
              <FormTextRows
                control={control}
                name="challenges"
                label={words.challenges}
                add={words.addChallenge}
                remove={words.removeChallenge}
              />
            </>
          )}
        </SectionForm>
      )}
    >
      <Said>
        <SaidLine label={words.policyTitle}>
          <BothLanguages text={value.title} />
        </SaidLine>
        <SaidLine label={words.vision}>
          <BothLanguages text={value.vision} />
        </SaidLine>
        <SaidLine label={words.purpose}>
          <BothLanguages text={value.purpose} />
        </SaidLine>
        <SaidLine label={words.audience}>
          <BothLanguages text={value.audience} />
        </SaidLine>
        <SaidLine label={words.carriedOutBy}>
          <BothLanguages text={value.carriedOutBy} />
        </SaidLine>
        <SaidLine label={words.challenges}>
          {value.challenges.length > 0 && (
            <ul>
              {value.challenges.map((text) => (
                <li key={text.da}>
                  <BothLanguages text={text} />
                </li>
              ))}
            </ul>
          )}
        </SaidLine>
        <SaidLine label={words.note}>{value.note && <BothLanguages text={value.note} />}</SaidLine>
      </Said>
    </Section>
  )
}

function Levels({ edited }: PartProps): JSX.Element {
  const { focusArea, goal } = edited.stands.value.levels
  return (
    <Section
      id="ord"
      title={words.levels}
      renderForm={(close) => (
        <SectionForm edited={edited} section="ord" fields={['levels']} label={words.levels} onDone={close}>
          {(control) => (
            <>
              <p className="field-help">{words.levelHelp}</p>
              <FormTextPair control={control} name="levels.focusArea.one" label={words.focusAreaOne} />
              <FormTextPair control={control} name="levels.focusArea.other" label={words.focusAreaOther} />
              <FormTextPair control={control} name="levels.goal.one" label={words.goalOne} />
              <FormTextPair control={control} name="levels.goal.other" label={words.goalOther} />
            </>
          )}
        </SectionForm>
      )}
    >
      <Said>
        <SaidLine label={words.focusArea}>
          {textOf(focusArea.one)}, {textOf(focusArea.other)}
        </SaidLine>
        <SaidLine label={words.goal}>
          {textOf(goal.one)}, {textOf(goal.other)}
        </SaidLine>
      </Said>
    </Section>
  )
}

function Organisation({ edited }: PartProps): JSX.Element {
  const { organisation, position, mark } = edited.stands.value
  const { data: areas = [] } = useQuery(areasQuery)
  const area = areas.find(({ code }) => code === organisation.area)
  return (
    <Section
      id="kommune"
      title={words.organisation}
      renderForm={(close) => (
        <SectionForm
          edited={edited}
          section="kommune"
          fields={['organisation', 'position']}
          label={words.organisation}
          onDone={close}
        >
          {(control) => (
            <>
              <FormTextPair control={control} name="organisation.name" label={words.organisationName} />
              <FormFinder
                control={control}
                name="organisation.area"
                label={words.area}
                options={areas.map(({ code, name }) => ({ value: code, label: textOf(name), about: code }))}
              />
              <FormNumber control={control} name="position" label={words.position} />
            </>
          )}
        </SectionForm>
      )}
    >
      <Said>
        <SaidLine label={words.organisationName}>
          <BothLanguages text={organisation.name} />
        </SaidLine>
        <SaidLine label={words.area}>{area ? textOf(area.name) : organisation.area}</SaidLine>
        <SaidLine label={words.position}>{position}</SaidLine>
        <SaidLine label={words.mark}>{mark === null ? words.noMark : `${mark}-`}</SaidLine>
      </Said>
    </Section>
  )
}

/** The focus areas of a policy: in order, each with its name, and one more. */
function FocusAreas({ framework }: { readonly framework: Framework }): JSX.Element {
  const { data: all = [] } = useQuery(focusAreasQuery)
  const [open, setOpen] = useState<'order' | 'new' | null>(null)
  const own = all
    .filter((area) => area.framework === framework.slug)
    .toSorted((a, b) => a.position - b.position || (a.slug < b.slug ? -1 : 1))
  const title = textOf(framework.title)
  return (
    <>
      <Section
        id="dele"
        title={words.parts}
        actions={
          <>
            {own.length > 1 && (
              <Button weight="quiet" aria-label={`${words.order}: ${title}`} onPress={() => setOpen('order')}>
                {words.order}
              </Button>
            )}
            <Button weight="quiet" onPress={() => setOpen('new')}>
              {words.newFocusArea}
            </Button>
          </>
        }
      >
        {own.map(({ slug }) => (
          <OnePart key={slug} slug={slug} />
        ))}
      </Section>
      {open === 'order' && (
        <OrderDialog
          title={words.orderParts(title)}
          items={own.map((area) => ({ id: area.slug, label: textOf(area.title) }))}
          path={`/frameworks/${framework.slug}/order`}
          onClose={() => setOpen(null)}
        />
      )}
      {open === 'new' && <NewFocusAreaDialog framework={framework} focusAreas={all} onClose={() => setOpen(null)} />}
    </>
  )
}

function OnePart({ slug }: { readonly slug: string }): JSX.Element {
  const path = `/focus-areas/${slug}`
  const query = useQuery(oneOf(FocusArea, path))
  return (
    <Loaded query={query}>
      {(stands) => {
        const { title, retiredOn } = stands.value
        return (
          <Section
            id={slug}
            title={textOf(title)}
            actions={<Removal of={{ path, name: textOf(title), retiredOn: retiredOn ?? null }} onDeleted={() => {}} />}
            renderForm={(close) => (
              <SectionForm
                edited={{ path, schema: FocusArea, stands }}
                section="navn"
                fields={['title', 'printedNumber']}
                label={textOf(title)}
                onDone={close}
              >
                {(control) => (
                  <>
                    <FormTextPair control={control} name="title" label={words.partTitle} />
                    <FormText
                      control={control}
                      name="printedNumber"
                      label={words.printed}
                      help={words.printedHelp}
                      empty={null}
                    />
                  </>
                )}
              </SectionForm>
            )}
          >
            <p>
              <BothLanguages text={title} />
            </p>
          </Section>
        )
      }}
    </Loaded>
  )
}
