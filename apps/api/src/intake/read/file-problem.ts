/** Something in a file that has to be put right before the file can be used. */
export interface FileProblem {
  /** Path of the file, relative to the folder. */
  readonly file: string
  /** A path in a YAML file (`goals[0].goal`), or a place in a table (`line 7, column value`). */
  readonly where: string
  /** What is wrong and what to do about it. */
  readonly detail: string
}
