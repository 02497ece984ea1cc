import type { LinkKind } from './address/address';
import { lookUpHost } from './address/host';

/** Kinds that the host alone tells; an entry holds for its subdomains too. Hosts of code and hubs have own rules. */
const HOSTS: Partial<Record<LinkKind, string>> = {
  PROJECT_PAGE: `github.io gitlab.io bitbucket.io gitee.io codeberg.page sites.google.com pages.dev vercel.app
    netlify.app netlify.com web.app firebaseapp.com notion.site webflow.io framer.website framer.ai wixsite.com
    weebly.com surge.sh gitbook.io`,
  SPACE: 'hf.space',
  ARCHIVE: `zenodo.org osf.io figshare.com dataverse.harvard.edu dataverse.org datadryad.org data.mendeley.com
    softwareheritage.org archive.org ieee-dataport.org`,
  ANONYMOUS: '4open.science',
  PAPER: `arxiv.org doi.org openreview.net aclanthology.org aclweb.org proceedings.mlr.press proceedings.neurips.cc
    papers.nips.cc papers.neurips.cc openaccess.thecvf.com ecva.net ieeexplore.ieee.org dl.acm.org link.springer.com
    nature.com sciencedirect.com biorxiv.org medrxiv.org semanticscholar.org ssrn.com pubmed.ncbi.nlm.nih.gov
    jmlr.org tmlr.org hal.science eprint.iacr.org alphaxiv.org ojs.aaai.org isca-archive.org academic.oup.com pnas.org
    science.org mdpi.com frontiersin.org plos.org ijcai.org`,
  VIDEO: 'youtube.com youtu.be vimeo.com bilibili.com b23.tv',
  SHORT_LINK: `aka.ms bit.ly tinyurl.com goo.gl goo.gle t.co git.io ow.ly is.gd shorturl.at rb.gy cutt.ly t.ly lnkd.in
    tiny.cc buff.ly s.id reurl.cc dwz.cn u.nu short.gy g.co bitly.ws urlz.fr n9.cl w.wiki`,
};

const KIND_OF_HOST: ReadonlyMap<string, LinkKind> = new Map(
  Object.entries(HOSTS).flatMap(([kind, hosts]) => hosts.split(/\s+/).map((host) => [host, kind as LinkKind])),
);

/** Prefixes of DOIs that archives give out; every other DOI is a paper's. */
const ARCHIVE_DOI = /^\/10\.(?:5281\/zenodo|6084\/m9\.figshare|17605\/osf|7910\/dvn|5061\/dryad|17632\/|21227\/)/i;

/** Self-hosted GitLab serves its pages below names such as `gitlabpages.inria.fr` and `pages.gitlab.example.org`. */
const GITLAB_PAGES = /(?:^|\.)(?:gitlab-?pages|pages\.gitlab)\./;

/** What a page on neither a code host nor a hub is, as far as its address tells; WEBSITE when it tells nothing. */
export function kindOfPage(url: URL): LinkKind {
  const host = url.hostname;
  const kind = lookUpHost(KIND_OF_HOST, host);
  if (kind === 'PAPER' && host.endsWith('doi.org') && ARCHIVE_DOI.test(url.pathname)) return 'ARCHIVE';
  if (kind === 'ARCHIVE' && url.pathname.startsWith('/preprints/')) return 'PAPER';
  if (kind !== undefined) return kind;
  return isPagesHost(host) ? 'PROJECT_PAGE' : 'WEBSITE';
}

/** Whether the pages of a self-hosted GitLab lie on the host. */
export function isPagesHost(host: string): boolean {
  return GITLAB_PAGES.test(host);
}

/** Whether the host is one that this stage knows by name. */
export function isKnownPage(host: string): boolean {
  return lookUpHost(KIND_OF_HOST, host) !== undefined;
}
