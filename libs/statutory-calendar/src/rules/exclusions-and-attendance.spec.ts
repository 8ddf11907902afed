import { rule, school } from '../../testing/rule-book';
import { BadRuleInput } from './rule-input';

describe('exclusions and attendance', () => {
  it.each([
    [5, true, false, 'consider_representations_no_fixed_limit'],
    [5, false, false, 'no_meeting_required'],
    [5.5, true, false, '50_school_days'],
    [15, true, false, '50_school_days'],
    [15, false, false, 'no_meeting_required'],
    [15.5, false, false, '15_school_days'],
    [20, true, true, '15_school_days_and_before_exam_if_practicable'],
  ])(
    '%s days, representations %s, exam %s: %s',
    (days, parentRepresentations, missesPublicExam, duty) => {
      const input = { totalSuspensionDaysInTerm: days, parentRepresentations, missesPublicExam };
      expect(rule('EXCL-BOARD-TRIAGE', input)).toEqual({ duty });
    },
  );

  it('have no 50 days where no meeting is called for', () => {
    const input = {
      boardNotified: '2026-10-05',
      totalDaysInTerm: 4,
      parentRepresentations: true,
      ...school,
    };
    expect(rule('EXCL-BOARD-50SD', input)).toMatchObject({ dueDate: null });
  });

  it.each([
    [16, '15_school_days', '2026-11-03'],
    [15, '50_school_days', '2027-01-06'],
  ])('give the board of %s days in a term its time: %s', (totalDaysInTerm, duty, dueDate) => {
    const input = { boardNotified: '2026-10-05', totalDaysInTerm, parentRepresentations: true };
    expect(rule('EXCL-BOARD-50SD', { ...input, ...school })).toMatchObject({ duty, dueDate });
  });

  it('count the sixth day from the next school day if the first is none', () => {
    expect(
      rule('EXCL-6TH-DAY', { firstSchoolDayOfExclusion: '2026-10-24', ...school }),
    ).toMatchObject({
      provisionFrom: '2026-11-10',
    });
  });

  it('take the fifteenth school day of those listed', () => {
    const daysCodedI = [
      ['2026-09-03', '2026-09-18'],
      '2026-10-05',
      '2026-10-05',
      '2026-10-10',
      '2026-10-06',
      '2026-10-07',
    ];
    expect(rule('S19-15SD', { daysCodedI, ...school })).toMatchObject({
      fifteenthSchoolDay: '2026-10-07',
    });
    expect(rule('S19-15SD', { daysCodedI: daysCodedI.slice(0, 3), ...school })).toMatchObject({
      fifteenthSchoolDay: null,
    });
    expect(() => rule('S19-15SD', { daysCodedI: ['soon'], ...school })).toThrow(BadRuleInput);
  });

  it('take days in any order, and no fifteenth where not every day is one of illness', () => {
    const listed = [['2026-10-05', '2026-10-07'], ['2026-09-03', '2026-09-18'], '2026-09-21'];
    expect(rule('S19-15SD', { daysCodedI: listed, ...school })).toMatchObject({
      fifteenthSchoolDay: '2026-10-06',
    });
    const first = { firstDayCodedI: '2026-09-03', ...school };
    expect(rule('S19-15SD', { ...first, everySchoolDayCodedI: true })).toMatchObject({
      fifteenthSchoolDay: '2026-09-23',
    });
    expect(rule('S19-15SD', first)).toMatchObject({ fifteenthSchoolDay: null, weekday: null });
  });

  it.each([
    [1000, 99, 'none', 9.9],
    [2000, 199, 'none', 10],
    [1000, 100, 'persistent', 10],
    [1000, 499, 'persistent', 49.9],
    [10, 5, 'severe', 50],
    [10, 10, 'severe', 100],
  ])('of %s sessions %s missed is %s', (possibleSessions, absentSessions, kind, rate) => {
    expect(rule('ATT-THRESHOLD', { possibleSessions, absentSessions })).toEqual({
      class: kind,
      rate,
    });
  });
});
