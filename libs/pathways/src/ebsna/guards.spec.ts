import { pathwayNamed } from '..';
import { guardsOf } from '../../testing/asked';

const { allows, words, missing } = guardsOf(pathwayNamed('ebsna'));

describe('the level', () => {
  const level = (known: unknown) => ({ remembers: { level: known } });

  it.each([
    [1, ['levelAtMost2']],
    [2, ['levelAtMost2', 'level2']],
    [3, ['levelAtLeast3', 'levelAtLeast3OrS19Trigger']],
    [4, ['levelAtLeast3', 'levelAtLeast3OrS19Trigger']],
  ])('%s opens its own ways', (known, ways) => {
    const all = ['levelAtMost2', 'level2', 'levelAtLeast3', 'levelAtLeast3OrS19Trigger'];
    expect(all.filter((name) => allows(name, level(known)))).toEqual(ways);
  });

  it('is the one in the records, else the one on the form, else the one of the case; none is 3', () => {
    const at = (facts: object, form: object, remembers: object) =>
      words('level2', { facts, form, remembers });
    expect(at({ level: 1 }, { level: '3' }, { level: 4 })).toContain('level 1');
    expect(at({}, { level: '3' }, { level: 4 })).toContain('level 3');
    expect(at({}, {}, { level: 4 })).toContain('level 4');
    expect(at({}, {}, {})).toContain('level 3');
    expect(words('levelAtMost2', level(4))).toBe('Level 4 goes to the panel');
  });

  it('goes to the panel also for other reasons', () => {
    const sees = (remembers: object, form: object = {}) =>
      allows('levelAtLeast3OrS19Trigger', { form, remembers: { level: 2, ...remembers } });
    expect(sees({})).toBe(false);
    expect(sees({ viewsDiffer: true })).toBe(true);
    expect(sees({ immediateRisk: true })).toBe(true);
    expect(sees({}, { s19Question: true })).toBe(true);
    expect(sees({ daysMissed: 14 })).toBe(false);
    expect(sees({ daysMissed: 15 })).toBe(true);
  });

  it('changes with a reason', () => {
    const changed = (form: object, known?: number) =>
      allows('levelChangeReasoned', { form, remembers: { level: known } });
    expect(changed({ level: '3' }, 3)).toBe(true);
    expect(changed({ level: '3' }, 2)).toBe(false);
    expect(changed({ level: '3', levelReason: 'Two more weeks missed' }, 2)).toBe(true);
    expect(changed({}, 2)).toBe(true);
    expect(changed({ level: '3' })).toBe(true);
  });
});

describe('the team', () => {
  it('has room, or it has not; what nobody knows is no room', () => {
    const room = (capacity?: boolean) =>
      ['capacity', 'noCapacity'].filter((name) => allows(name, { facts: { capacity } }));
    expect([room(true), room(false), room()]).toEqual([
      ['capacity'],
      ['noCapacity'],
      ['noCapacity'],
    ]);
  });

  it('is asked again after at most two delays', () => {
    const left = (deferrals?: number) => allows('deferralsBelow2', { remembers: { deferrals } });
    expect([left(), left(1), left(2)]).toEqual([true, true, false]);
  });

  it('closes nothing while a section 19 request has no worker', () => {
    const held = (s19WithoutOwner?: boolean) =>
      ['s19CaseHasOwner', 's19CaseWithoutOwner'].filter((name) =>
        allows(name, { facts: { s19WithoutOwner } }),
      );
    expect([held(true), held(false), held()]).toEqual([
      ['s19CaseWithoutOwner'],
      ['s19CaseHasOwner'],
      ['s19CaseHasOwner'],
    ]);
  });

  it.each(['refused', 'withdrawn', 'basis_recorded'])(
    'does no work with a child whose family has said no: %s',
    (consent) => {
      expect(allows('familyHasNotSaidNo', { at: { consent } })).toBe(false);
      expect(allows('familyHasNotSaidNo', { at: { consent: 'not_sought' } })).toBe(true);
    },
  );

  it.each([
    [undefined, 'cycleBelow4'],
    [3, 'cycleBelow4'],
    [4, 'cycle4OrMore'],
    [5, 'cycle4OrMore'],
  ])('in cycle %s goes on one way: %s', (cycle, way) => {
    const ways = ['cycleBelow4', 'cycle4OrMore'];
    expect(ways.filter((name) => allows(name, { remembers: { cycle } }))).toEqual([way]);
  });

  it('counts attempts in a list or as a number', () => {
    const made = (attempts: unknown) => ({ form: { attempts } });
    expect(allows('threeAttempts', made(3))).toBe(true);
    expect(allows('threeAttempts', made(['Call', 'Visit']))).toBe(false);
    expect(words('threeAttempts', made(['Call', 'Visit']))).toContain('and there are 2');
    expect(words('threeAttempts')).toContain('and there are 0');
  });

  it.each(['childScale', 'parentScale', 'functionScaleReason'])(
    'takes one scale or a reason: %s',
    (field) => {
      expect(allows('functionScaleOrReason', { form: { [field]: 'Given' } })).toBe(true);
      expect(allows('functionScaleOrReason')).toBe(false);
    },
  );
});

describe('attendance', () => {
  const lastWeeks = (...weeks: number[]) => ({
    form: {
      lastWeeks: Object.fromEntries(weeks.map((value, index) => [`week${index + 1}`, value])),
    },
  });

  it('holds for four weeks, at 90 per cent or at the target of the plan', () => {
    const held = (...weeks: number[]) => allows('attendanceAtTargetFor4Weeks', lastWeeks(...weeks));
    expect([held(90, 90, 90, 90), held(90, 90, 90, 89.9), held(95, 95, 95), held()]).toEqual([
      true,
      false,
      false,
      false,
    ]);
    const higher = { ...lastWeeks(94, 95, 96, 97), remembers: { target: 95 } };
    expect(allows('attendanceAtTargetFor4Weeks', higher)).toBe(false);
    expect(words('attendanceAtTargetFor4Weeks', higher)).toContain('95 per cent');
    const fewer = {
      ...lastWeeks(80, 80, 90, 92),
      remembers: { policy: { version: 1, numbers: { weeksAtTarget: 2 } } },
    };
    expect(allows('attendanceAtTargetFor4Weeks', fewer)).toBe(true);
  });

  it('is held during step-down at the target itself', () => {
    const held = (attendance: number) => allows('attendanceHeld', { form: { attendance } });
    expect([held(90), held(89.9)]).toEqual([true, false]);
    expect(words('attendanceHeld', { form: { attendance: 81 } })).toContain('is 81 per cent');
    expect(words('attendanceHeld')).toContain('is 0 per cent');
  });

  it('falls back after two weeks', () => {
    const below = (weeksBelow?: number) => allows('belowTarget2Weeks', { form: { weeksBelow } });
    expect([below(2), below(1), below()]).toEqual([true, false, false]);
  });
});

describe('a part-time timetable', () => {
  it('counts weekdays where the school’s days are not known, and the school’s where they are', () => {
    const lasts = (endOn: string, schoolDaysPlanned?: number) => ({
      form: { startOn: '2026-11-02', endOn },
      facts: { schoolDaysPlanned },
    });
    expect(allows('endDateWithin30SchoolDays', lasts('2026-12-14'))).toBe(true);
    expect(allows('endDateWithin30SchoolDays', lasts('2026-12-15'))).toBe(false);
    expect(words('endDateWithin30SchoolDays', lasts('2026-12-15'))).toContain('This one has 31');
    expect(allows('endDateWithin30SchoolDays', lasts('2026-12-15', 30))).toBe(true);
    expect(words('endDateWithin30SchoolDays', lasts('2026-10-30'))).toContain('before the first');
    expect(allows('endDateWithin30SchoolDays', { form: { startOn: '2026-11-02' } })).toBe(true);
  });

  it('counts from its first day, also where that is a Saturday', () => {
    const days = { startOn: '2026-10-31', endOn: '2026-12-11' };
    expect(words('endDateWithin30SchoolDays', { form: days })).toContain('This one has 30');
  });

  it('goes up in hours, or down for a medical reason', () => {
    const hours = (form: object) => allows('hoursNotLower', { form, remembers: { pttHours: 12 } });
    expect([hours({ hours: 12 }), hours({ hours: 11 }), hours({})]).toEqual([true, false, true]);
    expect(hours({ hours: 11, medicalReason: 'Treatment on Mondays' })).toBe(true);
    expect(words('hoursNotLower', { remembers: { pttHours: 12 } })).toContain('They are 12 now');
  });

  it('ends after twelve weeks in all', () => {
    const ends = (endOn: string) => ({ form: { endOn }, remembers: { pttSince: '2026-11-02' } });
    expect(allows('totalWeeks12', ends('2027-01-25'))).toBe(true);
    expect(allows('totalWeeks12', ends('2027-01-26'))).toBe(false);
    expect(words('totalWeeks12', ends('2027-01-26'))).toContain('Monday 25 January 2027');
  });
});

it('says what a referral still needs', () => {
  const form = { level: '2', immediateRisk: false, sessions: 1, attempts: ['Call', 'Visit'] };
  expect(allows('minimumFieldSet', { form })).toBe(true);
  expect(missing('minimumFieldSet')).toHaveLength(4);
  expect(missing('minimumFieldSet', { form: { ...form, level: '1' } })).toHaveLength(1);
  expect(words('minimumFieldSet', { form: { ...form, attempts: 1 } })).toBe(
    'The referral still needs: two things that have been tried',
  );
});
