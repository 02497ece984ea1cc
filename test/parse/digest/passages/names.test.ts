import { namesOf } from '../../../../src/parse/digest/passages/names';

describe('namesOf', () => {
  it.each([
    ['Ann Example, Bo Sample, Cy Muster', ['Ann Example', 'Bo Sample', 'Cy Muster']],
    ['Di Placeholder and Ed van der Beispiel', ['Di Placeholder', 'Ed van der Beispiel']],
    ['Flo Proefstuk', ['Flo Proefstuk']],
    ['Authors: Ann Example; Bo Sample', ['Ann Example', 'Bo Sample']],
    ['by A. Example, Bo An & J.-P. Sample', ['A. Example', 'Bo An', 'J.-P. Sample']],
    ['Example, Ann; Sample, Bo', ['Ann Example', 'Bo Sample']],
    ['Example, A., Sample, B. C.', ['A. Example', 'B. C. Sample']],
    ['Ann Example¹*, Bo Sample² (MIT)', ['Ann Example', 'Bo Sample']],
    ['Ann Example, Bo\nSample · arXiv:2505.00001', ['Ann Example', 'Bo Sample']],
    ['张三, 李小四', ['张三', '李小四']],
  ])('reads %j', (line, names) => {
    expect(namesOf(line)).toMatchObject({ names, isWhole: true });
  });

  it.each(['Ann Example et al.', 'Ann Example, Bo Sample and 3 others', 'Ann Example, +3 authors'])(
    'knows that %j does not name all',
    (line) => expect(namesOf(line)?.isWhole).toBe(false),
  );

  it.each(['Can small models plan?', 'Attention', 'Language, Vision, Action', 'We ask Ann Example.', '3 authors'])(
    'finds none in %j',
    (line) => expect(namesOf(line)).toBeNull(),
  );
});
