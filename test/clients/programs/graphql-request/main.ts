/** graphql-request by POST and by GET, and what it makes of an error. */
import { ClientError, GraphQLClient, gql } from 'graphql-request';
import { print } from '../support/print';
import { url } from '../support/url';

const PAPERS = gql`
  query Papers($first: Int!, $filter: PaperFilter) {
    papers(first: $first, filter: $filter) {
      totalCount
      nodes {
        id
        title
      }
    }
  }
`;
const variables = { first: 2, filter: { topics: { any: ['deep-learning-theory'] } } };

async function ask(method: 'GET' | 'POST') {
  const client = new GraphQLClient(url, { method });
  const { data, headers } = await client.rawRequest(PAPERS, variables);
  return { data, type: headers.get('content-type'), etag: headers.get('etag') };
}

async function failing(method: 'GET' | 'POST') {
  try {
    return await new GraphQLClient(url, { method }).request(PAPERS, { first: 1000 });
  } catch (error) {
    if (!(error instanceof ClientError)) throw error;
    const { status, errors } = error.response;
    return { status, code: errors?.[0]?.extensions.code };
  }
}

print({
  asked: [await ask('POST'), await ask('GET')],
  failed: [await failing('POST'), await failing('GET')],
});
