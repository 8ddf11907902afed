import { REVIEW_OUTCOMES, SEN_TYPES } from '../codes';
import { type ActivePlan, type Need, type Placement } from '../records';
import { after, type Rule, rulesAt } from './rule';
import { settingRules } from './setting-rules';

const rule = rulesAt('plan');
const MEETING_OF = 'Enter the meeting and the decision of the last review';

/** Module 5a: the plan on survey day. */
export const activeRules: readonly Rule<ActivePlan>[] = [
  rule(
    'error',
    {
      number: '601',
      field: 'ReviewOutcome',
      words: 'What a review decided stands without its meeting or its day',
      enter: MEETING_OF,
    },
    ({ reviewoutcome, reviewmeeting, lastreview }) =>
      reviewoutcome !== null && (reviewmeeting === null || lastreview === null),
  ),
  rule(
    'error',
    {
      number: '602',
      field: 'LastReview',
      words: 'The review was decided before its meeting',
      enter: MEETING_OF,
    },
    ({ reviewmeeting, lastreview }) => after(reviewmeeting, lastreview),
  ),
  rule(
    'error',
    {
      number: '603',
      field: 'ReviewDraft',
      words: 'Draft changes stand beside a decision that was not to change the plan',
      enter: MEETING_OF,
    },
    ({ reviewdraft, reviewoutcome }) =>
      reviewdraft !== null && reviewoutcome !== REVIEW_OUTCOMES['amend'],
  ),
  rule(
    'error',
    {
      number: '604',
      field: 'ReviewMeeting',
      words: 'The review is dated before the plan or after survey day',
      enter: MEETING_OF,
    },
    ({ reviewmeeting, lastreview }, { collection, request }) => {
      const start = request?.assessment?.namedplan?.startdate ?? null;
      const first = reviewmeeting ?? lastreview;
      return (
        (after(start, first) && !request?.activeplan?.transferla) ||
        after(lastreview, collection.census)
      );
    },
  ),
  rule(
    'warning',
    {
      number: '605',
      field: 'LastReview',
      words: 'The day of a decision stands without what was decided or without the meeting',
      enter: MEETING_OF,
    },
    ({ lastreview, reviewoutcome, reviewmeeting }) =>
      lastreview !== null && (reviewoutcome === null || reviewmeeting === null),
  ),
  rule(
    'error',
    {
      number: '606',
      field: 'TransferLA',
      words: 'The code of the council that the plan came from is not three digits',
      enter: 'Enter the code of the council, like 937',
    },
    ({ transferla }) => transferla !== null && !/^\d{3}$/.test(transferla),
  ),
  rule(
    'error',
    {
      number: '607',
      field: 'PhaseTransferFinalDate',
      words: 'A plan named the next place, and the move has no date set by law',
      enter: 'Check the move in the case of the review',
    },
    ({ phasetransferfinaldate, phasetransferduedate }) =>
      phasetransferfinaldate !== null && phasetransferduedate === null,
  ),
  rule(
    'error',
    {
      number: '608',
      field: 'PlacementRank',
      words: 'The main place of education is missing, or there are two',
      enter: 'Enter where the child attends, once as the main place',
    },
    ({ placements }) => placements.filter(({ placementrank: rank }) => rank === 1).length !== 1,
  ),
  rule(
    'error',
    {
      number: '609',
      field: 'SENtype',
      words: 'The main need is missing, or there are two',
      enter: 'Enter the main need from the plan',
    },
    ({ needs }) =>
      needs.filter(({ sentyperank }) => sentyperank === 1).length !== 1 || needs.length > 2,
  ),
  rule(
    'error',
    {
      number: '610',
      field: 'SENtype',
      words: 'The second need is the same as the main one',
      enter: 'Take the second need out, or enter another',
    },
    ({ needs }) => new Set(needs.map(({ sentype }) => sentype)).size < needs.length,
  ),
];

/** Module 5b: where the child is on survey day. */
export const placementRules: readonly Rule<Placement>[] = [
  ...settingRules('7'),
  rule(
    'error',
    {
      number: '707',
      field: 'EntryDate',
      words: 'The place began before birth or ended before it began',
      enter: 'Correct the first or the last day at the place',
    },
    ({ entrydate, leavingdate }, { person }) =>
      after(person.personbirthdate, entrydate) || after(entrydate, leavingdate),
  ),
  rule(
    'warning',
    {
      number: '708',
      field: 'EntryDate',
      words: 'The first day at the place is missing',
      enter: 'Enter the first day at the place',
    },
    ({ entrydate }) => entrydate === null,
  ),
];

/** Module 5c: needs. */
export const needRules: readonly Rule<Need>[] = [
  rule(
    'error',
    {
      number: '801',
      field: 'SENtype',
      words: 'The need is no code of the return',
      enter: 'Choose the need from the plan; “no specialist assessment” is not for plans',
    },
    ({ sentype }) => !SEN_TYPES.includes(sentype),
  ),
];
