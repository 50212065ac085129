import { describe, expect, it } from 'vitest'
import { acceptedFormat } from '../public/observation-routes.ts'
import { preferredCoding, preferredLocale } from './accept.ts'

describe('what a reader prefers', () => {
  it.each([
    [undefined, 'da'],
    ['en-GB,en;q=0.9', 'en'],
    ['da, en', 'da'],
    ['de, fr', 'da'],
    ['da;q=0.1, en;q=0.5', 'en'],
    ['en;q=0', 'da'],
  ])('language %s gives %s', (header, locale) => {
    expect(preferredLocale(header)).toBe(locale)
  })

  it.each([
    [undefined, 'identity'],
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip', 'gzip'],
    ['br;q=0, *', 'gzip'],
    ['identity', 'identity'],
    ['*;q=0', 'identity'],
    ['gzip;q=1, br;q=0.5', 'gzip'],
    ['br;q=0.4, gzip;q=0.4', 'br'],
  ])('coding %s gives %s', (header, coding) => {
    expect(preferredCoding(header)).toBe(coding)
  })

  it.each([
    [undefined, 'json'],
    ['text/html,application/xhtml+xml,*/*;q=0.8', 'json'],
    ['text/csv;q=0.9, application/json;q=0.2', 'csv'],
    ['application/vnd.sdmx.data+csv', 'sdmx-csv'],
    ['application/vnd.sdmx.data+csv;version=2.0.0;labels=id', 'sdmx-csv'],
    ['application/vnd.sdmx.data+csv;version=1.0.0, text/csv;q=0.1', 'csv'],
    ['application/json;q=0, */*', 'csv'],
  ])('format %s gives %s', (header, format) => {
    expect(acceptedFormat(header)).toBe(format)
  })
})
