import { type GraphQLResolveInfo, graphql, parse, validate } from 'graphql';
import { printFolds } from '../../src/lists/paging/print-folds';
import { foldsOf } from '../../src/resolve/folds';
import { buildSchema } from '../../src/resolve/schema';

const schema = buildSchema();

/** The folds of a field of Query, printed. */
async function foldsIn(source: string, variableValues: Record<string, unknown> = {}): Promise<string> {
  expect(validate(schema, parse(source))).toEqual([]);
  const asked: GraphQLResolveInfo[] = [];
  const fields = schema.getQueryType()?.getFields() ?? {};
  for (const name of ['papers', 'paper', 'topic', 'topics', 'search']) {
    const field = fields[name];
    if (field) field.resolve = (_, __, ___, info) => void asked.push(info);
  }
  await graphql({ schema, source, variableValues });
  return asked.map((info) => printFolds(foldsOf(info))).join('');
}

describe('what may be folded into a statement', () => {
  it('is what an operation asks of the items of a connection, through fragments and other names', async () => {
    const folds = await foldsIn(`
      query ($few: Int = 3, $not: Boolean = false) {
        papers(first: 5) {
          edges { node { ...Work title repositories @include(if: $not) { nodes { name } } } }
          nodes { it: links { url repository { name } } }
        }
      }
      fragment Work on Paper { about: topics(first: $few, minScore: 0.2) { edges { score evidence { text } } } }`);
    expect(folds).toBe(
      'Paper.topics by pk, the first 3, {"minScore":0.2}, with evidence, score\n' +
        'Paper.links by pk, all\n' +
        '  PaperLink.repository by repositoryPk, the first 1\n',
    );
  });

  it('goes on below, and differs with variables', async () => {
    const query = `query ($slug: String!, $n: Int, $own: Boolean) {
      topic(slug: $slug) {
        papers(last: $n, includeDescendants: $own) { nodes { abstract repositories { nodes { name } } } }
      }
    }`;
    const order = '"order":{"field":"FIRST_SEEN_ON","direction":"DESC"}';
    for (const n of [2, 7]) {
      expect(await foldsIn(query, { slug: 'optimization', n, own: n === 7 })).toBe(
        `Topic.papers by pk, the last ${n}, {"includeDescendants":${n === 7},"filter":{},${order}}, with abstract\n` +
          '  Paper.repositories by pk, the first 20\n',
      );
    }
  });

  it.each([
    ['a cursor of one list', '{ papers { nodes { topics(after: "x") { nodes { name } } } } }'],
    [
      'a filter that has to be looked up',
      '{ topic(slug: "a") { papers(filter: { hasRepository: true }) { nodes { slug } } } }',
    ],
    ['another order', '{ topic(slug: "a") { papers(orderBy: { field: TITLE }) { nodes { slug } } } }'],
    ['a total alone', '{ papers { nodes { topics { totalCount } } } }'],
    ['what cannot be', '{ papers { nodes { topics(first: 101) { nodes { name } } } } }'],
    ['a score that cannot be', '{ papers { nodes { topics(minScore: 7) { nodes { name } } } } }'],
    ['what is worked out', '{ paper(by: { slug: "a" }) { relatedPapers { nodes { slug } } } }'],
    ['objects of several types', '{ search(query: "a") { nodes { ... on Paper { topics { nodes { name } } } } } }'],
  ])('is not %s', async (_, query) => {
    expect(await foldsIn(query)).toBe('');
  });
});
