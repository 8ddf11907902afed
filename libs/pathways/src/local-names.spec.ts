import { inLocalWords, localName } from './local-names';
import { pathwayNamed } from '.';

const opening = pathwayNamed('ebsna').opening;

it('says a name as the council says it', () => {
  expect(inLocalWords(opening, { EBSNA: 'EBSA' })).toBe('Start an EBSA referral');
});

it('says it as the product does where the council has no name of its own, and leaves no mark', () => {
  expect(inLocalWords(opening, {})).toBe('Start an EBSNA referral');
});

it('never changes what people typed', () => {
  const typed = 'The EBSNA team rang';
  expect(inLocalWords(`${typed}: ${localName('EBSNA')}`, { EBSNA: 'EBSA' })).toBe(`${typed}: EBSA`);
});
