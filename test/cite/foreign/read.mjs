// Reads files with other people's readers, outside of Jest, which cannot load most of them: a JSON array of files from standard
// input, what the reader named by the argument makes of each to standard output.
import { text } from 'node:stream/consumers';
import { plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import { parse } from '@retorquere/bibtex-parser';
import astrocite from 'astrocite-ris';
import MarkdownIt from 'markdown-it';

const markdown = new MarkdownIt({ html: true, linkify: true });
const READERS = {
  // Without a type it guesses, and fetches what looks like an address.
  'citation-js': (file) => plugins.input.chain(file, { forceType: '@bibtex/text', generateGraph: false }),
  'citation-js-csl': (file) =>
    plugins.input.chain(JSON.parse(file), { forceType: '@csl/list+object', generateGraph: false, strict: true }),
  'better-bibtex': (file) => {
    const { errors, entries } = parse(file, { sentenceCase: false });
    return { errors, entries: entries.map(({ key, type, fields }) => ({ key, type, fields })) };
  },
  astrocite: (file) => astrocite.parse(file),
  'markdown-it': (file) => markdown.render(file),
};

const read = READERS[process.argv[2]];
process.stdout.write(JSON.stringify(JSON.parse(await text(process.stdin)).map(read)));
