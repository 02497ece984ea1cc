/** What stands in the place of a value that could not be had, until it is reported where the answer is written. */
export class Failure {
  constructor(readonly reason: unknown) {}
}
