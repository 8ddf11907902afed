import { CASE_MIGRATED, CLOCKS_RECOUNTED } from '../history';
import { type FileClock, type FileEvent } from './case-file';
import { type Restatement } from './restatements';
import { timesMoved } from './why-moved';

const AT = new Date('2026-11-22T09:00:00Z');
const clock = { code: 'w6', subject: '', startedVersion: 1 } as FileClock;
const moved = { code: 'w6', subject: '', from: '2026-11-23', to: '2026-11-16' };
const step = (version: number, type: string, payload: object) =>
  ({ version, type, payload, actorName: 'Ida Marsh', recordedAt: AT }) as FileEvent;
const correction = (version: number) =>
  ({
    version,
    reason: 'Mistyped',
    by: 'Kit Larwood',
    at: AT,
    moved: [moved],
  }) as unknown as Restatement;
const told = (history: FileEvent[], restatements: Restatement[] = []) =>
  timesMoved(clock, history, restatements).map(({ by, reason, from }) => [by, reason, from]);

describe('when and why a date was moved', () => {
  it('tells corrections, schools and changed rules, newest first', () => {
    const law = step(4, CASE_MIGRATED, { dates: [{ ...moved, because: 'The law gives 5 weeks' }] });
    const school = step(3, CLOCKS_RECOUNTED, { reason: 'Another school', dates: [moved] });
    expect(told([law, school], [correction(5)])).toEqual([
      ['Kit Larwood', 'Mistyped', '2026-11-23'],
      ['Ida Marsh', 'The law gives 5 weeks', '2026-11-23'],
      ['Ida Marsh', 'Another school', '2026-11-23'],
    ]);
  });

  it('leaves out other clocks, clocks that began later, and dates that began or ended', () => {
    const others = [
      { ...moved, code: 'w20' },
      { ...moved, from: null },
      { ...moved, to: null },
    ];
    expect(told([step(2, CASE_MIGRATED, { dates: others })])).toEqual([]);
    expect(told([], [correction(1)])).toEqual([]);
  });

  it('leaves out a move that was taken back', () => {
    const back = step(3, CASE_MIGRATED, { undone: true });
    const move = step(2, CASE_MIGRATED, { dates: [{ ...moved, because: 'Newer version' }] });
    expect(told([back, move])).toEqual([]);
    const again = step(4, CASE_MIGRATED, { dates: [{ ...moved, because: 'Once more' }] });
    expect(told([again, back, move])).toEqual([['Ida Marsh', 'Once more', '2026-11-23']]);
  });
});
