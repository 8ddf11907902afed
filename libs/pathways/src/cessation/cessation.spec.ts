import { advance, begin, type PathwayState } from '..';
import { ending, replayed, type Told } from '../../testing/replayed';
import { annualReview } from '../annual-review';
import { cessation } from '.';

const due = (...story: Told[]) => replayed(cessation, ...story).at(-1)!.due;
const end = (...story: Told[]) => ending(cessation, ...story);

const opened: Told = ['2026-09-21', null];
const consult = (payload: object = {}, facts: object = {}): Told => [
  '2026-09-28',
  'CONSULTATION_STARTED',
  payload,
  facts,
];
const deciding: Told[] = [opened, consult(), ['2026-10-14', 'VIEWS_RECEIVED']];
const notified: Told[] = [...deciding, ['2026-10-19', 'NOTICE_ISSUED']];
const ends = (on: string, payload: object = { certificate: undefined }): Told => [
  on,
  'APPEAL_WINDOW_ENDED',
  payload,
];

describe('the ground', () => {
  it.each([
    ['under 18 and out of education', { situation: 'left_education' }, { age: 17 }, 'lawfulGround'],
    ['of an age nobody knows', { situation: 'left_education' }, { age: undefined }, 'lawfulGround'],
    ['under 18 with every need met', { situation: 'needs_met' }, { age: 15 }, 'consulting'],
    ['18 and not wishing to go back', { situation: 'left_education' }, { age: 18 }, 'consulting'],
    ['18 and wishing to go back', { returnWish: 'wishes' }, { age: 18 }, 'lawfulGround'],
    ['18 and never asked', { returnWish: undefined }, { age: 18 }, 'lawfulGround'],
    ['19 and nothing but age', { onlyAge: true }, { age: 19 }, 'notOnlyAge'],
    ['25', { situation: 'age_25', onlyAge: true }, { age: 25 }, 'consulting'],
    ['24', { situation: 'age_25' }, { age: 24 }, 'lawfulGround'],
    ['moved away', { ground: 'not_responsible', situation: 'moved' }, { age: 9 }, 'consulting'],
    ['still here', { ground: 'not_responsible' }, { age: 19 }, 'lawfulGround'],
    ['without a review', { reviewedOn: undefined }, { age: 18 }, 'reviewEvidence'],
    ['with a review to come', { reviewedOn: '2026-10-01' }, { age: 18 }, 'reviewEvidence'],
    ['with nobody asked', { consulted: ['head'] }, { age: 18 }, 'familyAndSchoolAsked'],
    ['with no school asked', { consulted: ['parent'] }, { age: 18 }, 'familyAndSchoolAsked'],
  ])('%s leads to the right answer', (_, payload, facts, expected) => {
    expect(end(opened, consult(payload, facts))).toBe(expected);
  });

  it('tells an officer to review a young person under 18 who has left education', () => {
    const [reason] = replayed(cessation, opened, consult({}, { age: 16 })).at(-1)!.refused!;
    expect(reason!.text).toContain('means a review of the plan, not its end');
  });

  it('takes the review that brought the question here', () => {
    const fromReview: Told = [
      '2026-09-21',
      null,
      { flaggedBy: 'review', reviewedOn: '2026-09-18' },
    ];
    expect(end(fromReview, consult({ reviewedOn: undefined }))).toBe('consulting');
  });

  it('offers a review with its date instead, in words its form takes', () => {
    const state = begin(cessation, {
      type: 'CANDIDATE_FLAGGED',
      occurredOn: '2026-09-21',
      payload: { flaggedBy: 'officer', reviewedOn: '2026-06-15' },
      facts: {},
    }).state;
    const { instructions } = kept(state, 'REVIEW_FIRST');
    expect(instructions).toContainEqual({
      type: 'case.open',
      pathway: 'annual_review',
      reason: expect.stringContaining('review') as string,
      answers: { reviewKind: 'early', lastConcludedOn: '2026-06-15' },
    });
    const { shape } = annualReview.events['REVIEW_OPENED']!.payload;
    expect(Object.keys(shape)).toEqual(expect.arrayContaining(['reviewKind', 'lastConcludedOn']));
  });
});

const kept = (state: PathwayState, reasonCode: string) =>
  advance(cessation, state, {
    type: 'NOT_PURSUED',
    occurredOn: '2026-10-19',
    payload: { reasonCode },
    facts: {},
  });

describe('the decision', () => {
  it('is a manager’s, and not of the one who proposed it', () => {
    const issue = (facts: object): Told => ['2026-10-19', 'NOTICE_ISSUED', {}, facts];
    expect(end(...deciding, issue({ actorMay: ['review.decide'] }))).toBe('mayCease');
    expect(end(...deciding, issue({ actorProposed: true }))).toBe('notTheProposer');
    expect(end(...deciding, issue({}))).toBe('notified');
  });

  it.each([
    [{ outcomes: [] }, 'outcomesConsidered'],
    [{ destination: undefined }, 'destinationRecorded'],
    [{ reasons: ' ' }, 'reasonsGiven'],
  ])('is not made with %o', (payload, guard) => {
    expect(end(...deciding, ['2026-10-19', 'NOTICE_ISSUED', payload])).toBe(guard);
  });

  it('comes after the views, or after the time for them', () => {
    expect(end(opened, consult(), ['2026-10-19', 'CONSULTATION_ENDED'])).toBe('timeForViewsPassed');
    expect(end(opened, consult(), ['2026-10-20', 'CONSULTATION_ENDED'])).toBe('decision');
  });

  it.each([
    ['review', 'task.open'],
    ['officer', 'message.send'],
  ])('to keep the plan in a case from %s is told once', (flaggedBy, told) => {
    const asked = begin(cessation, {
      type: 'CANDIDATE_FLAGGED',
      occurredOn: '2026-09-21',
      payload: { flaggedBy },
      facts: {},
    }).state;
    const state = { ...asked, value: { ...asked.value, work: 'decision' } };
    expect(kept(state, 'PLAN_NEEDED').instructions.map(({ type }) => type)).toEqual([told]);
  });
});

describe('the time to appeal', () => {
  it('keeps the plan to the end of the last day, and one day more ends it (CE-1)', () => {
    expect(end(...notified, ends('2026-12-21', {}))).toBe('appealTimePassed');
    expect(end(...notified, ends('2026-12-22', {}))).toBe('ceased');
  });

  it('is held longer while nobody has confirmed that there is no certificate (CE-1)', () => {
    expect(due(...notified)['safe_hold']).toBe('2027-01-25');
    expect(end(...notified, ends('2026-12-22'))).toBe('certificateSettled');
    expect(end(...notified, ends('2027-01-25'))).toBe('certificateSettled');
    expect(end(...notified, ends('2027-01-26'))).toBe('ceased');
  });

  it('ends in time once the adviser has said that there is none', () => {
    const none: Told = ['2026-11-16', 'CERTIFICATE_CHECKED', { certificate: 'none' }];
    expect(end(...notified, none, ends('2026-12-22'))).toBe('ceased');
  });

  it('grows with a late certificate, and not with an early one', () => {
    const issued = (on: string, issuedOn?: string): Told => [
      on,
      'CERTIFICATE_CHECKED',
      { certificate: 'issued', issuedOn },
    ];
    expect(end(...notified, issued('2026-12-14'))).toBe('certificateDated');
    const late = [...notified, issued('2026-12-14', '2026-12-10')];
    expect(due(...late)['appeal_window']).toBe('2027-01-11');
    expect(end(...late, ends('2026-12-22'))).toBe('appealTimePassed');
    expect(end(...late, ends('2027-01-12'))).toBe('ceased');
    const early = [...notified, issued('2026-11-02', '2026-10-30')];
    expect(due(...early)['appeal_window']).toBe('2026-12-21');
  });

  it.each([
    ['2026-06-15', '2026-09-01'],
    ['2026-10-28', '2027-01-04'],
    ['2026-03-04', '2026-05-05'],
  ])('of a notice sent on %s runs to %s', (sent, lastDay) => {
    const story: Told[] = [
      ['2026-02-02', null],
      ['2026-02-09', 'CONSULTATION_STARTED', { reviewedOn: '2026-01-19' }],
      ['2026-02-16', 'VIEWS_RECEIVED'],
      [sent, 'NOTICE_ISSUED'],
    ];
    expect(due(...story)['appeal_window']).toBe(lastDay);
  });

  it('does not end a plan before the course does', () => {
    const course: Told[] = [
      ...deciding,
      ['2026-10-19', 'NOTICE_ISSUED', { programmeEndsOn: '2027-07-16' }],
    ];
    expect(due(...course)['course_end']).toBe('2027-07-16');
    expect(end(...course, ends('2026-12-22', {}))).toBe('courseOver');
    expect(end(...course, ends('2027-07-17', {}))).toBe('ceased');
  });

  it('stops for an appeal made on its last day, and the plan stays until that is decided', () => {
    const appealed: Told[] = [...notified, ['2026-12-21', 'APPEAL_LODGED']];
    expect(due(...appealed)['appeal_response']).toBe('2027-02-09');
    expect(end(...appealed, ends('2026-12-22', {}))).toBe('possibleFromHere');
    const directed: Told = [
      '2027-01-11',
      'DIRECTIONS_RECEIVED',
      { days: [{ what: 'response', on: '2027-01-25' }] },
    ];
    expect(due(...appealed, directed)['tribunal_day']).toBe('2027-01-25');
    expect(end(...appealed, ['2027-03-01', 'APPEAL_ALLOWED'])).toBe('reinstated');
    expect(end(...appealed, ['2027-03-01', 'APPEAL_DISMISSED'])).toBe('ceased');
  });
});

it('is stopped neither by home education nor by a family that leaves local support', () => {
  expect(end(...notified, ['2026-11-02', 'EHE_CONFIRMED'])).toBe('notified');
  expect(end(...notified, ['2026-11-02', 'FAMILY_WITHDREW'])).toBe('possibleFromHere');
});

it('keeps a plan to the end of the course in the school year in which somebody turns 25', () => {
  const story = (situation: string, age: number): Told[] => [
    opened,
    consult({ situation, onlyAge: false }, { age }),
    ['2026-10-14', 'VIEWS_RECEIVED'],
    ['2026-10-19', 'NOTICE_ISSUED', { programmeEndsOn: '2027-07-16' }],
  ];
  expect(due(...story('age_25', 25))).toMatchObject({ age_25_end: '2027-07-16' });
  expect(due(...story('age_25', 25))['course_end']).toBeUndefined();
  expect(due(...story('needs_met', 22))).toMatchObject({ course_end: '2027-07-16' });
  expect(end(...story('age_25', 25), ends('2027-06-01', { certificate: 'none' }))).toBe(
    'courseOver',
  );
});
