import { CEASE_REASONS, RESIDENTIAL, WORK_BASED } from '../codes';
import { inYear } from '../collection';
import { type NamedPlan } from '../records';
import { after, type Rule, rulesAt } from './rule';

const rule = rulesAt('plan');
const unknown = (codes: object, code: string | null) =>
  code !== null && !Object.hasOwn(codes, code);

/** Module 4a: the plan that was made. */
export const planRules: readonly Rule<NamedPlan>[] = [
  rule(
    'error',
    {
      number: '401',
      field: 'StartDate',
      words: 'The plan is dated before the child was born or before the request',
      enter: 'Correct the day on which the plan was first made',
    },
    ({ startdate }, { person, request }) =>
      after(person.personbirthdate, startdate) || after(request?.receiveddate ?? null, startdate),
  ),
  rule(
    'error',
    {
      number: '402',
      field: 'StartDate',
      words: 'The plan is dated after survey day',
      enter: 'Correct the day on which the plan was first made',
    },
    ({ startdate }, { collection }) => startdate > collection.census,
  ),
  rule(
    'error',
    {
      number: '403',
      field: 'StartDate',
      words: 'The plan does not start on the day on which the assessment ended with it',
      enter: 'Correct the day on which the plan was first made',
    },
    ({ startdate }, { assessment }) =>
      assessment?.assessmentoutcome === 'Y' && assessment.assessmentoutcomedate !== startdate,
  ),
  rule(
    'error',
    {
      number: '404',
      field: 'CeaseReason',
      words: 'A plan ended, and the day or the reason is missing',
      enter: 'Enter both the day and the reason',
    },
    ({ ceasedate, ceasereason }) => (ceasedate === null) !== (ceasereason === null),
  ),
  rule(
    'error',
    {
      number: '405',
      field: 'CeaseDate',
      words: 'The plan ended outside the year, or before it began',
      enter: 'Correct the day on which the plan ended',
    },
    ({ ceasedate, startdate }, { collection }) =>
      ceasedate !== null && (!inYear(ceasedate, collection) || ceasedate < startdate),
  ),
  rule(
    'error',
    {
      number: '406',
      field: 'CeaseReason',
      words: 'The reason for which the plan ended is no code of the list',
      enter: 'Choose a reason from the list',
    },
    ({ ceasereason }) => unknown(CEASE_REASONS, ceasereason),
  ),
  rule(
    'warning',
    {
      number: '407',
      field: 'CeaseReason',
      words: 'The plan ended for another reason, and the department asks which',
      enter: 'Choose a reason of the list, if one fits',
    },
    ({ ceasereason }) => ceasereason === '9',
  ),
  rule(
    'error',
    {
      number: '408',
      field: 'PlanRes',
      words: 'Board and lodging, or learning at work, is no code of the list',
      enter: 'Choose from the list, or leave it empty',
    },
    ({ planres, planwbp }) => unknown(RESIDENTIAL, planres) || unknown(WORK_BASED, planwbp),
  ),
  rule(
    'error',
    {
      number: '409',
      field: 'PB',
      words: 'Organised arrangements or direct payments stand without a personal budget',
      enter: 'Say that there is a personal budget, or take the others out',
    },
    ({ pb, oa, dp }) => !pb && (oa || dp !== null),
  ),
  rule(
    'error',
    {
      number: '410',
      field: 'CeaseDate',
      words: 'The plan ended in the year and is in force on survey day too',
      enter: 'Correct the day on which the plan ended',
    },
    ({ ceasedate }, { request }) => ceasedate !== null && Boolean(request?.activeplan),
  ),
];
