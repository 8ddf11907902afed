import { type Assessment } from '../records';
import { after, type Rule, rulesAt } from './rule';

const rule = rulesAt('case');
const isIssued = ({ assessmentoutcome: outcome, namedplan }: Assessment) =>
  outcome === 'Y' && namedplan !== null;

/** Module 3: the assessment and its first decision. */
export const assessmentRules: readonly Rule<Assessment>[] = [
  rule(
    'error',
    {
      number: '301',
      field: 'AssessmentOutcomeDate',
      words: 'The date of the outcome is missing, or stands where there is none yet',
      enter: 'Check the day of the decision or of the final plan',
    },
    (assessment) =>
      (assessment.assessmentoutcomedate !== null) !==
      (assessment.assessmentoutcome === 'N' || isIssued(assessment)),
  ),
  rule(
    'error',
    {
      number: '302',
      field: 'AssessmentOutcomeDate',
      words: 'The outcome is dated before the request or before the decision to assess',
      enter: 'Correct the day that is wrong',
    },
    ({ assessmentoutcomedate: day }, { request }) =>
      after(request?.receiveddate ?? null, day) || after(request?.requestoutcomedate ?? null, day),
  ),
  rule(
    'error',
    {
      number: '303',
      field: 'AssessmentOutcomeDate',
      words: 'The outcome lies outside the time of this return',
      enter: 'Correct the day of the outcome',
    },
    ({ assessmentoutcomedate: day }, { collection: { from, census } }) =>
      day !== null && (day < from || day > census),
  ),
  rule(
    'error',
    {
      number: '304',
      field: 'Week20',
      words: 'A plan was issued, and nothing says whether an exception applied; or the reverse',
      enter: 'Check the final plan and the lawful reasons for delay',
    },
    (assessment) => (assessment.week20 !== null) !== isIssued(assessment),
  ),
  rule(
    'error',
    {
      number: '305',
      field: 'AssessmentOutcome',
      words: 'A plan is missing, or stands where none was made',
      enter: 'Check the final plan, and the register of plans',
    },
    ({ assessmentoutcome: outcome, assessmentoutcomedate: day, namedplan }) => {
      const isDue = (outcome === 'Y' && day !== null) || outcome === 'H';
      const mayBe = isDue || outcome === 'N';
      return namedplan === null ? isDue : !mayBe;
    },
  ),
  rule(
    'warning',
    {
      number: '306',
      field: 'AssessmentMediation',
      words: 'A refusal was followed by a plan, with neither mediation nor an appeal',
      enter: 'Record the mediation or the appeal, if there was one',
    },
    ({ assessmentoutcome, namedplan, assessmentmediation, assessmenttribunal }) =>
      assessmentoutcome === 'N' &&
      namedplan !== null &&
      !assessmentmediation &&
      !assessmenttribunal,
  ),
];
