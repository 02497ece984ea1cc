import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { ROOT } from './root';

/** The README of a room of the house: one example, and what becomes of it. */
export interface RoomReadme {
  /** How many lines it has. */
  length: number;
  /** The code block that it begins with, without the line break at its end. */
  example: string;
  /** The code block under each heading: the form that the example has there. */
  stages: Record<string, string>;
  /** What it links to, from the folder of the project on. */
  links: string[];
  /** Those of the links that lead to nothing. */
  lostLinks: string[];
}

/**
 * Reads the README of a room.
 *
 * @param room its folder in `src`
 * @throws Error for a section without exactly one code block
 */
export function readRoomReadme(room: string): RoomReadme {
  const folder = join(ROOT, 'src', room);
  const text = readFileSync(join(folder, 'README.md'), 'utf8');
  const [[, example], ...stages] = text.split(/^#+ /m).slice(1).map(stageOf) as [Stage, ...Stage[]];
  const links = [...text.matchAll(/\]\(([^)]+)\)/g)].map(([, link]) => relative(ROOT, join(folder, link as string)));
  return {
    length: text.trimEnd().split('\n').length,
    example,
    stages: Object.fromEntries(stages),
    links,
    lostLinks: links.filter((link) => !existsSync(join(ROOT, link))),
  };
}

type Stage = [heading: string, block: string];

function stageOf(section: string): Stage {
  const heading = section.slice(0, section.indexOf('\n'));
  const blocks = [...section.matchAll(/^```\w+\n(.*?)\n```$/gms)].map(([, block]) => block as string);
  const [block] = blocks;
  if (block === undefined || blocks.length > 1) {
    throw new Error(`README: "${heading}": expected one code block, got ${blocks.length}`);
  }
  return [heading, block];
}

/** Rows as lines, each column as wide as its widest cell. */
export function inColumns(rows: readonly (readonly string[])[]): string {
  const widths: number[] = [];
  for (const row of rows) {
    for (const [column, { length }] of row.entries()) widths[column] = Math.max(widths[column] ?? 0, length);
  }
  const lines = rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '));
  return lines.map((line) => line.trimEnd()).join('\n');
}
