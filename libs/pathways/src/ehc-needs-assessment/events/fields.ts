import { area, choice, text } from '../../fields';

/** Those whom regulation 6 asks for advice, and the family. */
export const ADVISERS = {
  parent: 'Family’s views',
  school: 'School or nursery',
  ep: 'Educational psychology',
  health: 'Community paediatrics',
  slt: 'Speech and language therapy',
  ot: 'Occupational therapy',
  social_care: 'Social care',
  pfa: 'Preparing for adulthood (Year 9 and above)',
  other: 'Someone else the family asked for',
} as const;

export type Adviser = keyof typeof ADVISERS;

/** Who asked, as the SEN2 return tells them apart. */
export const SOURCES = {
  parent: 'Parent or carer',
  young_person: 'Young person',
  school: 'School or college',
  health: 'Health service',
  social_care: 'Social care',
  other: 'Someone else',
} as const;

export const CHANNELS = {
  email: 'E-mail',
  post: 'Post',
  portal: 'Online form',
  hand: 'By hand',
  phone: 'Telephone',
} as const;

export const officers = ['ehc_officer', 'send_manager'] as const;
export const decider = ['send_manager'] as const;

export const decision = {
  reasons: area('Reasons', 'The family has a right to these. Write to them, not about them.'),
  panelAdvised: text('What did the panel advise?').optional(),
  withoutPanelReason: area(
    'If no panel has looked at it, why not?',
    'A panel advises; it never holds up a date set by law.',
  ).optional(),
};

/** The decision that a mediation or an appeal is about; the SEN2 return keeps them apart. */
export const against = choice('Which decision is it about?', {
  request: 'Not to assess',
  assessment: 'Not to issue a plan',
  plan: 'What the plan says',
}).optional();
