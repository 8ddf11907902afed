import { inYear } from '../collection';
import { type Request } from '../records';
import { after, type Rule, rulesAt } from './rule';

const rule = rulesAt('case');
const decided = ({ requestoutcome }: Request) => requestoutcome === 'Y' || requestoutcome === 'N';

/** Module 2: the request and its first decision. */
export const requestRules: readonly Rule<Request>[] = [
  rule(
    'error',
    {
      number: '201',
      field: 'RequestOutcomeDate',
      words: 'A decision has no date, or a date stands where nothing is decided',
      enter: 'Correct the step that recorded the decision',
    },
    (request) => decided(request) !== (request.requestoutcomedate !== null),
  ),
  rule(
    'error',
    {
      number: '202',
      field: 'ReceivedDate',
      words: 'The day on which the request came is missing',
      enter: 'Correct the day of the request',
    },
    ({ requestoutcome, receiveddate }) => requestoutcome !== 'H' && receiveddate === null,
  ),
  rule(
    'error',
    {
      number: '203',
      field: 'ReceivedDate',
      words: 'The request came before the child was born',
      enter: 'Correct the day of the request, or the date of birth',
    },
    ({ receiveddate }, { person }) => after(person.personbirthdate, receiveddate),
  ),
  rule(
    'error',
    {
      number: '204',
      field: 'ReceivedDate',
      words: 'The request came after the year of this return',
      enter: 'Correct the day of the request',
    },
    ({ receiveddate }, { collection }) => after(receiveddate, collection.to),
  ),
  rule(
    'error',
    {
      number: '205',
      field: 'RequestOutcomeDate',
      words: 'The decision is dated before the request',
      enter: 'Correct the day of the decision or of the request',
    },
    ({ receiveddate, requestoutcomedate }) => after(receiveddate, requestoutcomedate),
  ),
  rule(
    'error',
    {
      number: '206',
      field: 'RequestOutcomeDate',
      words: 'The decision lies outside the year of this return',
      enter: 'Correct the day of the decision',
    },
    ({ requestoutcomedate }, { collection }) =>
      requestoutcomedate !== null && !inYear(requestoutcomedate, collection),
  ),
  rule(
    'error',
    {
      number: '207',
      field: 'RequestSource',
      words: 'Who asked for the assessment is missing',
      enter: 'Correct who made the request',
    },
    ({ requestoutcome, requestsource }) =>
      requestsource === null ? requestoutcome !== 'H' : !/^[1-5]$/.test(requestsource),
  ),
  rule(
    'warning',
    {
      number: '208',
      field: 'RequestSource',
      words: 'The request came from somebody else, and the department asks who',
      enter: 'If it was a parent, school, health or social care, correct who made the request',
    },
    ({ requestsource }) => requestsource === '5',
  ),
  rule(
    'error',
    {
      number: '209',
      field: 'RequestOutcome',
      words: 'An assessment was agreed, and there is none; or there is one that nobody agreed to',
      enter: 'Check the steps of the case',
    },
    ({ requestoutcome, assessment }) =>
      (requestoutcome === 'Y' && assessment === null) ||
      (requestoutcome === 'W' && assessment !== null) ||
      (requestoutcome === 'A' && assessment !== null),
  ),
  rule(
    'warning',
    {
      number: '210',
      field: 'RequestMediation',
      words: 'A refusal was followed by an assessment, with neither mediation nor an appeal',
      enter: 'Record the mediation or the appeal, if there was one',
    },
    ({ requestoutcome, assessment, requestmediation, requesttribunal }) =>
      requestoutcome === 'N' && assessment !== null && !requestmediation && !requesttribunal,
  ),
  rule(
    'error',
    {
      number: '211',
      field: 'Exported',
      words: 'The code of the council that the family moved to is not three digits',
      enter: 'Correct the code of the new council',
    },
    ({ exported }) => exported !== null && !/^\d{3}$/.test(exported),
  ),
  rule(
    'error',
    {
      number: '212',
      field: 'RequestOutcome',
      words: 'A plan came from another council, and its request is not counted as history',
      enter: 'Check whether the plan was made here or came from elsewhere',
    },
    ({ activeplan, requestoutcome }) => Boolean(activeplan?.transferla) && requestoutcome !== 'H',
  ),
];
