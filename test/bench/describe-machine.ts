import { cpus } from 'node:os';
import { arrangement } from './processes/cores';

/** One line on where and when a table was measured. */
export function describeMachine(): string {
  const day = new Date().toISOString().slice(0, 10);
  return `${day}, ${cpus().length} × ${cpus()[0]?.model.trim()}, Node.js ${process.version}; ${arrangement}.`;
}
