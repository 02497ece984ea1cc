// From an address, however somebody spells it, to the papers behind it: main.ts URL ADDRESS...
import assert from 'node:assert/strict';
import { ask } from '../ask';

type Repository = {
  __typename: 'Repository';
  id: string;
  nameWithOwner: string;
  papers: { edges: { link: { evidence: { sentence: string } }; node: { id: string; title: string } }[] };
};

const [url = 'http://localhost:4000/graphql', ...given] = process.argv.slice(2);
const name = 'jmlipman/TopoMortar';
const spellings = [
  `git@github.com:${name}.git`,
  `github.com/${name.toLowerCase()}`,
  `https://github.com/${name}/tree/main/src`,
];
const addresses = given.length > 0 ? given : spellings;

const query = `query WhoseCode($url: String!) {
  resource(url: $url) {
    __typename
    ... on Repository {
      id
      nameWithOwner
      papers(first: 10) {
        edges { link { id evidence { sentence } } node { id title } }
      }
    }
  }
}`;

const found = [];
for (const address of addresses) {
  const { resource } = await ask<{ resource: Repository | null }>(url, query, { url: address });
  assert.equal(resource?.__typename, 'Repository', `${address}: expected a repository`);
  found.push(resource);
}
assert.equal(new Set(found.map(({ id }) => id)).size, 1, 'one repository, however it is spelled');
for (const { link, node } of found[0]?.papers.edges ?? []) console.log(`${node.title}: “${link.evidence.sentence}”`);

const nobodys = { url: 'https://github.com/nobody/nothing' };
assert.equal((await ask<{ resource: null }>(url, query, nobodys)).resource, null, 'null is no error');
