import { describe, expect, it } from 'vitest'
import { filePlaceOf } from './file-address.ts'

const linkOf = (address: string): string => filePlaceOf(address).address

describe('an address as a file', () => {
  it.each([
    ['/', '/', 'index.html'],
    ['/en', '/en', 'en/index.html'],
    ['/maal/2.2', '/maal/2.2', 'maal/2.2/index.html'],
    ['/moede/x/bilag.pdf', '/moede/x/bilag.pdf', 'moede/x/bilag.pdf'],
    ['/api', '/api', 'api/index.html'],
    ['/api/v1/goals/2.2', '/api/v1/goals/2.2.json', 'api/v1/goals/2.2.json'],
    ['/api/v1/catalogue', '/api/v1/catalogue.jsonld', 'api/v1/catalogue.jsonld'],
  ])('%s is linked to as %s and lies at %s', (address, link, file) => {
    expect(filePlaceOf(address)).toMatchObject({ address: link, file })
  })

  it('has what data was asked for in its name, and the release in its path', () => {
    expect(linkOf('/api/v1/indicators/x/observations.csv?release=7&dialect=da')).toBe(
      '/api/v1/releases/7/indicators/x/observations.da.csv',
    )
    expect(linkOf('/api/v1/indicators/x/chart.svg?lang=en')).toBe('/api/v1/indicators/x/chart.en.svg')
    expect(linkOf('/api/v1/releases/7/changes?since=5')).toBe('/api/v1/releases/7/changes.since-5.json')
    expect(linkOf('/api/v1/oembed?url=https%3A%2F%2Fmaal.example.dk%2Findikator%2Fx&format=json')).toBe(
      '/api/v1/oembed/indikator/x.json',
    )
  })

  it('keeps choices a script follows in the link, and is the same file for all of them', () => {
    expect(filePlaceOf('/indikator/x?opdeling=alder')).toEqual({
      address: '/indikator/x?opdeling=alder',
      file: 'indikator/x/index.html',
      asked: '/indikator/x',
    })
  })

  it('of a comparison of releases is a page of its own', () => {
    expect(filePlaceOf('/udgivelser/7?siden=5')).toEqual({
      address: '/udgivelser/7/siden/5',
      file: 'udgivelser/7/siden/5/index.html',
      asked: '/udgivelser/7?siden=5',
    })
  })
})
