/** SDMX’s code of “all groups together”, as JSON-stat and SDMX-CSV print it. */
export const totalCode = '_T'
