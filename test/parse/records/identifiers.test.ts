import { doisIn } from '../../../src/parse/records/identifiers';

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
