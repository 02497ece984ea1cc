import { readAvailability } from '../../../src/extract/links/availability';

/** `@` stands for the address that is asked about, `#` for another one. */
function availability(sentence: string): string {
  const at = sentence.indexOf('@');
  const rest = sentence.slice(at + 1);
  return readAvailability(sentence.slice(0, at), rest.split('#')[0] ?? '', rest);
}

describe('a sentence announces', () => {
  it.each([
    ['Code will soon be available at @.'],
    ['Our code will be available at @.'],
    ['Code will be at @'],
    ['Codes will be found at @'],
    ['Code will be uploaded to @'],
    ['The code will be open source at @'],
    ['Our code would be available at @'],
    ['Code shall be made available on @'],
    ['We will release the data and codes at @'],
    ['We will fully open-source our framework, data and models via @, which we believe is of use.'],
    ['We will progressively release all losses through our designated repository @'],
    ["We'll release code at @"],
    ['We plan to open-source everything at @.'],
    ['We intend to publicly release our code at @'],
    ['We are going to release the code at @'],
    ['Code to be released at @.'],
    ['The dataset and code are to be made available at @'],
    ['Code is being prepared at @.'],
    ['Code is coming at @.'],
    ['Code coming soon: @'],
    ['Code: @ (coming soon).'],
    ['Code is available soon at @'],
    ['Code is available at @ upon acceptance.'],
    ['Upon acceptance, code is at @'],
    ['All of it is available at @ after the paper is accepted.'],
    ['The repository @ will be made public upon acceptance.'],
    ['Models (@) and code (#) will be released.'],
    ['Our code will be published at # and @.'],
    ['The code is available at # and the data will be released at @.'],
  ])('%s', (sentence) => {
    expect(availability(sentence)).toBe('ANNOUNCED');
  });
});

describe('a sentence gives', () => {
  it.each([
    ['Code: @'],
    ['Code is available at @ and will be updated.'],
    ['A list is summarized and will be continuously updated at @.'],
    ['We release code at @, which will be maintained.'],
    ['Our code has been released at @'],
    ['We make our code available at @ to be used'],
    ['We open-source the code, which we expect to be useful, at @'],
    ['We hope this will help future research; code at @'],
    ['The code is available at @ and the data will be released at #.'],
    ['Code can be found at @, and the demo will be available soon.'],
    ['Code is released at @; the dataset will be available soon'],
    ['While data will be released upon acceptance, code is available at @.'],
    ['Code will be released upon acceptance and further material is provided on our page: @.'],
  ])('%s', (sentence) => {
    expect(availability(sentence)).toBe('AVAILABLE');
  });
});
