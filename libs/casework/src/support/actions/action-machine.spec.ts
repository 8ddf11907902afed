import { NotAllowedNow } from '@app/pathways';
import { ACTION_STATES, type ActionEvent, actionMachine, type ActionState } from './action-machine';
import { actionStep, eventsOfAction } from './action-step';

const able = {
  evidenceText: 'The timetable is in place',
  reason: 'The hall is shut',
  newOwner: true,
  newDue: '2027-02-01',
  chairApproves: true,
  actorIsOwner: false,
} as const;

const ARROWS: readonly [
  ActionState,
  ActionEvent['type'],
  ActionState,
  keyof typeof able | undefined,
][] = [
  ['open', 'MARK_DONE', 'done_unverified', 'evidenceText'],
  ['overdue', 'MARK_DONE', 'done_unverified', 'evidenceText'],
  ['open', 'DUE_PASSED', 'overdue', undefined],
  ['open', 'MARK_BLOCKED', 'blocked', 'reason'],
  ['overdue', 'MARK_BLOCKED', 'blocked', 'reason'],
  ['blocked', 'REASSIGNED', 'open', 'newOwner'],
  ['blocked', 'REASSIGNED', 'open', 'newDue'],
  ['blocked', 'CANCELLED', 'cancelled', 'chairApproves'],
  ['open', 'CANCELLED', 'cancelled', 'chairApproves'],
  ['overdue', 'CANCELLED', 'cancelled', 'chairApproves'],
  ['done_unverified', 'VERIFIED', 'done', 'actorIsOwner'],
  ['done_unverified', 'REJECTED', 'open', 'reason'],
];

describe('an action', () => {
  it.each(ARROWS)('%s goes on %s to %s', (from, type, to, needs) => {
    expect(actionStep(from, { ...able, type })).toBe(to);
    if (!needs) return;
    const without = { ...able, type, [needs]: needs === 'actorIsOwner' };
    expect(() => actionStep(from, without)).toThrow(NotAllowedNow);
  });

  it('refuses in words everything that has no arrow, in every state', () => {
    const types = [...new Set(ARROWS.map(([, type]) => type))];
    const refused = (Object.keys(ACTION_STATES) as ActionState[]).flatMap((from) =>
      types.filter((type) => {
        if (eventsOfAction(from).includes(type)) return false;
        expect(() => actionStep(from, { ...able, type })).toThrow('possibleFromHere');
        return true;
      }),
    );
    const taken = new Set(ARROWS.map(([from, type]) => `${from} ${type}`)).size;
    expect(refused).toHaveLength(6 * types.length - taken);
  });

  it('has words for every state', () => {
    expect(Object.keys(actionMachine.states).sort()).toEqual(Object.keys(ACTION_STATES).sort());
  });
});
