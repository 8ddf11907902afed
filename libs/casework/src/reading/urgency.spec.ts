import { englandBankHolidays, makeCalendar } from '@app/statutory-calendar';
import { byUrgency, chosenOf, groupOf } from './urgency';
import { type WorkStep } from './work-step';

const calendar = makeCalendar({ bankHolidays: englandBankHolidays.days });
const today = '2027-01-12'; // a Tuesday

function step(key: string, dueOn: string | null, more: Partial<WorkStep> = {}): WorkStep {
  return {
    key,
    label: key,
    ask: key,
    because: '',
    dueOn,
    state: undefined,
    byLaw: false,
    whose: 'mine',
    reasons: [],
    event: key,
    ...more,
  };
}
const blocked = [{ guard: 'g', text: 'No', missing: [] }];

describe('the order of My work', () => {
  it.each([
    ['2026-12-28', 'late'],
    ['2027-01-12', 'late'],
    ['2027-01-13', 'week'],
    ['2027-01-17', 'week'],
    ['2027-01-18', 'next'],
    ['2027-01-24', 'next'],
    ['2027-01-25', 'later'],
    [null, 'later'],
  ])('puts %s into its group', (dueOn, group) => {
    expect(groupOf(dueOn, today)).toBe(group);
  });

  it('treats Sunday as the end of its week', () => {
    expect([groupOf('2027-01-17', '2027-01-17'), groupOf('2027-01-18', '2027-01-17')]).toEqual([
      'late',
      'next',
    ]);
  });

  it('goes by group, then the law, then the day', () => {
    const steps = [
      step('local tomorrow', '2027-01-13'),
      step('law on Friday', '2027-01-15', { byLaw: true }),
      step('late and local', '2026-12-01'),
      step('late by law', '2026-12-28', { byLaw: true }),
      step('no date', null),
      step('next week', '2027-01-19', { byLaw: true }),
    ];
    expect([...steps].sort(byUrgency(today)).map(({ key }) => key)).toEqual([
      'late by law',
      'late and local',
      'law on Friday',
      'local tomorrow',
      'next week',
      'no date',
    ]);
  });
});

describe('the rows of one case', () => {
  const keys = (steps: WorkStep[]) =>
    chosenOf(steps, today, calendar).map(({ step: { key } }) => key);

  it('are its most urgent step, and no more', () => {
    expect(keys([step('b', '2027-01-29'), step('a', '2027-01-13')])).toEqual(['a']);
  });

  it('are also legal dates that are late or fewer than 5 working days off, and every task', () => {
    const law = { byLaw: true };
    expect(
      keys([
        step('first', '2027-01-01', law),
        step('soon', '2027-01-18', law),
        step('far', '2027-01-19', law),
        step('task', '2027-02-01', { taskId: 't' }),
      ]),
    ).toEqual(['first', 'soon', 'task']);
  });

  it('put a step that can be taken before one that is blocked', () => {
    expect(
      keys([step('blocked', '2027-01-13', { reasons: blocked }), step('open', '2027-01-14')]),
    ).toEqual(['open']);
    expect(keys([step('blocked', '2027-01-13', { reasons: blocked })])).toEqual(['blocked']);
  });

  it('keep clocks of one kind together', () => {
    const clock = (subject: string) => ({
      clock: {
        code: 'advice_due',
        subject,
        occurrence: 1,
        rule: 'R',
        basis: 'statutory' as const,
        anchor: today,
        dueOn: today,
        sends: null,
      },
    });
    const [row] = chosenOf(
      [step('ep', '2026-12-28', clock('ep')), step('slt', '2027-01-13', clock('slt'))],
      today,
      calendar,
    );
    expect([row?.step.key, row?.alike.map(({ key }) => key)]).toEqual(['ep', ['slt']]);
  });
});
