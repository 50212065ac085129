import { createConfig, lintFromString } from '@redocly/openapi-core'
import { describe, expect, it } from 'vitest'
import { danishOperations, danishParameters } from '../public/api-page-words.ts'
import { appOver } from '../testing/app.fixture.ts'
import { smallInstallation } from '../testing/installation.fixture.ts'

const workspaceOf = <Path>(paths: Readonly<Record<string, Path>>): Record<string, Path> =>
  Object.fromEntries(Object.entries(paths).filter(([path]) => path.startsWith('/workspace/')))

describe('the description of the API', () => {
  it('is OpenAPI 3.1 and passes the linter without a warning', async () => {
    const app = await appOver(smallInstallation())
    const { body } = await app.inject('/api/v1/openapi.json')
    expect(JSON.parse(body)).toMatchObject({ openapi: '3.1.0' })
    const config = await createConfig({
      extends: ['recommended'],
      // The installation of the tests is at localhost.
      rules: { 'no-server-example.com': 'off' },
    })
    const findings = await lintFromString({ source: body, absoluteRef: '/openapi.json', config })
    expect(findings.map(({ ruleId, message, location }) => `${ruleId} ${location[0]?.pointer}: ${message}`)).toEqual([])
  })

  it('gives an example for every parameter and every document', async () => {
    const app = await appOver(smallInstallation())
    const { paths, components } = JSON.parse((await app.inject('/openapi.json')).body)
    type Answer = { content?: Record<string, { example?: unknown }> }
    type Described = { operationId: string; parameters?: { name: string }[]; responses: Record<string, Answer> }
    const operations = Object.values<Record<string, Described>>(paths).flatMap((one) => Object.values(one))
    for (const { operationId, parameters = [] } of operations) {
      for (const parameter of parameters) {
        const words = JSON.stringify(parameter)
        expect(words, `${operationId} ${parameter.name}`).toMatch(/"examples?":/)
      }
    }
    const without = Object.values<Record<string, Described>>(workspaceOf(paths)).flatMap((one) =>
      Object.values(one).flatMap(({ operationId, responses }) =>
        Object.entries(responses).flatMap(([status, { content }]) => {
          const json = content?.['application/json']
          return status.startsWith('2') && json && json.example === undefined ? [`${operationId} ${status}`] : []
        }),
      ),
    )
    expect(without).toEqual([])
    expect(JSON.stringify(components.schemas.Problem)).toContain('"examples"')
  })

  it('is there to be read by people, with every address on it', async () => {
    const app = await appOver(smallInstallation())
    for (const [address, language, words] of [
      ['/api', 'da', 'En indikators tal'],
      ['/en/api', 'en', 'The figures of an indicator'],
    ] as const) {
      const page = (await app.inject(address)).body
      expect(page).toContain(`<html lang="${language}">`)
      expect(page).toContain(words)
      expect(page).toContain('/indicators/{slug}/observations')
      expect(page).toContain('id="not-found"')
      expect(page).not.toMatch(/<script|style=/)
    }
  })

  it('is there in Danish, every address and every parameter', async () => {
    const app = await appOver(smallInstallation())
    const { paths } = JSON.parse((await app.inject('/openapi.json')).body)
    type Described = { get: { operationId: string; parameters?: { name: string }[] } }
    for (const [path, { get }] of Object.entries<Described>(paths)) {
      if (path.startsWith('/workspace/')) continue
      expect([get.operationId, danishOperations.has(get.operationId)]).toEqual([get.operationId, true])
      for (const { name } of get.parameters ?? []) expect([name, danishParameters.has(name)]).toEqual([name, true])
    }
  })
})
