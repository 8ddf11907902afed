import { SETTINGS } from '@app/casework';
import { ageOn } from '@app/statutory-calendar';
import { type Setting } from '../records';
import { type Rule, rulesAt } from './rule';

const rule = rulesAt('plan');

/** What holds for every place of education: in the plan (module 4b) and on survey day (5b). */
export const settingRules = (hundred: '5' | '7'): readonly Rule<Setting>[] => [
  rule(
    'error',
    {
      number: `${hundred}01`,
      field: 'URN',
      words: 'The place of education is missing, or said twice',
      enter: 'Enter one of these: the URN, the UKPRN, or where a child without a place is',
    },
    ({ urn, ukprn, sensetting }) => [urn, ukprn, sensetting].filter(Boolean).length !== 1,
  ),
  rule(
    'error',
    {
      number: `${hundred}02`,
      field: 'URN',
      words: 'The URN is not 6 digits, or the UKPRN not 8 digits that begin with 1',
      enter: 'Look the number up in the national register',
    },
    ({ urn, ukprn }) =>
      (urn !== null && !/^\d{6}$/.test(urn)) || (ukprn !== null && !/^1\d{7}$/.test(ukprn)),
  ),
  rule(
    'error',
    {
      number: `${hundred}03`,
      field: 'SENsetting',
      words: 'Where the child is, is no code of the list',
      enter: 'Choose from the list',
    },
    ({ sensetting }) => sensetting !== null && !Object.hasOwn(SETTINGS, sensetting),
  ),
  rule(
    'warning',
    {
      number: `${hundred}04`,
      field: 'SENsetting',
      words: 'Something else is given as the place, and the department asks what',
      enter: 'Enter the place, if there is one by now',
    },
    ({ sensetting }) => sensetting === 'OTH' || sensetting === 'NIEO',
  ),
  rule(
    'error',
    {
      number: `${hundred}05`,
      field: 'SENunitIndicator',
      words: 'A unit and resourced provision are both ticked, or ticked without a school',
      enter: 'Tick one of them, and only for a school',
    },
    ({ urn, ukprn, senunitindicator: unit, resourcedprovisionindicator: resourced }) =>
      (unit && resourced) || ((unit || resourced) && !urn && !ukprn),
  ),
  rule(
    'error',
    {
      number: `${hundred}06`,
      field: 'SENsetting',
      words: 'NEET is for people of 16 to 25',
      enter: 'Choose another place from the list',
    },
    ({ sensetting }, { person, collection }) =>
      sensetting === 'NEET' && ageOn(person.personbirthdate, collection.census) < 16,
  ),
];
