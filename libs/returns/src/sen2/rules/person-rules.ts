import { ageOn, checkUln, checkUpn } from '@app/statutory-calendar';
import { ETHNICITIES, UPN_UNKNOWN } from '@app/people';
import { type Person } from '../records';
import { type Rule, rulesAt } from './rule';

const rule = rulesAt('child');
const POSTCODE = /^[A-Z]{1,2}[0-9][0-9A-Z]? [0-9][A-Z]{2}$/;
const has = (codes: object, code: string | null) => code !== null && Object.hasOwn(codes, code);

/** Module 1: who the person is. */
export const personRules: readonly Rule<Person>[] = [
  rule(
    'error',
    {
      number: '101',
      field: 'Surname',
      words: 'A name is missing',
      enter: 'Enter both legal names',
    },
    ({ surname, forename }) => !surname.trim() || !forename.trim(),
  ),
  rule(
    'error',
    {
      number: '102',
      field: 'PersonBirthDate',
      words: 'The date of birth is after survey day',
      enter: 'Enter the date of birth from the birth certificate',
    },
    ({ personbirthdate }, { collection }) => personbirthdate > collection.census,
  ),
  rule(
    'error',
    {
      number: '103',
      field: 'Sex',
      words: 'Sex is missing',
      enter: 'Enter male or female, as on the birth certificate',
    },
    ({ sex }) => sex !== 'M' && sex !== 'F',
  ),
  rule(
    'error',
    {
      number: '104',
      field: 'Ethnicity',
      words: 'Ethnicity is missing, or no code of the list',
      enter: 'Choose the ethnicity that the family gave; refused and not yet known are answers too',
    },
    ({ ethnicity }) => !has(ETHNICITIES, ethnicity),
  ),
  rule(
    'warning',
    {
      number: '105',
      field: 'PostCode',
      words: 'The postcode of the home is missing or incomplete',
      enter: 'Enter the whole postcode, like WE4 1AB',
    },
    ({ postcode }) => !POSTCODE.test(postcode ?? ''),
  ),
  rule(
    'error',
    {
      number: '106',
      field: 'UPN',
      words: 'There is no UPN, no ULN and no reason why not',
      enter: 'Enter the number, or say why there is none',
    },
    ({ upn, uniquelearnernumber, upnunknown }) => !upn && !uniquelearnernumber && !upnunknown,
  ),
  rule(
    'error',
    {
      number: '107',
      field: 'UPN',
      words: 'The UPN is no valid number',
      enter: 'Copy the UPN again from the school’s records',
    },
    ({ upn }) => upn !== null && !checkUpn(upn).valid,
  ),
  rule(
    'error',
    {
      number: '108',
      field: 'UniqueLearnerNumber',
      words: 'The ULN is no valid number',
      enter: 'Copy the ULN again from the college’s records',
    },
    ({ uniquelearnernumber: uln }) => uln !== null && !checkUln(uln).valid,
  ),
  rule(
    'error',
    {
      number: '109',
      field: 'UPNunknown',
      words: 'The reason for no UPN is no code of the list',
      enter: 'Choose a reason from the list',
    },
    ({ upnunknown }) => upnunknown !== null && !has(UPN_UNKNOWN, upnunknown),
  ),
  rule(
    'error',
    {
      number: '110',
      field: 'UPNunknown',
      words: 'Too young to have a UPN, the reason says, and the child is 6 or older',
      enter: 'Enter the UPN, or choose another reason',
    },
    ({ upnunknown, personbirthdate }, { collection }) =>
      upnunknown === 'UN1' && ageOn(personbirthdate, collection.census) >= 6,
  ),
  rule(
    'warning',
    {
      number: '111',
      field: 'PersonBirthDate',
      words: 'The person is over 25 on survey day',
      enter: 'Check the date of birth, and whether the plan has ended',
    },
    ({ personbirthdate, requests }, { collection }) =>
      ageOn(personbirthdate, collection.census) > 25 &&
      requests.some(({ activeplan }) => activeplan !== null),
  ),
];
