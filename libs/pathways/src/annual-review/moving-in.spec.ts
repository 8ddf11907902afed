import { readPack } from '@app/statutory-calendar';
import { ending, type Told } from '../../testing/replayed';
import { stepped } from '../../testing/stepped';
import { annualReview } from '.';

const moved = (lastConcludedOn: string): Told => [
  '2026-09-14',
  null,
  { reviewKind: 'ordinary', lastConcludedOn, transferredInOn: '2026-09-14' },
];
const told = (willAssess: boolean): Told => ['2026-10-01', 'TRANSFER_TOLD', { willAssess }];

describe('a plan that came from another council', () => {
  const clock = (code: string, ...story: Told[]) =>
    stepped(annualReview, ...story)
      .at(-1)!
      .clocks.find((it) => it.code === code);

  it('is told to the family in six weeks, and reviewed by the later of a year and three months', () => {
    expect(clock('transfer_told', moved('2025-10-10'))).toMatchObject({
      dueOn: '2026-10-26',
      rule: 'XFER-6W',
    });
    expect(clock('ar_conclude_by', moved('2025-10-10'))).toMatchObject({
      dueOn: '2026-12-13',
      rule: 'XFER-REVIEW',
    });
    expect(clock('ar_conclude_by', moved('2026-07-01'))).toMatchObject({
      dueOn: '2027-06-30',
      rule: 'AR-12M',
    });
    expect(clock('transfer_told', moved('2025-10-10'), told(false))?.status).toBe('met');
  });

  it('follows newer law on either limit, also where that makes the other one later', () => {
    const under = (rule: string, number: number, lastConcludedOn: string) => {
      const { changes } = readPack({
        name: 'ACT-2026',
        title: 'An invented Act',
        source: 'invented',
        effectiveFrom: '2025-09-01',
        appliesBy: 'trigger',
        changes: [{ rule, operator: 'monthsBeginning', number }],
      });
      const [on, event, payload] = moved(lastConcludedOn);
      const facts = { law: { packs: ['ACT-2026'], changes } };
      const { dueOn, rule: by } = clock('ar_conclude_by', [on, event, payload, facts])!;
      return [dueOn, by];
    };
    expect(under('XFER-REVIEW', 2, '2025-10-10')).toEqual(['2026-11-13', 'XFER-REVIEW']);
    expect(under('XFER-REVIEW', 12, '2026-07-01')).toEqual(['2027-09-13', 'XFER-REVIEW']);
    expect(under('XFER-REVIEW', 1, '2025-11-10')).toEqual(['2026-11-09', 'AR-12M']);
    expect(under('AR-12M', 18, '2025-10-10')).toEqual(['2027-04-09', 'AR-12M']);
    expect(under('AR-12M', 6, '2026-07-01')).toEqual(['2026-12-31', 'AR-12M']);
  });

  it('leads to an assessment only where the council says so', () => {
    const opens = (willAssess: boolean) =>
      stepped(annualReview, moved('2025-10-10'), told(willAssess)).at(-1)!.instructions;
    expect(opens(true)).toMatchObject([
      { type: 'case.open', pathway: 'ehc_needs_assessment', answers: { kind: 'reassessment' } },
    ]);
    expect(opens(false)).toEqual([]);
  });

  it('is told once, and only where a plan has moved', () => {
    expect(ending(annualReview, moved('2025-10-10'), told(false), told(false))).toBe(
      'planMovedHere',
    );
    const ours: Told = ['2026-09-14', null, { lastConcludedOn: '2025-10-10' }];
    expect(ending(annualReview, ours, told(false))).toBe('planMovedHere');
  });
});

it('invites those who help prepare for adulthood from Year 9', () => {
  const tasks = (fromYear9: boolean) =>
    stepped(
      annualReview,
      ['2026-09-14', null, { lastConcludedOn: '2026-01-19', fromYear9 }],
      ['2026-09-15', 'MEETING_ARRANGED'],
    )
      .at(-1)!
      .instructions.filter(({ type }) => type === 'task.open').length;
  expect(tasks(true) - tasks(false)).toBe(1);
});
