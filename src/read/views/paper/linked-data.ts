import { plainText } from '../../../text/plain-text';
import type { Paper } from '../../answers';
import { outward } from '../../parts/outward';

/** Authors that search engines are told of. */
const MOST_AUTHORS = 50;

/** A paper in terms of schema.org; its address is added where it is known. */
export function linkedDataOf(paper: Paper): object {
  const { title, abstract, authors, venue, publishedOn, publicationYear, identifiers, readAt, topics } = paper;
  const about = topics.edges.filter(({ standing }) => standing === 'ABOUT').map(({ node }) => node.name);
  return {
    '@context': 'https://schema.org',
    '@type': 'ScholarlyArticle',
    headline: plainText(title),
    name: plainText(title),
    ...(abstract && { abstract: plainText(abstract) }),
    ...(authors.length > 0 && {
      author: authors.slice(0, MOST_AUTHORS).map(({ name, orcid, affiliations }) => ({
        '@type': 'Person',
        name,
        ...(orcid && { '@id': `https://orcid.org/${orcid}` }),
        ...(affiliations.length > 0 && {
          affiliation: affiliations.map((place) => ({ '@type': 'Organization', name: place })),
        }),
      })),
    }),
    ...((publishedOn || publicationYear) && { datePublished: publishedOn ?? String(publicationYear) }),
    ...(venue && { isPartOf: { '@type': 'PublicationIssue', name: plainText(venue) } }),
    ...(identifiers.length > 0 && {
      identifier: identifiers.map(({ scheme, value }) => ({ '@type': 'PropertyValue', propertyID: scheme, value })),
    }),
    ...(readAt.some(outward) && { sameAs: readAt.filter((url) => outward(url) !== null) }),
    ...(about.length > 0 && { about, keywords: about.join(', ') }),
  };
}
