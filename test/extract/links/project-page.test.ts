import { isCalledProjectPage } from '../../../src/extract/links/project-page';

const called = (sentence: string): boolean => {
  const [before = '', behind = ''] = sentence.split('@');
  return isCalledProjectPage(before, behind);
};

describe('the words around an address call it the project page', () => {
  it.each([
    ['Project page: @'],
    ['Project Page is at @.'],
    ['Our project page is available at: @'],
    ['Videos are on the project website: @'],
    ['See the anonymous project webpage (@).'],
    ['The project page and code can be accessed via @'],
    ['Project: @'],
    ['Website: @'],
    ['Please visit our website at @'],
    ['Results are on our website @.'],
    ['Homepage: \\url{@}'],
    ['More at @ (project page)'],
    ['\\href{@}{project page}'],
    ['[Project page](@)'],
  ])('%s', (sentence) => {
    expect(called(sentence)).toBe(true);
  });

  it.each([
    ['The open-source toolbox is available at @.'],
    ['Code and data: @'],
    ['We crawl web pages from @'],
    ['This project uses a website crawl. Data are at @'],
    ['A demo can be tried at @'],
    ['Data from news websites, see @'],
  ])('or do not: %s', (sentence) => {
    expect(called(sentence)).toBe(false);
  });
});
