import fc from 'fast-check';
import { attendanceOf, NO_SESSIONS, tallied, type Tally, together } from './attendance';
import { ALL_CODES, classOf, codesOf } from './session-codes';

const times = (count: number, ...codes: string[]) => Array<string[]>(count).fill(codes).flat();

/** Registers, and what they come to: [possible, absent, attendance, against the timetable, band]. */
const VECTORS: readonly (readonly [string, readonly string[], readonly unknown[]])[] = [
  ['always there', times(10, '/', '\\'), [20, 0, 100, null, 'none']],
  ['19 sessions say nothing', times(19, 'O'), [19, 19, null, null, null]],
  ['20 do', times(20, 'O'), [20, 20, 0, null, 'severe']],
  ['late is there', times(20, 'L'), [20, 0, 100, null, 'none']],
  ['elsewhere is there', times(4, 'K', 'V', 'P', 'W', 'B'), [20, 0, 100, null, 'none']],
  [
    'another school is no possible session',
    [...times(20, '/'), ...times(9, 'D')],
    [20, 0, 100, null, 'none'],
  ],
  [
    'closed, unable, not required: no possible session',
    [...times(20, '/'), '#', 'Q', 'X', 'Z', 'Y1', 'Y2', 'Y3', 'Y4', 'Y5', 'Y6', 'Y7'],
    [20, 0, 100, null, 'none'],
  ],
  ['suspended is away with leave', [...times(18, '/'), 'E', 'E'], [20, 2, 90, null, 'persistent']],
  [
    '9.9% is not persistent',
    [...times(100, '/'), ...times(11, 'O')],
    [111, 11, 90.1, null, 'none'],
  ],
  ['10% is', [...times(90, '/'), ...times(10, 'O')], [100, 10, 90, null, 'persistent']],
  [
    'just under half rounds to half and is not severe',
    [...times(501, '/'), ...times(500, 'O')],
    [1001, 500, 50, null, 'persistent'],
  ],
  ['half is severe', [...times(50, '/'), ...times(50, 'I')], [100, 50, 50, null, 'severe']],
  [
    'a part-time timetable is absence, and beside it full attendance of what was agreed',
    [...times(12, '/'), ...times(8, 'C2')],
    [20, 8, 60, 100, 'persistent'],
  ],
  [
    'and not full where agreed sessions were missed',
    [...times(9, '/'), ...times(3, 'U'), ...times(8, 'C2')],
    [20, 11, 45, 75, 'severe'],
  ],
  ['nothing agreed but absence', times(20, 'C2'), [20, 20, 0, null, 'severe']],
  [
    'codes that do not exist count for nothing',
    [...times(20, '/'), 'H', 'Y', 'c'],
    [20, 0, 100, null, 'none'],
  ],
];

describe('attendance', () => {
  it.each(VECTORS)('%s', (_, codes, expected) => {
    const { possible, absent, attendance, againstTimetable, band } = attendanceOf(tallied(codes));
    expect([possible, absent, attendance, againstTimetable, band]).toEqual(expected);
  });

  it('counts late, ill and part-time sessions apart', () => {
    expect(tallied(['L', 'L', 'I', 'C2', 'O', '/', 'D'])).toEqual({
      possible: 6,
      authorised: 2,
      unauthorised: 1,
      late: 2,
      ill: 1,
      partTime: 1,
    });
  });

  it('has each code in one class', () => {
    const all = (['present', 'authorised', 'unauthorised', 'not_counted'] as const).flatMap(
      codesOf,
    );
    expect(all).toHaveLength(new Set(all).size);
    expect(ALL_CODES).toHaveLength(8 + 10 + 4 + 12);
    expect([classOf('D'), classOf('C2'), classOf('H')]).toEqual([
      'not_counted',
      'authorised',
      undefined,
    ]);
  });

  it('comes to the same however a register is cut in two, and attendance and absence make a whole', () => {
    const code = fc.constantFrom(...ALL_CODES);
    fc.assert(
      fc.property(fc.array(code, { maxLength: 80 }), fc.nat(80), (codes, at) => {
        const whole: Tally = tallied(codes);
        expect(together(tallied(codes.slice(0, at)), tallied(codes.slice(at)))).toEqual(whole);
        const { attendance, absence, possible } = attendanceOf(whole);
        expect(attendance === null).toBe(possible < 20);
        if (attendance !== null && absence !== null)
          expect(attendance + absence).toBeCloseTo(100, 6);
      }),
    );
    expect(together(NO_SESSIONS, NO_SESSIONS)).toEqual(NO_SESSIONS);
  });
});
