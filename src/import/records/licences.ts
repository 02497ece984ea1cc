import type { RecordFormat } from '../../parse/records/tell-format';

/** Under what a source's data may be passed on. */
export interface Licence {
  /** By its SPDX identifier (https://spdx.org/licenses/). */
  name: string;
  /** Whether what is made of it has to be under the same terms. */
  isShareAlike: boolean;
}

const SHARE_ALIKE: Licence = { name: 'CC-BY-SA-4.0', isShareAlike: true };
const PUBLIC_DOMAIN: Licence = { name: 'CC0-1.0', isShareAlike: false };

/** As the sources say of themselves: arXiv's and DBLP's metadata, OpenAlex, the dumps of Papers with Code, Semantic Scholar. */
const LICENCES: Partial<Record<RecordFormat, Licence>> = {
  PAPERS_WITH_CODE_PAPERS: SHARE_ALIKE,
  PAPERS_WITH_CODE_LINKS: SHARE_ALIKE,
  PAPERS_WITH_CODE_EVALUATION_TABLES: SHARE_ALIKE,
  PAPERS_WITH_CODE_METHODS: SHARE_ALIKE,
  ARXIV_JSON: PUBLIC_DOMAIN,
  ARXIV_ATOM: PUBLIC_DOMAIN,
  ARXIV_OAI: PUBLIC_DOMAIN,
  OPENALEX: PUBLIC_DOMAIN,
  DBLP: PUBLIC_DOMAIN,
  SEMANTIC_SCHOLAR: { name: 'ODC-By-1.0', isShareAlike: false },
};

/** Under what data in a format are published; null where the format says nothing of that. */
export function licenceOf(format: RecordFormat): Licence | null {
  return LICENCES[format] ?? null;
}
