import { daysBetween } from '@app/statutory-calendar';
import { ending, replayed, type Told } from '../../testing/replayed';
import { scenarioDays, stepped } from '../../testing/stepped';
import scenarios from '../../../../test/vectors/scenarios.json';
import { permissionsOf } from '..';
import { s19Request as s19 } from '.';

const opened = (payload: object = { triggerType: 'illness', requestedBy: 'parent' }): Told => [
  '2026-11-03',
  null,
  payload,
];
const informed = [opened(), ['2026-11-05', 'ACKNOWLEDGED']] as const satisfies readonly Told[];
const listed = [...informed, ['2026-11-12', 'LISTED']] as const satisfies readonly Told[];
const agreed = [...listed, ['2026-11-18', 'S19_AGREED']] as const satisfies readonly Told[];
const live = [...agreed, ['2026-11-30', 'PROVISION_STARTED']] as const satisfies readonly Told[];
const reviewing = [...live, ['2027-01-22', 'REVIEW_STARTED']] as const satisfies readonly Told[];
const notAgreed = [...listed, ['2026-11-18', 'S19_NOT_AGREED']] as const satisfies readonly Told[];
const last = (...story: Told[]) => stepped(s19, ...story).at(-1)!;
const due = (code: string, ...story: Told[]) => replayed(s19, ...story).at(-1)!.due[code];
const clock = (code: string, ...story: Told[]) =>
  last(...story).clocks.find((it) => it.code === code);
const storyOf = (id: string, payloads: Readonly<Record<string, object>>): Told[] =>
  scenarios.scenarios
    .find((it) => it.id === id)!
    .steps.map(({ on, event }) => [on, event, payloads[event ?? 'opening'] ?? {}]);

describe('a request', () => {
  it('is acknowledged to whoever asked and to the family', () => {
    expect(last(...informed).instructions).toEqual([
      { type: 'message.send', notice: 'N-14', to: ['requester', 'family'] },
    ]);
  });

  it('is decided on working day 11 of 15 in S19-1', () => {
    expect(scenarioDays.workingDaysBetween('2026-11-03', '2026-11-18')).toBe(11);
    expect(scenarioDays.workingDaysBetween('2026-11-03', due('s19_decide', ...listed)!)).toBe(15);
    expect(clock('s19_decide', ...agreed)).toMatchObject({ status: 'met', endedOn: '2026-11-18' });
  });

  it.each([['school'], ['parent'], ['register'], ['child']])(
    'can be agreed on the evidence of %s alone: no particular letter is wanted',
    (evidence) => {
      const { payload, example } = s19.events['LISTED']!;
      expect(payload.safeParse({ ...example, evidence: [evidence] }).success).toBe(true);
      expect(
        ending(
          s19,
          ...informed,
          ['2026-11-12', 'LISTED', { evidence: [evidence] }],
          ['2026-11-18', 'S19_AGREED'],
        ),
      ).toBe('agreed');
    },
  );

  it('is not put off past the day to decide by', () => {
    const off = (on: string): Told => [on, 'PANEL_DEFERRED'];
    expect(ending(s19, ...listed, off('2026-11-24'))).toBe('panel_listed');
    expect(ending(s19, ...listed, off('2026-11-25'))).toBe('deadlineNotBreached');
  });

  it('gives reasons either way, in writing, and explains fewer hours than full time', () => {
    const decide = (event: string, payload: object) =>
      ending(s19, ...listed, ['2026-11-18', event, payload]);
    expect(decide('S19_AGREED', { reasons: '' })).toBe('reasonText');
    expect(decide('S19_NOT_AGREED', { reasons: '' })).toBe('reasonText');
    expect(decide('S19_AGREED', { whyPartTime: undefined })).toBe('reasonIfPartTime');
    expect(decide('S19_AGREED', { whyPartTime: undefined, fullTime: true })).toBe('agreed');
    for (const story of [agreed, notAgreed])
      expect(last(...story).instructions).toEqual([
        { type: 'message.send', notice: 'N-15', to: ['family', 'school'], statutory: true },
      ]);
  });

  it('is agreed before the panel only when urgent, by somebody who may decide; the panel is told', () => {
    const at = (payload: object, roles: string[]): Told => [
      '2026-11-06',
      'DELEGATED_DECISION_AGREED',
      payload,
      { actorMay: permissionsOf(roles) },
    ];
    expect(ending(s19, ...informed, at({ urgent: false }, ['send_manager']))).toBe('urgent');
    expect(ending(s19, ...informed, at({}, ['saso']))).toBe('mayDecide');
    expect(last(...informed, at({}, ['send_manager'])).instructions).toContainEqual(
      expect.objectContaining({ type: 'task.open', for: 'panel_coordinator' }),
    );
  });
});

describe('check-ins after a no', () => {
  const ok = (on: string): Told => [on, 'CHECK_IN_OK'];

  it('come every 13 weeks, and the third closes the request', () => {
    const days = ['2027-02-17', '2027-05-19', '2027-08-18'];
    expect(due('s19_checkin', ...notAgreed)).toBe('2027-02-17');
    expect(due('s19_checkin', ...notAgreed, ok(days[0]!))).toBe('2027-05-19');
    expect(ending(s19, ...notAgreed, ...days.slice(0, 2).map(ok))).toBe('check_in');
    expect(ending(s19, ...notAgreed, ...days.map(ok))).toBe('ended_not_needed');
  });

  it('start the 15 days again when something has changed, and keep the old request', () => {
    const changed: Told[] = [
      ...notAgreed,
      ok('2027-02-17'),
      ['2027-03-01', 'CIRCUMSTANCES_CHANGED'],
    ];
    expect(due('s19_decide', ...changed)).toBe('2027-03-22');
    expect(last(...changed).state.context).toMatchObject({
      receivedOn: ['2026-11-03', '2027-03-01'],
      checkIns: 0,
    });
  });
});

describe('education that the council arranges', () => {
  it('starts with hours to go to', () => {
    expect(ending(s19, ...agreed, ['2026-11-30', 'PROVISION_STARTED', { hoursPerWeek: 0 }])).toBe(
      'hoursPerWeekAbove0',
    );
  });

  it('goes on with hours, and with a reason when they are not full time', () => {
    const on = (payload: object) => ending(s19, ...reviewing, ['2027-01-25', 'CONTINUE', payload]);
    expect(on({ hours: 0 })).toBe('hoursGiven');
    expect(on({ whyPartTime: undefined })).toBe('reasonIfPartTime');
    expect(on({ hours: 24, fullTime: true, whyPartTime: undefined })).toBe('provision_live');
    expect(
      due('s19_review', ...reviewing, ['2027-01-25', 'CONTINUE', { nextReviewOn: '2027-02-08' }]),
    ).toBe('2027-02-08');
  });

  it('ends after four weeks back at school full time', () => {
    const back = (weeksFullTime: number): Told => [
      '2027-01-26',
      'RETURN_COMPLETED',
      { weeksFullTime },
    ];
    expect(ending(s19, ...reviewing, back(3))).toBe('fullTime4Weeks');
    expect(ending(s19, ...reviewing, back(4))).toBe('ended_returned');
    expect(last(...reviewing, back(4)).instructions).toMatchObject([
      { type: 'task.open', for: 'owner', due: { unit: 'SW', n: 12 } },
    ]);
  });

  it.each<[object, string]>([
    [{ lastDayHere: '2026-11-20', startsOn: '2026-11-23' }, 'ended_placement'],
    [{ lastDayHere: '2026-11-19', startsOn: '2026-11-23' }, 'noGap'],
    [{ lastDayHere: '2026-11-19', startsOn: '2026-11-23', between: 'Tutor' }, 'ended_placement'],
    [{ lastDayHere: '2026-11-25', startsOn: '2026-11-23' }, 'ended_placement'],
  ])('hands over to a place without a gap: %j', (payload, expected) => {
    expect(ending(s19, ...reviewing, ['2026-11-23', 'PLACEMENT_NAMED', payload])).toBe(expected);
  });
});

describe('a permanent exclusion (S19-3)', () => {
  const opening = {
    triggerType: 'exclusion',
    requestedBy: 'school',
    exclusionFirstDay: '2026-11-11',
  };
  const story = storyOf('S19-3', {
    opening,
    PLACEMENT_NAMED: { lastDayHere: '2026-11-20', startsOn: '2026-11-23' },
  });

  it('has education by the sixth school day, and no gap before the place', () => {
    const sixth = clock('sixth_school_day', ...story)!;
    expect(sixth).toMatchObject({ status: 'met', dueOn: '2026-11-18', endedOn: '2026-11-17' });
    expect(daysBetween(sixth.endedOn!, sixth.dueOn)).toBe(1);
    expect(ending(s19, ...story)).toBe('ended_placement');
  });

  it('is due to start on the sixth school day, not ten days after the decision', () => {
    expect(due('s19_start', ...story)).toBe('2026-11-18');
    expect(due('s19_start', ...agreed)).toBe('2026-12-02');
  });

  it('that no longer stands crosses the sixth-day date out, and asks where the child is', () => {
    const ended: Told[] = [
      ['2026-11-11', null, opening],
      ['2026-11-13', 'EXCLUSION_CANCELLED'],
    ];
    expect(clock('sixth_school_day', ...ended)).toMatchObject({
      status: 'void',
      endedOn: '2026-11-13',
    });
    expect(last(...ended).instructions).toEqual([expect.objectContaining({ type: 'task.open' })]);
    expect(ending(s19, ...ended, ['2026-11-14', 'EXCLUSION_CANCELLED'])).toBe('exclusionStands');
  });

  it('gives no sixth-day date to a child who is ill', () => {
    expect(clock('sixth_school_day', opened())).toBeUndefined();
  });
});

describe('endings', () => {
  it('close for home education only when the family chose it freely', () => {
    const ehe = (elective: boolean): Told => ['2026-12-01', 'EHE_CONFIRMED', { elective }];
    expect(ending(s19, ...live, ehe(true))).toBe('closed_ehe');
    expect(ending(s19, ...live, ehe(false))).toBe('provision_live');
    expect(last(...live, ehe(false)).instructions).toContainEqual(
      expect.objectContaining({ type: 'task.open', for: 'manager' }),
    );
  });

  it('close on the last Friday of June in Year 11, by a clock', () => {
    const leaving = (ncYear: number) =>
      clock('leaving_age', opened({ triggerType: 'illness', ncYear }))?.dueOn;
    expect(leaving(11)).toBe('2027-06-25');
    expect(leaving(9)).toBe('2029-06-29');
    expect(leaving(12)).toBeUndefined();
    expect(ending(s19, ...live, ['2027-06-26', 'REACHED_SCHOOL_LEAVING_AGE'])).toBe(
      'ended_over_age',
    );
  });

  it('let nobody withdraw from the duty', () => {
    expect(s19.events['FAMILY_WITHDREW']).toBeUndefined();
  });
});
