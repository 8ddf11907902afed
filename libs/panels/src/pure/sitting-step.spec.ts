import { NotAllowedNow } from '@app/pathways';
import { STAGES, type SittingEventType, sittingEvents, type SittingStage } from './sitting-events';
import { type SittingFacts } from './sitting-guards';
import { eventsOfSitting, sittingStep } from './sitting-step';

const all: SittingFacts = {
  paperDeadlinePassed: true,
  chairApproves: true,
  quorate: true,
  everyItemSettled: true,
  somethingDecided: true,
  actorIsChair: true,
};
const REASON = 'Snow: most schools are shut';
const stages = Object.keys(STAGES) as SittingStage[];
const types = Object.keys(sittingEvents) as SittingEventType[];

function step(
  from: SittingStage,
  type: SittingEventType,
  { facts = all, reason = REASON }: { facts?: SittingFacts; reason?: string } = {},
): SittingStage {
  const payload = 'reason' in sittingEvents[type].example ? { reason } : {};
  return sittingStep(from, { type, occurredOn: '2026-10-21', payload, facts });
}

const ARROWS: readonly [SittingStage, SittingEventType, SittingStage, keyof SittingFacts | ''][] = [
  ['scheduled', 'AGENDA_OPENED', 'agenda_open', ''],
  ['agenda_open', 'AGENDA_LOCKED', 'papers_out', 'paperDeadlinePassed'],
  ['papers_out', 'LATE_ITEM_ADDED', 'papers_out', 'chairApproves'],
  ['in_session', 'LATE_ITEM_ADDED', 'in_session', 'chairApproves'],
  ['papers_out', 'MEETING_STARTED', 'in_session', ''],
  ['in_session', 'QUORUM_LOST', 'inquorate', ''],
  ['in_session', 'MEETING_ENDED', 'minutes_draft', 'everyItemSettled'],
  ['inquorate', 'QUORUM_RESTORED', 'in_session', 'quorate'],
  ['inquorate', 'RELISTED', 'minutes_draft', ''],
  ['minutes_draft', 'MINUTES_APPROVED', 'closed', 'actorIsChair'],
  ['scheduled', 'MEETING_CANCELLED', 'cancelled', ''],
  ['agenda_open', 'MEETING_CANCELLED', 'cancelled', ''],
  ['papers_out', 'MEETING_CANCELLED', 'cancelled', ''],
];

function refusal(from: SittingStage, type: SittingEventType, facts: SittingFacts = all) {
  try {
    step(from, type, { facts });
  } catch (error) {
    if (error instanceof NotAllowedNow) return error.reasons;
  }
  throw new Error(`${type} was not refused at ${from}`);
}

describe('a sitting', () => {
  it.each(ARROWS)('%s goes on %s to %s', (from, type, to, needs) => {
    expect(step(from, type)).toBe(to);
    if (!needs) return;
    expect(refusal(from, type, { ...all, [needs]: false })).toMatchObject([{ guard: needs }]);
  });

  it('that starts without a quorum may talk and decides nothing', () => {
    expect(step('papers_out', 'MEETING_STARTED', { facts: {} })).toBe('inquorate');
    expect(eventsOfSitting('inquorate').sort()).toEqual(['QUORUM_RESTORED', 'RELISTED']);
  });

  it('closes at once when its items move on and nothing was decided', () => {
    expect(step('inquorate', 'RELISTED', { facts: {} })).toBe('closed');
  });

  it('names who is missing when it cannot go on', () => {
    const facts = { ...all, quorate: false, missing: ['psychology', 'attendance'] };
    expect(refusal('inquorate', 'QUORUM_RESTORED', facts)).toEqual([
      {
        guard: 'quorate',
        text: 'There is no quorum. Missing: psychology; attendance',
        missing: [
          { what: 'psychology', who: 'The coordinator' },
          { what: 'attendance', who: 'The coordinator' },
        ],
      },
    ]);
  });

  it.each(['MEETING_CANCELLED', 'LATE_ITEM_ADDED'] as const)('wants a reason for %s', (type) => {
    expect(() => step('papers_out', type, { reason: '  ' })).toThrow('reason');
  });

  it('has its minutes approved once, and says so the second time', () => {
    expect(refusal('closed', 'MINUTES_APPROVED')[0]?.text).toBe(
      'The minutes were approved already. Put anything that is wrong right in an addendum',
    );
  });

  it('refuses in words everything else at every stage', () => {
    const taken = new Set(ARROWS.map(([from, type]) => `${from} ${type}`));
    let refused = 0;
    for (const from of stages) {
      for (const type of types.filter((it) => !taken.has(`${from} ${it}`))) {
        const [reason] = refusal(from, type);
        expect(reason).toMatchObject({ guard: 'possibleFromHere', missing: [] });
        expect(reason?.text).not.toMatch(/case|[A-Z]_/);
        refused += 1;
      }
    }
    expect(refused).toBe(stages.length * types.length - taken.size);
  });

  it('is called by its proper words', () => {
    expect(refusal('scheduled', 'MEETING_STARTED')[0]?.text).toBe(
      '“Start the sitting” is not possible while the sitting is at “Scheduled”',
    );
    expect(refusal('cancelled', 'AGENDA_OPENED')[0]?.text).toContain('called off');
  });
});
