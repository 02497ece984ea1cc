/** Prints a line for the test that runs the program. */
export const print = (said: unknown): void => console.log(JSON.stringify(said));
