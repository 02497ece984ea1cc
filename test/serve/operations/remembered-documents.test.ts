import { parse } from 'graphql';
import { RememberedDocuments } from '../../../src/serve/operations/remembered-documents';

it('keeps the operations that are asked for, and forgets others when there are too many', async () => {
  const documents = new RememberedDocuments();
  const often = parse('{ corpus { version } }');
  await documents.set('often', often);
  for (let index = 0; index < 1_000; index++) {
    await documents.set(`${index}`, parse(`{ corpus { version } } # ${'x'.repeat(1_000)}`));
    expect(await documents.get('often')).toBe(often);
  }
  expect(await documents.get('999')).toBeDefined();
  expect(await documents.get('0')).toBeUndefined();
});
