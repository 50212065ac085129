/*
 * Yearly series published by statistical offices, one figure a year without a gap, to hold the interval of the expected
 * course against what was published later.
 */

/** The first year, and the figures from it on. */
export interface PublishedSeries {
  readonly from: number
  readonly values: readonly number[]
}

/**
 * Statistics Sweden, of those aged 16–64, percent, 1970–2020: employed, unemployed (of the labour force), in the labour
 * force. From its statistical database by way of github.com/mattiasnordin/Regression, data/raw/ts_sweden_yearly.csv.
 */
const sweden: readonly PublishedSeries[] = [
  {
    from: 1970,
    values: [
      73.2, 72.9, 73.0, 73.8, 75.6, 77.6, 78.3, 78.5, 78.5, 79.5, 80.1, 79.8, 79.2, 79.0, 79.6, 80.5, 81.1, 81.7, 82.6,
      83.2, 83.4, 81.3, 77.5, 72.8, 71.9, 72.6, 72.0, 71.1, 72.1, 73.4, 74.8, 75.7, 75.4, 74.7, 74.0, 73.9, 74.5, 75.6,
      75.7, 73.5, 73.4, 74.8, 74.9, 75.5, 76.0, 76.7, 77.4, 78.1, 78.6, 78.4, 76.7,
    ],
  },
  {
    from: 1970,
    values: [
      1.9, 3.1, 3.3, 3.1, 2.4, 2.0, 1.9, 2.2, 2.8, 2.6, 2.5, 3.2, 4.0, 4.4, 3.9, 3.6, 3.4, 2.9, 2.5, 2.2, 2.4, 3.9, 6.5,
      10.2, 10.6, 10.0, 10.7, 11.0, 9.3, 7.9, 6.7, 5.9, 6.0, 6.6, 7.4, 7.8, 7.1, 6.2, 6.1, 8.4, 8.7, 7.9, 8.0, 8.1, 8.0,
      7.5, 7.0, 6.7, 6.4, 6.8, 8.4,
    ],
  },
  {
    from: 1970,
    values: [
      74.6, 75.2, 75.6, 76.1, 77.4, 79.2, 79.9, 80.3, 80.8, 81.7, 82.1, 82.5, 82.4, 82.6, 82.8, 83.5, 83.9, 84.1, 84.6,
      85.1, 85.4, 84.6, 83.0, 81.1, 80.3, 80.6, 80.6, 79.9, 79.4, 79.8, 80.1, 80.5, 80.2, 80.1, 79.9, 80.1, 80.2, 80.6,
      80.7, 80.2, 80.3, 81.1, 81.5, 82.2, 82.6, 82.9, 83.2, 83.7, 84.0, 84.1, 83.8,
    ],
  },
]

/**
 * United States, 1947–1962: price index, national product, unemployed, armed forces, population, employed (Bureau of
 * Labor Statistics and others). From Longley, J. W. 1967, “An appraisal of least-squares programs”, JASA 62:819–841, as R
 * delivers it (datasets::longley).
 */
const unitedStates: readonly PublishedSeries[] = [
  {
    from: 1947,
    values: [83.0, 88.5, 88.2, 89.5, 96.2, 98.1, 99.0, 100.0, 101.2, 104.6, 108.4, 110.8, 112.6, 114.2, 115.7, 116.9],
  },
  {
    from: 1947,
    values: [
      234.289, 259.426, 258.054, 284.599, 328.975, 346.999, 365.385, 363.112, 397.469, 419.18, 442.769, 444.546,
      482.704, 502.601, 518.173, 554.894,
    ],
  },
  {
    from: 1947,
    values: [
      235.6, 232.5, 368.2, 335.1, 209.9, 193.2, 187.0, 357.8, 290.4, 282.2, 293.6, 468.1, 381.3, 393.1, 480.6, 400.7,
    ],
  },
  {
    from: 1947,
    values: [
      159.0, 145.6, 161.6, 165.0, 309.9, 359.4, 354.7, 335.0, 304.8, 285.7, 279.8, 263.7, 255.2, 251.4, 257.2, 282.7,
    ],
  },
  {
    from: 1947,
    values: [
      107.608, 108.632, 109.773, 110.929, 112.075, 113.27, 115.094, 116.219, 117.388, 118.734, 120.445, 121.95, 123.366,
      125.368, 127.852, 130.081,
    ],
  },
  {
    from: 1947,
    values: [
      60.323, 61.122, 60.171, 61.187, 63.221, 63.639, 64.989, 63.761, 66.019, 67.857, 68.169, 66.513, 68.655, 69.564,
      69.331, 70.551,
    ],
  },
]

/** All of them. */
export const publishedSeries: readonly PublishedSeries[] = [...sweden, ...unitedStates]
