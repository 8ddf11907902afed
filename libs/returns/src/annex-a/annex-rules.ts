import { type CalendarDay, ageOn } from '@app/statutory-calendar';
import { needOf } from './annex-columns';
import { type AnnexChild } from './annex-row';

/** A question that an inspection asks about a row of the lists. */
export interface AnnexRule {
  readonly number: string;
  readonly field: string;
  readonly mendAt: 'child' | 'plan';
  readonly words: string;
  readonly enter: string;
  readonly broken: (child: AnnexChild, day: CalendarDay) => boolean;
}

const missing = (
  number: string,
  field: string,
  enter: string,
  of: (child: AnnexChild) => unknown,
): AnnexRule => ({
  number,
  field,
  mendAt: 'child',
  words: `${field} is not known`,
  enter,
  broken: (child) => of(child) === null,
});

/** Every rule of the lists; all are questions, none keeps the file from being written. */
export const ANNEX_RULES: readonly AnnexRule[] = [
  missing('A1', 'Gender', 'Enter male or female', ({ sex }) => (sex === 'U' ? null : sex)),
  missing('A2', 'Ethnicity', 'Choose the ethnicity that the family gave', (it) => it.ethnicity),
  missing('A3', 'Disability', 'Say whether the child is disabled', ({ disabled }) => disabled),
  missing('A4', 'Pupil premium', 'Say whether the school gets it', (it) => it.pupilPremium),
  missing('A5', 'SEN primary need', 'Choose the main need', needOf),
  {
    number: 'A6',
    field: 'UPN',
    mendAt: 'child',
    words: 'A child of 6 or older has neither a UPN nor a ULN',
    enter: 'Enter the UPN from the school',
    broken: ({ dob, upn, uln }, day) => ageOn(dob, day) >= 6 && !upn && !uln,
  },
  {
    number: 'A7',
    field: 'Main education establishment',
    mendAt: 'child',
    words: 'A child of 5 to 15 is at no school on record',
    enter: 'Enter the school, or where a child without a school is educated',
    broken: ({ dob, urn, isHomeEducated }, day) =>
      ageOn(dob, day) >= 5 && ageOn(dob, day) < 16 && urn === null && !isHomeEducated,
  },
  {
    number: 'A8',
    field: 'Date EHC plan last reviewed',
    mendAt: 'plan',
    words: 'A plan was reviewed or changed before it was made',
    enter: 'Correct the day that is wrong',
    broken: ({ firstIssuedOn: first, updatedOn, reviewedOn }) =>
      [updatedOn, reviewedOn].some((on) => on !== null && first !== null && on < first),
  },
  {
    number: 'A9',
    field: "Which children's social care team?",
    mendAt: 'child',
    words: 'Social care works with the child, and no team is on record',
    enter: 'Enter the team',
    broken: ({ careStatus, careTeam }) =>
      ['cin', 'cp', 'cla'].includes(careStatus) && careTeam === null,
  },
];
