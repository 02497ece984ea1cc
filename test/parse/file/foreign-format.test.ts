import { foreignFormatOf } from '../../../src/parse/file/foreign-format';
import { digestOf, PAPERS } from '../digest/digest-text';

describe('foreignFormatOf', () => {
  it.each([
    ['HTML', '<div>\n\nA title\n\nWe say so.\n\n</div>'],
    ['XML', '<papers>\n<paper/>\n</papers>'],
    ['JSON', '[\n  { "title": "A" }\n]'],
    ['JSON', '{"a":1}\n{"a":2}'],
    ['a PDF, PostScript or RTF document', '%PDF-1.7\n'],
    ['LaTeX', '% a comment\n\\documentclass{article}'],
    ['BibTeX', '@article{a2020,\n  title = {A},\n}'],
    ['a script', '#!/bin/sh\necho'],
    ['Markdown', '# Offprint\n\nA server.\n\n```sh\nnpm start\n```'],
    ['a table (CSV)', 'title,year\nA,2020\nB,2021'],
    ['a log', '2025-01-01 10:00:00 started\n2025-01-01 10:00:01 ready'],
    ['settings', 'HOST=localhost\nPORT=4000'],
    ['source code', 'import os\n\ndef main():\n    print("x")\n\nmain()'],
  ])('tells %s', (format, text) => {
    expect(foreignFormatOf(text, false)).toBe(format);
  });

  it.each([
    digestOf(PAPERS, ''),
    '[Re] A study of a study\n\nWe repeat it.',
    '<think> before you speak\n\nWe let models think.',
    '#InsTag: tags of instructions\n\nWe tag, and tag.',
    'Language, vision, action\n\nWe see, speak, and act.',
  ])('leaves %j alone', (text) => {
    expect(foreignFormatOf(text, false)).toBeNull();
  });
});
