import { addMonths } from '@app/statutory-calendar';
import { type ClockRule } from '../clock-rule';
import { countOf } from '../clock-settings';
import { type EventDefinition, type PathwayEvent } from '../event';
import { area, choice, choices, day, group, text, yesNo } from '../fields';
import { type Guard } from '../pathway';
import { z } from 'zod';
import { all, mayDo, standsIn } from '../building-blocks';
import { WORKERS } from './people-who-act';
import { commonTasks } from './tasks';

const { due } = commonTasks;

const HOW = {
  form: 'Signed form',
  online: 'Online',
  phone: 'By telephone',
  meeting: 'At a meeting',
  email: 'By e-mail',
} as const;
const GIVER = {
  parent: 'Parent or carer',
  young_person: 'The young person',
  social_worker: 'Social worker, for the council that holds parental responsibility',
  representative: 'Representative of a young person who lacks capacity for this decision',
} as const;
const STANDING = {
  deputy: 'Deputy appointed by the Court of Protection',
  attorney: 'Attorney under a lasting power of attorney',
  parent: 'Parent, where there is no deputy or attorney',
} as const;
const SCOPE = {
  support: 'Taking part in support',
  school: 'Sharing with both schools',
  health: 'Sharing with health',
  panel: 'Being discussed at panel',
  family_copies: 'Copies of our letters to the family, where a young person decides',
} as const;

/** A young person lacks capacity for one decision at one time: who found so, where it is written, and who decides instead. */
const capacity = group(
  'If the young person lacks capacity for this decision',
  {
    assessedOn: day('When was capacity assessed?'),
    assessedBy: text('Who assessed it?'),
    evidence: text('Where is the record of the assessment?'),
    representative: text('Name of the representative'),
    standing: choice('By what right do they decide?', STANDING),
    ownWishes: area('What does the young person want, as far as they can show it?').optional(),
  },
  'Mental Capacity Act 2005. Leave empty for everybody else.',
);

/** Agreement and lawful basis are two things (handbook 2.2, correction 1). */
export const consentEvents = {
  CONSENT_REQUESTED: {
    title: 'Ask the family for their agreement',
    happened: 'Family asked for their agreement',
    payload: z.strictObject({
      how: choice('How did you ask?', HOW),
      askedWhom: text('Whom did you ask?').optional(),
    }),
    example: { how: 'form' },
    exampleFacts: { contactExists: true },
    roles: WORKERS,
  },
  CONSENT_GIVEN: {
    title: 'Record that the family agreed',
    happened: 'Family agreed',
    payload: z.strictObject({
      giver: choice('Who agreed?', GIVER),
      giverName: text('Name of the person who agreed').optional(),
      giverHasPR: yesNo(
        'Do they hold parental responsibility?',
        'Or is it the young person, over compulsory school age?',
      ),
      how: choice('How did they agree?', HOW),
      scope: choices('What did they agree to?', SCOPE),
      evidence: text('Where is the evidence?', 'For example: form on file, call note').optional(),
      capacity: capacity.optional(),
    }),
    example: { giver: 'parent', giverHasPR: true, how: 'form', scope: ['support', 'school'] },
    roles: WORKERS,
  },
  CONSENT_REFUSED: {
    title: 'Record that the family said no',
    happened: 'Family said no',
    payload: z.strictObject({
      giver: choice('Who said no?', GIVER).optional(),
      how: choice('How did they answer?', HOW),
      said: area('What did they say?').optional(),
    }),
    example: { how: 'phone' },
    roles: WORKERS,
    prominence: 'other',
  },
  CONSENT_LAPSED: {
    title: 'Record that no answer came',
    happened: 'No answer about agreement came in time',
    payload: z.strictObject({}),
    example: {},
    roles: ['system', ...WORKERS],
    prominence: 'rare',
  },
  CONSENT_WITHDRAWN: {
    title: 'Record that the family took back their agreement',
    happened: 'Family took back their agreement',
    payload: z.strictObject({
      giver: choice('Who took it back?', GIVER).optional(),
      giverHasPR: yesNo(
        'Do they hold parental responsibility?',
        'Or is it the young person, over compulsory school age?',
      ),
      said: area('What did they say?').optional(),
    }),
    example: { giverHasPR: true },
    roles: WORKERS,
    prominence: 'rare',
  },
  CONSENT_EXPIRED: {
    title: 'Record that the agreement has run out',
    happened: 'Agreement ran out',
    payload: z.strictObject({}),
    example: {},
    roles: ['system', ...WORKERS],
    prominence: 'rare',
  },
  BASIS_OVERRIDE: {
    title: 'Record another lawful basis for sharing',
    happened: 'Another lawful basis for sharing recorded',
    hint: 'This permits using and sharing named data for a named purpose. It never permits direct work with a child or family who said no.',
    payload: z.strictObject({
      basis: choice('Lawful basis', {
        public_task: 'Public task',
        legal_obligation: 'Legal obligation',
        safeguarding: 'Safeguarding',
      }),
      purpose: text('What is shared, with whom, and for what?'),
      reasonText: area('Why is agreement not the right basis?'),
      reviewOn: day('When will this be reviewed?'),
    }),
    example: {
      basis: 'public_task',
      purpose: 'Attendance data to the panel',
      reasonText: 'The council must act on severe absence',
      reviewOn: '2027-01-31',
    },
    roles: ['send_manager'],
    prominence: 'rare',
  },
} as const satisfies Record<string, EventDefinition>;

/** Undefined when the right person has answered; else the words of why this is not that person. */
function whoMustDecide({ type, payload, facts }: PathwayEvent): string | undefined {
  const giver = payload['giver'];
  if (facts.youngPerson === false && (giver === 'young_person' || giver === 'representative'))
    return 'Until the last Friday of June of Year 11 a person with parental responsibility decides. Record the young person’s own view beside it';
  if (!facts.youngPerson || giver === 'young_person' || payload['capacity']) return undefined;
  if (type !== 'CONSENT_GIVEN' && giver === 'representative') return undefined;
  return 'The young person is over compulsory school age and decides. Somebody else can answer only where the young person lacks capacity for this decision: record who assessed it, where that is written, and who decides instead';
}

export const consentGuards = {
  contactExists: {
    test: ({ event }) => event.facts.contactExists ?? false,
    text: 'There is nobody to ask: the record has no parent, carer or other contact',
    needs: ['contactExists'],
    missing: () => [
      {
        what: 'A parent, carer or other contact on the child’s record',
        who: 'The school or whoever referred the child',
      },
    ],
  },
  giverHasPR: {
    test: ({ event }) => event.payload['giverHasPR'] === true,
    text: 'Only someone with parental responsibility, or the young person, can agree or take agreement back',
    aboutAnswer: true,
    missing: () => [
      { what: 'The answer of a person with parental responsibility', who: 'The family' },
    ],
  },
  rightPersonDecides: {
    test: ({ event }) => whoMustDecide(event) === undefined,
    text: ({ event }) => whoMustDecide(event) ?? '',
    needs: ['youngPerson'],
    aboutAnswer: true,
    missing: ({ event }) => [
      {
        what: 'The answer of the person who decides',
        who: event.facts.youngPerson ? 'The young person' : 'A parent or carer',
      },
    ],
  },
  mayOverrideConsent: mayDo(
    'consent.override',
    'Only a SEND manager may record another basis',
    'A SEND manager',
  ),
} satisfies Record<string, Guard>;

/** A visit of one of these kinds is work with the child: sharing on another basis never permits it. */
export const agreementForVisits = (
  types: readonly string[],
  text = 'A visit with the child needs the family’s agreement, and there is none now',
): Guard => ({
  test: (input) =>
    !types.includes(String(input.event.payload['type'])) || standsIn('consent', 'given')(input),
  text,
  aboutAnswer: true,
  missing: () => [
    {
      what: 'The family’s agreement',
      who: 'A person with parental responsibility',
      byEvent: 'CONSENT_GIVEN',
    },
  ],
});

const rightful = all('giverHasPR', 'rightPersonDecides');
const given = { guard: rightful, target: 'given' } as const;
const override = { guard: 'mayOverrideConsent', target: 'basis_recorded' } as const;

/** The agreement region of every child-level case (handbook 2.3). */
export const consentRegion = {
  initial: 'not_sought',
  states: {
    not_sought: {
      on: {
        CONSENT_REQUESTED: { guard: 'contactExists', target: 'requested' },
        CONSENT_GIVEN: given,
        BASIS_OVERRIDE: override,
      },
    },
    requested: {
      entry: { type: 'send', params: { notice: 'N-01', to: ['family'] } },
      on: {
        CONSENT_REQUESTED: { guard: 'contactExists', target: 'requested', reenter: true },
        CONSENT_GIVEN: given,
        CONSENT_REFUSED: { guard: 'rightPersonDecides', target: 'refused' },
        CONSENT_LAPSED: 'lapsed',
        BASIS_OVERRIDE: override,
      },
    },
    given: {
      on: {
        CONSENT_GIVEN: { guard: rightful },
        CONSENT_WITHDRAWN: { guard: rightful, target: 'withdrawn' },
        CONSENT_EXPIRED: 'lapsed',
      },
    },
    refused: {
      entry: { type: 'send', params: { notice: 'N-03', to: ['owner', 'school'] } },
      on: { CONSENT_GIVEN: given, BASIS_OVERRIDE: override },
    },
    withdrawn: {
      entry: {
        type: 'task',
        params: {
          task: 'Stop direct work and decide the next step',
          why: 'The family took back their agreement. Future visits are cancelled.',
          for: 'owner',
          due: due.stopDirectWork,
        },
      },
      on: { CONSENT_GIVEN: given, BASIS_OVERRIDE: override },
    },
    lapsed: {
      entry: {
        type: 'task',
        params: {
          task: 'Ask the family again, or close the case',
          why: 'Agreement has lapsed.',
          for: 'owner',
          due: due.askAgain,
        },
      },
      on: {
        CONSENT_REQUESTED: { guard: 'contactExists', target: 'requested' },
        CONSENT_GIVEN: given,
        BASIS_OVERRIDE: override,
      },
    },
    basis_recorded: { on: { CONSENT_GIVEN: given } },
  },
} as const;

const AGREED_MONTHS = 12;
const ANY_DAY = { from: '2014-09-01' } as const;

export const consentClocks: readonly ClockRule[] = [
  {
    code: 'consent_reminder',
    basis: 'local',
    source: 'Local aim: 10 working days',
    label: 'Remind the family about agreement',
    ask: 'Ask the family again for their agreement',
    because: 'They were asked and have not answered.',
    doneBy: 'CONSENT_GIVEN',
    starts: [{ enters: ['consent.requested'] }],
    limit: { unit: 'WD', n: 10, roll: true },
    metBy: ['CONSENT_REQUESTED', 'CONSENT_GIVEN', 'CONSENT_REFUSED'],
    within: ['consent.requested'],
    effective: ANY_DAY,
  },
  {
    code: 'consent_timeout',
    basis: 'local',
    source: 'Local aim: 20 working days',
    label: 'Answer about agreement',
    ask: 'Settle whether the family agrees',
    because: 'Without an answer the request lapses.',
    doneBy: 'CONSENT_GIVEN',
    starts: [{ enters: ['consent.requested'] }],
    limit: { unit: 'WD', n: 20, roll: true },
    metBy: ['CONSENT_GIVEN', 'CONSENT_REFUSED'],
    within: ['consent.requested'],
    sends: 'CONSENT_LAPSED',
    effective: ANY_DAY,
  },
  {
    code: 'consent_renewal',
    basis: 'local',
    source: 'Local aim: agreement is renewed every 12 months',
    label: 'Renew the agreement',
    ask: 'Ask the family to renew their agreement',
    because: 'Agreement is asked for again after a time.',
    doneBy: 'CONSENT_GIVEN',
    starts: [{ on: ['CONSENT_GIVEN'] }],
    limit: { unit: 'months', n: AGREED_MONTHS },
    metBy: [],
    voidBy: ['CONSENT_WITHDRAWN'],
    within: ['consent.given'],
    effective: ANY_DAY,
  },
  {
    code: 'consent_expiry',
    basis: 'local',
    source: 'Local aim: 20 working days after the agreement was due for renewal',
    label: 'Agreement runs out',
    ask: 'Ask the family to renew their agreement',
    because: 'Agreement that is not renewed runs out.',
    doneBy: 'CONSENT_GIVEN',
    starts: [
      {
        on: ['CONSENT_GIVEN'],
        anchor: ({ event, context }) =>
          addMonths(event.occurredOn, countOf('consent_renewal', AGREED_MONTHS, context)),
      },
    ],
    limit: { unit: 'WD', n: 20, roll: true },
    metBy: [],
    voidBy: ['CONSENT_WITHDRAWN'],
    within: ['consent.given'],
    quietIn: ['consent.given'],
    sends: 'CONSENT_EXPIRED',
    effective: ANY_DAY,
  },
  {
    code: 'basis_review',
    basis: 'local',
    source: 'Local aim: 6 weeks',
    label: 'Review the basis for sharing',
    ask: 'Review whether the recorded basis still holds',
    because: 'Another basis than agreement is in use.',
    starts: [{ enters: ['consent.basis_recorded'] }],
    limit: { unit: 'CW', n: 6 },
    metBy: ['CONSENT_GIVEN'],
    within: ['consent.basis_recorded'],
    effective: ANY_DAY,
  },
];

/** Asks for the family's agreement once the work reaches one of these states without it having been sought. */
export const consentChase = (...states: string[]): ClockRule => ({
  code: 'consent_chase',
  basis: 'local',
  source: 'Local aim: 5 working days',
  label: 'Ask for agreement',
  ask: 'Ask the family for their agreement',
  because: 'Work with the child cannot start without it.',
  doneBy: 'CONSENT_REQUESTED',
  starts: [{ enters: states, when: ({ after }) => after['consent'] === 'not_sought' }],
  limit: { unit: 'WD', n: 5, roll: true },
  metBy: ['CONSENT_REQUESTED', 'CONSENT_GIVEN'],
  within: ['consent.not_sought'],
  effective: ANY_DAY,
});

export const consentStates = {
  not_sought: 'Agreement not sought yet',
  requested: 'Waiting for the family’s answer',
  given: 'Family agreed',
  refused: 'Family said no',
  withdrawn: 'Family took back their agreement',
  lapsed: 'Agreement lapsed',
  basis_recorded: 'Sharing on another recorded basis',
} as const;
