import { useMutation, useQuery } from '@tanstack/react-query'
import { colourProblems, Colours, ownColours } from '@pejling/domain/profile/colours'
import { Logo, mostLogoBytes, Profile } from '@pejling/domain/profile/profile'
import { WorkspaceSettings } from '@pejling/domain/workspace/attached'
import { useState, type JSX } from 'react'
import { FileTrigger } from 'react-aria-components'
import { useController, useWatch, type FieldValues, type UseFormReturn } from 'react-hook-form'
import { locale, numberInWords } from '../client/locale.ts'
import { useReaches } from '../client/me.ts'
import { oneOf, refreshAll } from '../client/queries.ts'
import { request } from '../client/request.ts'
import { FormText, FormTextPair, FormTicks } from '../forms/fields.tsx'
import { FormFrame } from '../forms/form-frame.tsx'
import { useKeptForm } from '../forms/use-kept-form.ts'
import { Button } from '../widgets/button.tsx'
import { report } from '../widgets/messages.tsx'
import { Page as Framed } from '../widgets/page.tsx'
import { Failed, Loaded } from '../widgets/state.tsx'
import { Switch } from '../widgets/tick.tsx'
import { words } from './website-words.ts'
import './website.css'

type Form = UseFormReturn<FieldValues, unknown, FieldValues>

const settingsQuery = oneOf(WorkspaceSettings, '/settings')

/** Kilobytes as people read them. */
const kilobytes = (bytes: number): string => numberInWords(bytes / 1000, 1)

function ColourFields({ form }: { readonly form: Form }): JSX.Element {
  const { field } = useController({ control: form.control, name: 'colours' })
  const colours = Colours.safeParse(useWatch({ control: form.control, name: 'colours' }))
  const problems = colours.success ? colourProblems(colours.data) : []
  const isOwn = field.value !== null
  return (
    <fieldset>
      <legend>{words.colours}</legend>
      <Switch isSelected={isOwn} onChange={(own) => field.onChange(own ? ownColours : null)}>
        {words.ownColours}
      </Switch>
      {isOwn && (
        <div className="colours">
          <div>
            {(['ink', 'paper', 'accent'] as const).map((colour) => (
              <FormText
                key={colour}
                control={form.control}
                name={`colours.${colour}`}
                label={words[colour]}
                help={words.colourHelp}
              />
            ))}
          </div>
          {colours.success && problems.length === 0 && (
            <figure>
              <figcaption className="field-help">{words.preview}</figcaption>
              <div
                className="colour-sample"
                style={{ background: colours.data.paper, color: colours.data.ink, borderTopColor: colours.data.accent }}
              >
                <strong style={{ color: colours.data.accent }}>{words.sample}</strong>
                <p>{words.sampleText}</p>
              </div>
            </figure>
          )}
        </div>
      )}
      <div aria-live="polite">
        {problems.map(({ colour, problem }) => (
          <p key={colour} className="field-error">
            {problem[locale]}
          </p>
        ))}
      </div>
    </fieldset>
  )
}

/** A file as base64. */
async function base64Of(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  return btoa(Array.from(bytes, (byte) => String.fromCodePoint(byte)).join(''))
}

function LogoField({ form }: { readonly form: Form }): JSX.Element {
  const { field, fieldState } = useController({ control: form.control, name: 'logo' })
  const [problem, setProblem] = useState<string | null>(null)
  const logo = Logo.nullable().catch(null).parse(field.value)
  const take = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return
    const ending = file.type === 'image/png' ? 'png' : file.type === 'image/svg+xml' ? 'svg' : null
    if (ending === null) setProblem(words.wrongKind)
    else if (file.size > mostLogoBytes) setProblem(words.tooLarge(kilobytes(file.size)))
    else {
      setProblem(null)
      field.onChange({ ending, base64: await base64Of(file) })
    }
  }
  const error = problem ?? fieldState.error?.message
  return (
    <fieldset>
      <legend>{words.logo}</legend>
      <p className="field-help">{words.logoHelp}</p>
      {logo === null ? (
        <p>{words.noLogo}</p>
      ) : (
        <p className="logo">
          <img alt="" src={`data:image/${logo.ending === 'svg' ? 'svg+xml' : 'png'};base64,${logo.base64}`} />
          {words.hasLogo(logo.ending.toUpperCase(), kilobytes((logo.base64.length * 3) / 4))}
        </p>
      )}
      {error !== undefined && (
        <p className="field-error" role="alert">
          {error}
        </p>
      )}
      <div className="page-actions">
        <FileTrigger acceptedFileTypes={['image/svg+xml', 'image/png']} onSelect={(files) => void take(files?.[0])}>
          <Button>{words.chooseLogo}</Button>
        </FileTrigger>
        {logo !== null && <Button onPress={() => field.onChange(null)}>{words.removeLogo}</Button>}
      </div>
    </fieldset>
  )
}

function Approval({
  settings: { approval },
  etag,
}: {
  readonly settings: WorkspaceSettings
  readonly etag: string | null
}): JSX.Element {
  const change = useMutation({
    mutationFn: (required: boolean) =>
      request(WorkspaceSettings, 'PUT', '/settings/approval', { body: { required }, match: etag }),
    onSuccess: async ({ changeSet }) => {
      report({ text: words.approvalSaved, changeSet })
      await refreshAll()
    },
  })
  return (
    <section aria-labelledby="approval">
      <h2 id="approval">{words.approval}</h2>
      <p className="field-help">{words.approvalHelp}</p>
      <Switch isSelected={approval.required} onChange={(required) => change.mutate(required)}>
        {words.approvalOn}
      </Switch>
      {approval.stopAskedBy !== null && (
        <>
          <p>{words.stopAsked(approval.stopAskedBy)}</p>
          <Button onPress={() => change.mutate(false)}>{words.confirmStop}</Button>
        </>
      )}
      {change.error !== null && <Failed error={change.error} />}
    </section>
  )
}

function Site({ settings, etag }: { readonly settings: WorkspaceSettings; readonly etag: string | null }): JSX.Element {
  const isAdministrator = useReaches('administrator')
  const kept = useKeptForm({
    name: 'website',
    schema: Profile,
    stands: { value: settings.profile, etag },
    save: ({ patch, match }) => request(WorkspaceSettings, 'PATCH', '/settings', { body: { profile: patch }, match }),
    reread: async () => {
      const now = await request(WorkspaceSettings, 'GET', '/settings')
      return { value: now.value.profile, etag: now.etag }
    },
    onSaved: ({ changeSet }) => report({ text: words.saved, changeSet }),
  })
  return (
    <Framed title={words.title} lead={words.lead} width="text">
      <FormFrame kept={kept} label={words.title}>
        <FormTextPair control={kept.form.control} name="name" label={words.name} help={words.nameHelp} isRequired />
        <FormTicks
          control={kept.form.control}
          name="languages"
          label={words.languages}
          help={words.languagesHelp}
          options={[
            { value: 'da', label: words.da },
            { value: 'en', label: words.en },
          ]}
        />
        <ColourFields form={kept.form} />
        <LogoField form={kept.form} />
      </FormFrame>
      {isAdministrator && <Approval settings={settings} etag={etag} />}
    </Framed>
  )
}

/** How the public site presents itself, and whether releases take two people. */
export function Page(): JSX.Element {
  const query = useQuery(settingsQuery)
  return <Loaded query={query}>{({ value, etag }) => <Site settings={value} etag={etag} />}</Loaded>
}
