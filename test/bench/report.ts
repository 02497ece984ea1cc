/** Says on standard error what is going on; standard output is for the tables alone. */
export function report(message: string): void {
  process.stderr.write(`bench: ${message}\n`);
}
