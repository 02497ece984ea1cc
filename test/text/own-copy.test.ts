import fc from 'fast-check';
import { ownCopy } from '../../src/text/own-copy';

it('a copy says the same, whatever it is a piece of', () => {
  const unit = fc.constantFrom('a', '"', '\\', '\n', '\0', 'é', '漢', '😀', '\ud83d', '\udc00', '\u2028');
  fc.assert(
    fc.property(fc.string({ unit }), fc.nat(), (text, from) => {
      expect(ownCopy(text.slice(from))).toBe(text.slice(from));
    }),
  );
});
