import { pathwayNamed } from '..';
import { guardsOf } from '../../testing/asked';

const { allows, words, missing } = guardsOf(pathwayNamed('eotas_package'));

it('keeps each line in order of its days, and names those that are not', () => {
  const line = (provider: string, endsOn: string) => ({ provider, startsOn: '2027-01-04', endsOn });
  const dated = (...lines: object[]) => ({ form: { lines } });
  expect(allows('linesDated', dated(line('Fen Tutors', '2027-01-04')))).toBe(true);
  const turned = dated(line('Fen Tutors', '2027-01-03'), line('Art Barn', '2027-01-02'));
  expect(allows('linesDated', turned)).toBe(false);
  expect(words('linesDated', turned)).toBe(
    'These lines end before they start: Fen Tutors, Art Barn',
  );
  expect(allows('linesDated')).toBe(true);
});

it('has every provider checked, and names those that are not', () => {
  const unchecked = { remembers: { unchecked: ['Fen Tutors', 'Art Barn'] } };
  expect(allows('providersChecked', { remembers: { unchecked: [] } })).toBe(true);
  expect(allows('providersChecked')).toBe(true);
  expect(allows('providersChecked', unchecked)).toBe(false);
  expect(words('providersChecked', unchecked)).toContain('yet: Fen Tutors, Art Barn');
  expect(missing('providersChecked', unchecked)).toHaveLength(2);
});

it('is never refused for its cost alone', () => {
  const reasons = (text: string) => allows('notCostAlone', { form: { reasons: text } });
  expect(reasons('It is too expensive.')).toBe(false);
  expect(reasons('It is expensive, and a school can meet her needs.')).toBe(true);
});

it.each([
  ['next', 'return', 'reviewPlansReturn', ['reviewGoesOn', 'reviewPlansReturn']],
  ['next', 'continue', 'reviewGoesOn', ['reviewGoesOn', 'reviewPlansReturn']],
  ['outcome', 'keeps', 'planKeepsIt', ['planKeepsIt', 'planNamesSchool', 'planCeased']],
  ['outcome', 'names_school', 'planNamesSchool', ['planKeepsIt', 'planNamesSchool', 'planCeased']],
  ['outcome', 'ceased', 'planCeased', ['planKeepsIt', 'planNamesSchool', 'planCeased']],
])('takes one way when the %s is %s: %s', (field, answer, taken, ways) => {
  expect(ways.filter((name) => allows(name, { form: { [field]: answer } }))).toEqual([taken]);
});

it('is decided by somebody who did not propose it', () => {
  const proposed = (actorProposed?: boolean) =>
    allows('notTheProposer', { facts: { actorProposed } });
  expect([proposed(true), proposed(false), proposed()]).toEqual([false, true, true]);
});
