import { londonInstant } from '@app/statutory-calendar';
import { sentencesOf, wordsOf } from '../test/reading-ease';
import { feedbackOf, type PanelDecision } from './feedback-of';
import { n16SchoolItem } from './notices/n-16';
import { n17Member, n17School } from './notices/n-17';
import { n18Sittings } from './notices/n-18';
import { n45Sitting } from './notices/n-45';
import { type SittingLetter } from './sitting-words';

const at = (time: string) => londonInstant('2026-10-21', time);
const letter: SittingLetter = {
  reader: 'Thornmere High',
  panel: 'Team Around the School',
  council: 'Wendmoor Council',
  contact: { name: 'SEND team', phone: '01632 960000' },
  from: at('13:30'),
  until: at('15:30'),
};
const slot = { from: at('13:45'), until: at('13:57') };

const letters = {
  'the whole sitting': n17Member(letter),
  'single times': n17Member(letter, [slot]),
  'a school’s time': n17School(letter, [{ ...slot, reference: 'TATS-1042' }]),
  'another day': n18Sittings(letter, [{ was: '2026-10-14', now: letter }]),
  'no day': n18Sittings(letter, [{ was: '2026-10-21', nextOn: '2026-11-04' }]),
  'papers that are missing': n45Sitting(letter, {
    lacks: 'papers',
    reference: 'TATS-1042',
    by: '2026-10-28',
  }),
  'nobody came': n45Sitting(letter, { lacks: 'person', reference: 'TATS-1042', by: '2026-10-28' }),
  'what was agreed': n16SchoolItem(letter, {
    agreed: ['A team in the school at lunch'],
    actions: [{ what: 'Plan the weeks.', who: 'Outreach', by: '2026-11-06' }],
  }),
};

it.each(Object.entries(letters))('%s is said in plain words', (_, { subject, body }) => {
  const text = `${subject}\n${body}`;
  expect(text).not.toMatch(/\d{4}-\d{2}-\d{2}|undefined|null|fail|[A-Z]{2,}_[A-Z]/);
  expect(sentencesOf(text).filter((sentence) => wordsOf(sentence).length > 25)).toEqual([]);
  expect(body).toContain('ring SEND team on 01632 960000');
});

it('tells a member the times at which they are wanted, and a school its own number and time', () => {
  expect(letters['single times'].body).toContain('- 1:45pm to 1:57pm');
  expect(letters['the whole sitting'].body).toContain('the whole sitting');
  expect(letters['a school’s time'].body).toContain('- TATS-1042: 1:45pm to 1:57pm');
});

it('gives the new day of a sitting that moved, and the next sitting after one that was called off', () => {
  expect(letters['another day'].body).toContain(
    'Not on Wednesday 14 October 2026, but on Wednesday 21 October 2026, 1:30pm to 3:30pm.',
  );
  expect(letters['no day'].body).toContain('The next sitting is on Wednesday 4 November 2026.');
});

describe('what a panel decided, as the school reads it', () => {
  const decision: PanelDecision = {
    pathway: 'tats_case',
    type: 'DECISION_ACTIONS',
    payload: {
      reasons: 'Police were there',
      moveKind: 'managed_move',
      actions: [
        { what: 'Meet Ava Ashby at the gate', owner: 'Pastoral lead' },
        { what: 'Home visit', owner: 'Police liaison' },
        { what: 'Share what the YJS knows', owner: 'Early help' },
      ],
    },
    usualDue: '2026-11-12',
    lookAgainOn: '2026-12-09',
    names: ['Ava', 'Ashby'],
    instead: 'the child',
  };

  it('has the decision, each action with its owner and day, and when the panel looks again', () => {
    expect(feedbackOf(decision)).toEqual({
      agreed: ['Actions agreed', 'Managed move: a step to a permanent change of school'],
      actions: [{ what: 'Meet the child at the gate', who: 'Pastoral lead', by: '2026-11-12' }],
      lookAgainOn: '2026-12-09',
    });
  });

  it('keeps a name inside another word, and all names on paper that is for the school itself', () => {
    const actions = [
      { what: 'Ask at Avalon about Ava', owner: 'Pastoral lead', due: '2026-11-02' },
    ];
    const payload = { actions };
    expect(feedbackOf({ ...decision, payload })!.actions[0]!.what).toBe(
      'Ask at Avalon about the child',
    );
    expect(feedbackOf({ ...decision, payload, names: [] })!.actions).toEqual([
      { what: 'Ask at Avalon about Ava', who: 'Pastoral lead', by: '2026-11-02' },
    ]);
  });

  it('is nothing for an event that is no decision of a panel', () => {
    expect(feedbackOf({ ...decision, type: 'LISTED_FOR_MEETING' })).toBeUndefined();
  });
});
