import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ROOT } from './support/root';

const PAGE = join(ROOT, 'schema/clients/README.md');
const page = readFileSync(PAGE, 'utf8');
const clients = JSON.parse(readFileSync(join(ROOT, 'test/clients/package.json'), 'utf8')).dependencies;

/** The blocks of code, each with the file that it is cut from, if it says one. */
const blocks = [...page.matchAll(/^```(\w+)(?: (\S+))?\n(.*?)^```$/gms)].map(([, language, file, code]) => ({
  language: language as string,
  file,
  code: code as string,
}));
const commands = blocks.filter(({ language }) => language === 'sh').flatMap(({ code }) => code.trim().split('\n'));

describe('the page "From a front end"', () => {
  it('shows code of files that are compiled and run, line by line', () => {
    const cut = blocks.filter(({ language }) => language !== 'sh');
    expect(cut.length).toBeGreaterThan(15);
    for (const { file = 'no file', code } of cut) {
      const place = /^test\/clients\/(apps|programs|stories)\//.test(file) && existsSync(join(ROOT, file));
      expect([file, place]).toEqual([file, true]);
      expect(`\n${readFileSync(join(ROOT, file), 'utf8')}`).toContain(`\n${code}`);
    }
  });

  it('has whole files where it says to write one', () => {
    const whole = blocks.filter(({ file = '' }) => /^test\/clients\/apps\/.*\.tsx?$/.test(file));
    expect(whole.length).toBe(11);
    for (const { file = '', code } of whole) expect(code).toBe(readFileSync(join(ROOT, file), 'utf8'));
  });

  it('installs packages that the tests have, and no others', () => {
    const installed = commands.flatMap((line) => /^npm install (?:-D )?(.+)$/.exec(line)?.[1]?.split(' ') ?? []);
    expect(installed.length).toBeGreaterThan(8);
    for (const name of installed) expect(Object.keys(clients)).toContain(name.replace(/(?<=.)@\d+$/, ''));
  });

  it('leads to what is there', () => {
    const links = [...page.matchAll(/\]\(([^)]+)\)/g)].map(([, link]) => link as string);
    const [sections, files] = [links.filter((link) => link.startsWith('#')), links.filter((link) => !/^#/.test(link))];
    expect(files.filter((link) => !existsSync(join(dirname(PAGE), link)))).toEqual([]);
    const headings = [...page.matchAll(/^#+ (.+)$/gm)].map(
      ([, heading]) => `#${heading?.toLowerCase().replaceAll(' ', '-')}`,
    );
    expect(headings).toEqual(expect.arrayContaining(sections));
  });
});
