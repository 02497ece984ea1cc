import { doisIn, identifierOf } from '../../../src/parse/records/identifiers';

describe('doisIn', () => {
  it.each([
    ['10.5555/x', ['10.5555/x']],
    ['10.5555/x; 10.5555/y', ['10.5555/x', '10.5555/y']],
    ['10.5555/x;10.5555/y,https://doi.org/10.5555/z', ['10.5555/x', '10.5555/y', 'https://doi.org/10.5555/z']],
    ['10.5555/x\n10.5555/y', ['10.5555/x', '10.5555/y']],
    ['10.1002/x(1999)50:6<1::AID-ASI1>3.0.CO;2-X', ['10.1002/x(1999)50:6<1::AID-ASI1>3.0.CO;2-X']],
    ['doi: 10.5555/x', ['10.5555/x']],
    [' ', []],
  ])('parts %j', (field, dois) => {
    expect(doisIn(field)).toEqual(dois);
  });
});

describe('identifierOf', () => {
  const sha = '649def34f8be52c8b66281af98ae884c09aef38b';

  it.each([
    ['https://aclanthology.org/P19-1001v2.pdf', 'ACL P19-1001'],
    ['HTTPS://ACLANTHOLOGY.ORG/p19-1001.bib', 'ACL P19-1001'],
    ['https://www.aclweb.org/anthology/papers/P/P19/P19-1001/', 'ACL P19-1001'],
    ['https://aclanthology.org/2023.ACL-long.1/#abstract', 'ACL 2023.acl-long.1'],
    [`https://www.semanticscholar.org/reader/${sha}`, `SEMANTIC_SCHOLAR ${sha}`],
    [`https://api.semanticscholar.org/graph/v1/paper/${sha.toUpperCase()}`, `SEMANTIC_SCHOLAR ${sha}`],
    ['https://openalex.org/works/w2741809807', 'OPENALEX W2741809807'],
    ['https://paperswithcode.com/paper/Widgets-in-the-Wild', 'PAPERS_WITH_CODE widgets-in-the-wild'],
    ['https://dblp.org/rec/conf/nips/Example26.html?view=bibtex', 'DBLP conf/nips/Example26'],
    ['https://openreview.net/forum?noteId=abc&id=rJl-b3RcF7#all', 'OPENREVIEW rJl-b3RcF7'],
    ['https://aclanthology.org/venues/acl/', null],
    ['https://www.semanticscholar.org/author/1', null],
  ])('finds in %s what its catalogue calls it', (address, expected) => {
    const found = identifierOf(address);
    expect(found && `${found.scheme} ${found.value}`).toBe(expected);
  });
});
