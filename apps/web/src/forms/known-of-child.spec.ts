import { ask, pathwayNamed } from '@app/pathways';
import { z } from 'zod';
import { knownOfChild } from './known-of-child';

const TODAY = '2027-01-12';
const { payload: y6 } = pathwayNamed('y6_transition').events['NOMINATION_SUBMITTED']!;
const any = z.strictObject({ ncYear: ask.whole('Year group', 0, 14).optional() });

it.each([
  ['from the record', y6, { ncYear: '5', dob: '2016-02-14' }, { ncYear: 5 }],
  ['from the date of birth', y6, { ncYear: null, dob: '2016-02-14' }, { ncYear: 6 }],
  ['not where the form does not take it', y6, { ncYear: '9', dob: '2016-02-14' }, {}],
  ['as 0 for Reception', any, { ncYear: 'R', dob: '2022-02-14' }, { ncYear: 0 }],
  ['not for a nursery class', any, { ncYear: 'N1', dob: '2024-02-14' }, {}],
  ['not where nobody asks', z.strictObject({}), { ncYear: '5', dob: '2016-02-14' }, {}],
])('fills in the year group %s', (_, payload, child, known) => {
  expect(knownOfChild(payload, child, TODAY)).toEqual(known);
});
