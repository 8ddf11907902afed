import { replayed, type Told } from '../../testing/replayed';
import { stepped } from '../../testing/stepped';
import { permissionsOf } from '..';
import { ebsna } from '.';

const opened: Told = ['2026-11-03', null];
const started = (payload: object = {}, on = '2026-11-19'): Told => [on, 'PTT_STARTED', payload];
const says = (...story: Told[]) => {
  const { refused, state } = replayed(ebsna, opened, ...story).at(-1)!;
  return refused?.map(({ guard }) => guard).join() ?? state['timetable'];
};
const due = (code: string, ...story: Told[]) => replayed(ebsna, opened, ...story).at(-1)!.due[code];
const overdue: Told[] = [started({ endOn: '2026-12-18' }), ['2026-12-19', 'PTT_END_PASSED']];

describe('a part-time timetable', () => {
  it.each<[object, string]>([
    [{}, 'part_time'],
    [{ parentAgreed: false }, 'parentAgreed'],
    [{ reason: 'behaviour' }, 'reasonNotBehaviour'],
    [{ endOn: '2026-11-18' }, 'endDateWithin30SchoolDays'],
    [{ startOn: '2026-11-23', endOn: '2026-11-20' }, 'endDateWithin30SchoolDays'],
    // 19 November + 30 school days, across the holiday and a training day
    [{ endOn: '2027-01-15' }, 'part_time'],
    [{ endOn: '2027-01-18' }, 'endDateWithin30SchoolDays'],
  ])('that starts with %j is %s', (payload, expected) => {
    expect(says(started(payload))).toBe(expected);
  });

  it('counts every weekday where the school’s calendar is not known, so it never allows too many', () => {
    const at = (endOn: string) => () =>
      stepped(ebsna, opened, ['2026-11-19', 'PTT_STARTED', { endOn }]);
    expect(at('2026-12-31')).not.toThrow();
    expect(at('2027-01-01')).toThrow();
  });

  it('starts only where none is in force', () => {
    const [refused] = replayed(ebsna, opened, started(), started({}, '2026-11-20')).at(
      -1,
    )!.refused!;
    expect(refused).toMatchObject({ guard: 'possibleFromHere' });
    expect(refused!.text).toContain('End it or extend it');
  });

  it('always has a last day: the one agreed, or the longest that is allowed', () => {
    expect(due('ptt_end', started({ endOn: '2026-12-18' }))).toBe('2026-12-18');
    expect(due('ptt_end', started())).toBe('2027-01-15');
  });

  it('counts from the first day that is named', () => {
    expect(due('report_to_la', started({ startOn: '2026-11-23' }))).toBe('2026-12-07');
    expect(due('ptt_review', started({ startOn: '2026-11-23' }))).toBe('2026-12-07');
  });

  it('is looked at every ten school days, with hours that only go up', () => {
    expect(due('ptt_review', started(), ['2026-12-03', 'PTT_REVIEWED'])).toBe('2026-12-17');
    const fewer = (payload: object): Told => ['2026-12-03', 'PTT_REVIEWED', payload];
    expect(says(started(), fewer({ hours: 11.5 }))).toBe('hoursNotLower');
    expect(says(started(), fewer({ hours: 11.5, medicalReason: 'Surgery' }))).toBe('part_time');
    expect(says(started(), fewer({ hours: 15 }), fewer({ hours: 14 }))).toBe('hoursNotLower');
  });

  it('is reported when the school says so, and not by a review alone', () => {
    const reportOf = (payload: object) =>
      stepped(ebsna, opened, started(), ['2026-12-01', 'PTT_REVIEWED', payload])
        .at(-1)!
        .clocks.find(({ code }) => code === 'report_to_la')?.status;
    expect(reportOf({})).toBe('open');
    expect(reportOf({ reportedOn: '2026-11-30' })).toBe('met');
    expect(due('report_to_la', started({ reportedOn: '2026-11-19' }))).toBeUndefined();
  });

  it('is extended by a manager, to twelve weeks in all', () => {
    const extended = (endOn: string | undefined, roles = ['send_manager']): Told => [
      '2026-12-17',
      'PTT_EXTENDED',
      { endOn },
      { actorMay: permissionsOf(roles) },
    ];
    expect(says(started(), extended('2027-02-11'))).toBe('part_time');
    expect(says(started(), extended('2027-02-12'))).toBe('totalWeeks12');
    expect(says(started(), extended('2027-01-29', ['saso']))).toBe('approverOk');
    expect(due('ptt_end', started(), extended('2027-01-29'))).toBe('2027-01-29');
    expect(due('ptt_end', started(), extended(undefined))).toBe('2027-01-15');
  });

  it('tells school and manager when it has passed its last day, then asks about section 19, once', () => {
    const steps = stepped(
      ebsna,
      opened,
      ...overdue,
      ['2027-01-13', 'PTT_ESCALATED'],
      ['2027-01-20', 'PTT_ESCALATED'],
    );
    const [, , passed, escalated, again] = steps;
    expect(passed!.instructions).toEqual([
      { type: 'message.send', notice: 'N-25', to: ['school', 'manager'] },
    ]);
    expect(due('ptt_escalate', ...overdue)).toBe('2027-01-12');
    expect(escalated!.instructions).toEqual([
      expect.objectContaining({
        type: 'case.open',
        pathway: 's19_request',
        answers: { triggerType: 'part_time', requestedBy: 'council' },
      }),
    ]);
    expect(again!.instructions).toEqual([]);
    expect(
      again!.clocks.filter(({ status }) => status === 'open').map(({ code }) => code),
    ).toContain('ptt_overdue_check');
  });

  it('can still be extended or ended when overdue', () => {
    expect(says(...overdue, ['2027-01-06', 'PTT_EXTENDED'])).toBe('part_time');
    expect(says(...overdue, ['2027-01-06', 'PTT_ENDED'])).toBe('full_time');
  });
});
