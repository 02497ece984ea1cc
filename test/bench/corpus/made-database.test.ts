import { fingerprint } from './made-database';

it('is told from one that was made for other tables', () => {
  // The benchmark begins with it.
  expect(fingerprint()).toMatch(/^[0-9a-f]{12}$/);
});
