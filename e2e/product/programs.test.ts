import { spawnSync } from 'node:child_process'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { repository } from './examples.ts'
import { Reader } from './reader.ts'

/* The programs of `examples/programs`: a figure a year, sent by whoever keeps it. */

const reader = new Reader()
let token = ''
beforeAll(async () => {
  await reader.start()
  const expires = new Date(Date.now() + 300 * 86_400_000).toISOString().slice(0, 10)
  const scopes = ['--scope', 'figures:read', '--scope', 'figures:write']
  const user = ['--user', 'administrator@pejling.local', '--expires', expires, ...scopes]
  token = /pejling_\S+/.exec(await reader.command('token', 'add', 'skole', ...user))?.[0] ?? ''
})
afterAll(() => reader.leave())

const programs = [
  ['R', '/usr/bin/Rscript', ['--vanilla'], 'figure.R', '51.1'],
  ['Python', '/usr/bin/python3', [], 'figure.py', '52.2'],
  ['TypeScript', process.execPath, [], 'figure.ts', '53.3'],
] as const

describe.each(programs)('the program in %s', (_, program, args, file, value) => {
  const send = (said: { readonly indicator: string; readonly value: string; readonly token: string }) =>
    spawnSync(
      program,
      [
        ...args,
        `${repository}/examples/programs/${file}`,
        reader.origin,
        said.indicator,
        '217',
        '2025-11-18',
        said.value,
      ],
      { env: { ...process.env, PEJLING_TOKEN: said.token }, encoding: 'utf8' },
    )

  it('says what a figure would change, and sends it as a draft', async () => {
    const { status, stdout, stderr } = send({ indicator: 'valgdeltagelse-kv', value, token })
    expect([status, stderr]).toEqual([0, ''])
    expect(stdout).toMatch(/^Readers would see: [\s\S]*"assessments"[\s\S]*\nSent: valgdeltagelse-kv/m)
    const answer = await fetch(`${reader.origin}/api/v1/workspace/observations/valgdeltagelse-kv`, {
      headers: { authorization: `Bearer ${token}` },
    })
    expect(await answer.text()).toContain(`"value":${value}`)
    const published = await fetch(`${reader.origin}/api/v1/indicators/valgdeltagelse-kv/observations`)
    expect(await published.text()).not.toContain(`"value":${value}`)
  })

  it.each([
    ['a figure that cannot be', { indicator: 'valgdeltagelse-kv', value: '530', token: null }, /100/],
    ['an indicator that is not there', { indicator: 'findes-ikke', value: '1', token: null }, /no indicator/],
    ['a token that is not valid', { indicator: 'valgdeltagelse-kv', value, token: 'pejling_x' }, /no such token/],
  ])('ends with the words of the problem for %s', (_name, slip, words) => {
    const { status, stderr, stdout } = send({ ...slip, token: slip.token ?? token })
    expect([status, stdout]).toEqual([1, ''])
    expect(stderr).toMatch(words)
  })
})
