import { useParams } from '@tanstack/react-router'
import { z } from 'zod'

const Parts = z.record(z.string(), z.string())

/** The part of the page's address that its place leaves open: `slug` of `/admin/indikator/:slug`. */
export function usePart(name: string): string {
  const parts: unknown = useParams({ strict: false })
  return Parts.catch({}).parse(parts)[name] ?? ''
}
