import { z } from 'zod';
import { type EventDefinition } from '../../event';
import { area, choice, day, text } from '../../fields';
import { measuresAt } from '../../measures';
import { packageLines } from '../lines';
import { MEASURES } from '../measures';

const proposers = ['placement_officer', 'ehc_officer', 'review_officer', 'send_manager'] as const;
const deciders = ['panel_chair', 'send_manager'] as const;

export const EXAMPLE_LINES = [
  {
    provider: 'Fen Tutors',
    kind: 'tuition',
    hours: 10,
    cost: 42_000,
    startsOn: '2027-02-22',
    endsOn: '2027-07-22',
    isChecked: true,
  },
  {
    provider: 'Harbour Therapies',
    kind: 'therapy',
    hours: 1.5,
    cost: 13_500,
    startsOn: '2027-03-01',
    endsOn: '2027-05-28',
    isChecked: true,
  },
];

/** Proposing a package and deciding on it. */
export const proposalEvents = {
  EOTAS_CONSIDERED: {
    title: 'Consider education otherwise than at school',
    happened: 'Education otherwise than at school is being considered',
    payload: z.strictObject({
      route: choice('Where does it come from?', {
        panel: 'Placement panel',
        assessment: 'EHC needs assessment',
        review: 'Review of the plan',
        family: 'The family asks for it',
        order: 'A tribunal ordered it',
      }),
      planCase: text('Reference of the assessment or review of the plan'),
      why: area('Why is a school not right for this child now?'),
    }),
    example: {
      route: 'panel',
      planCase: 'AR-0007',
      why: 'Has not been able to be in any school building for a year',
    },
    roles: proposers,
  },
  PACKAGE_PROPOSED: {
    title: 'Propose a package',
    happened: 'Package proposed',
    hint: 'Whoever proposes it does not decide on it.',
    payload: z.strictObject({
      inappropriate: area(
        'Why would it be inappropriate for this provision to be made in any school or college?',
        'The test of section 61 of the Children and Families Act 2014',
      ),
      familyConsultedOn: day(
        'When was the family consulted?',
        'The law asks for it before anything is arranged',
      ).optional(),
      familyView: area('What does the family say?', 'If they gave no view, say how you asked'),
      childView: area('What does the child say?', 'If they gave no view, say how they were asked'),
      lines: packageLines,
      wayBack: area('What would let the child go back to a school?'),
      measures: measuresAt('the start', MEASURES),
    }),
    example: {
      inappropriate: 'Every setting that was tried or asked cannot make the provision in section F',
      familyConsultedOn: '2027-02-10',
      familyView: 'They agree, and would like art as well',
      childView: 'I can learn at home and at the library',
      lines: EXAMPLE_LINES,
      wayBack: 'Two hours a week in a small group from the summer',
      measures: { attendance: 4, pupilConcerns: 48, familyConfidence: 2 },
    },
    roles: proposers,
    prominence: 'hoped',
  },
  SENT_BACK: {
    title: 'Send it back for more work',
    happened: 'Sent back for more work',
    payload: z.strictObject({ reason: area('What is missing?') }),
    example: { reason: 'The therapy in section F has no line' },
    roles: deciders,
    prominence: 'other',
  },
  PACKAGE_AGREED: {
    title: 'Agree the package',
    happened: 'Package agreed',
    payload: z.strictObject({
      reasons: area('Reasons', 'Say how the lines make the provision in section F'),
      panelAdvised: text('What did the panel advise?').optional(),
    }),
    example: { reasons: 'The lines make all of section F, and no school can' },
    roles: deciders,
    prominence: 'hoped',
  },
  PACKAGE_NOT_AGREED: {
    title: 'Decide not to agree the package',
    happened: 'Package not agreed',
    payload: z.strictObject({
      reasons: area('Reasons', 'The family has a right to these'),
      instead: area('Where will the provision be made instead?'),
    }),
    example: {
      reasons: 'The resource base can make the provision in section F',
      instead: 'A place at the resource base, with a slow start from March',
    },
    roles: deciders,
    prominence: 'other',
  },
  WITHDRAWN: {
    title: 'Withdraw the proposal',
    happened: 'Proposal withdrawn',
    payload: z.strictObject({
      by: choice('By whom?', { family: 'The family', council: 'The council' }),
      reason: area('Why?'),
    }),
    example: { by: 'family', reason: 'They would like to try the new school first' },
    roles: proposers,
    prominence: 'other',
  },
} as const satisfies Record<string, EventDefinition>;
