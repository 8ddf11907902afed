import { figuresOf } from './figure';

const PLANS = 'Plans in force on survey day';
const EXPECTED = 'Plans in force on survey day and 12 months before it';
const LATEST = `${EXPECTED}, whose latest review meeting up to survey day`;
const DECIDED = `${EXPECTED}, whose latest review that was met for up to survey day was decided`;
const OUTCOME = `${EXPECTED}, whose latest review that was met for up to survey day has the outcome`;
const WEEKS = '28 days or fewer after the meeting';

export const REVIEW_FIGURES = figuresOf('annual_reviews', {
  total_ehc_plans: ['Plans', `${PLANS}.`],
  review_expected: [
    'Review expected',
    `${EXPECTED}, counted from the day the plan was first made, or taken over from another council.`,
  ],
  review_not_expected: [
    'Review not expected',
    `${PLANS}, made or taken over less than 12 months before.`,
  ],
  review_meeting_25: [
    'Met in the January of the survey',
    `${LATEST} lies in January of the survey.`,
  ],
  review_meeting_24: ['Met in the year', `${LATEST} lies in the year.`],
  review_meeting_prior_24: ['Met before the year', `${LATEST} lies before the year.`],
  total_review_meeting: ['Met at all', `${EXPECTED}, with a review meeting on record.`],
  no_review_meeting: ['Never met', `${EXPECTED}, with no review meeting on record.`],
  review_decision25: [
    'Decided in the January of the survey',
    `${DECIDED} from 1 January to survey day.`,
  ],
  review_decision24: ['Decided in the year', `${DECIDED} in the year.`],
  review_decision_prior24: ['Decided before the year', `${DECIDED} before the year.`],
  review_decision_not_due: [
    'Decision not yet due',
    `${LATEST} lies 28 days or fewer before survey day, decided or not.`,
  ],
  review_decision_outstanding: [
    'Decision outstanding',
    'Met at all, less all that are decided, less those not yet due. A review that was decided early is taken off twice, so this can be below nought, here and in the release.',
  ],
  outcome_amend: ['Outcome: change the plan', `${OUTCOME} amend.`],
  outcome_cease: ['Outcome: end the plan', `${OUTCOME} cease.`],
  outcome_maintan: ['Outcome: keep the plan', `${OUTCOME} maintain.`],
  no_outcome: ['No outcome', `${EXPECTED}, met for, with no outcome on record by survey day.`],
  number_decsion_4weeks: ['Decided within 4 weeks', `${DECIDED} ${WEEKS}.`],
  number_decision_gt_4weeks: [
    'Decided later than 4 weeks',
    `${DECIDED} more than 28 days after the meeting.`,
  ],
  pc_decsion_4weeks: [
    'Decided within 4 weeks, per cent',
    '100 times “Decided within 4 weeks” divided by all decided, to one decimal place.',
  ],
  pc_decision_gt_4weeks: [
    'Decided later than 4 weeks, per cent',
    '100 times “Decided later than 4 weeks” divided by all decided, to one decimal place.',
  ],
});
