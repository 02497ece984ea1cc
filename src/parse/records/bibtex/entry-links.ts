import { addressesIn, addressesOf } from '../addresses';
import { Links } from '../collected';
import type { RecordLink, SourceRecord } from '../record';
import { addressName, type BibtexFields, withLinks } from './bibtex-fields';

const ROLES: Readonly<Record<string, RecordLink['role']>> = {
  url: 'LANDING',
  ee: 'LANDING',
  link: 'LANDING',
  html: 'LANDING',
  paper: 'LANDING',
  'bdsk-url-1': 'LANDING',
  'bdsk-url-2': 'LANDING',
  pdf: 'PDF',
  code: 'CODE',
  github: 'CODE',
  gitlab: 'CODE',
  git: 'CODE',
  repo: 'CODE',
  repository: 'CODE',
  software: 'CODE',
  implementation: 'CODE',
  source: 'CODE',
  project: 'PROJECT',
  projectpage: 'PROJECT',
  project_page: 'PROJECT',
  website: 'PROJECT',
  webpage: 'PROJECT',
  homepage: 'PROJECT',
  page: 'PROJECT',
  site: 'PROJECT',
  demo: 'PROJECT',
  data: 'DATA',
  dataset: 'DATA',
  video: 'MEDIA',
  slides: 'MEDIA',
  poster: 'MEDIA',
  talk: 'MEDIA',
  presentation: 'MEDIA',
  blog: 'OTHER',
  supp: 'OTHER',
  supplement: 'OTHER',
};
const NOTES = ['howpublished', 'note', 'annote', 'addendum', 'comment', 'comments', 'annotation', 'additional_info'];
/** A repository on GitHub as its own pages name it. */
const ON_GITHUB = /^[A-Za-z0-9][A-Za-z0-9-]{0,38}\/[\w.-]{1,100}$/;

/** The addresses of an entry: those of the fields that hold one, then those within notes. */
export function linksOf(fields: BibtexFields): SourceRecord['links'] {
  const links = new Links();
  for (const lower of fields.names()) {
    const role = roleOf(lower) ?? roleOf(addressName(lower));
    const field = role === undefined ? null : fields.first(lower);
    if (role === undefined || field === null) continue;
    const text = withLinks(field.written);
    if (addressName(lower) === 'github' && ON_GITHUB.test(text.trim()))
      links.add(field.name, `https://github.com/${text.trim()}`, role);
    for (const url of addressesOf(text)) links.add(field.name, url, role);
  }
  for (const field of fields.all(NOTES)) {
    for (const { url, role } of addressesIn(withLinks(field.written))) links.add(field.name, url, role);
  }
  return links.stated;
}

function roleOf(name: string): RecordLink['role'] | undefined {
  return Object.hasOwn(ROLES, name) ? ROLES[name] : undefined;
}
