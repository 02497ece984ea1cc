import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The repository. */
export const ROOT = join(__dirname, '..', '..');

/** The programs that Offprint is compared with, and their packages. */
export const PEERS = join(__dirname, 'peers');

/** Made data and databases, kept between runs. Deleting it costs nothing but time. */
export const CACHE = join(tmpdir(), 'offprint-bench');
