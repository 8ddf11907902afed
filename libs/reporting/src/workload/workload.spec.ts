import { englandBankHolidays, makeCalendar } from '@app/statutory-calendar';
import { bandOf, type WorkloadRow, workloadLines, workloadOn, workloadShown } from './workload';
import { unitsOf } from './workload-units';

const calendar = makeCalendar({ bankHolidays: englandBankHolidays.days });
const row = (reference: string, more: Partial<WorkloadRow> = {}): WorkloadRow => ({
  caseId: reference,
  reference,
  ownerId: 'kit',
  ownerName: 'Kit Larwood',
  teamName: null,
  pathway: 'ehc_needs_assessment',
  stage: 'advice',
  dispute: 'none',
  isPhaseTransfer: false,
  given: null,
  steppedOn: '2027-01-12',
  late: 0,
  ...more,
});
const on = (rows: WorkloadRow[]) => workloadOn(rows, '2027-01-12', calendar);

describe('the age of a case', () => {
  it.each([
    [0, 'b0'],
    [5, 'b0'],
    [6, 'b6'],
    [10, 'b6'],
    [11, 'b11'],
    [20, 'b11'],
    [21, 'b21'],
  ])('of %i working days is in band %s', (days, band) => expect(bandOf(days)).toBe(band));

  it('leaves weekends and bank holidays out', () => {
    const [christmas] = on([row('A', { steppedOn: '2026-12-24' })]);
    expect(christmas).toMatchObject({ days: 10, band: 'b6' });
    expect(on([row('B', { steppedOn: '2027-01-08' })])[0]?.days).toBe(2);
  });
});

describe('what a case weighs', () => {
  it.each([
    [1, {}],
    [1.5, { stage: 'drafting' }],
    [1.5, { stage: 'finalising' }],
    [2, { dispute: 'appeal' }],
    [0.15, { pathway: 'annual_review' }],
    [0.4, { pathway: 'annual_review', isPhaseTransfer: true }],
    [0.5, { pathway: 'y6_transition', given: 0.5 }],
    [1, { pathway: 'y6_transition' }],
  ])('is %d units', (units, more) => expect(unitsOf(row('A', more))).toBe(units));
});

describe('the lines of officers', () => {
  const cases = on([
    row('A', { steppedOn: '2026-11-02', late: 2 }),
    row('B', { late: 1, stage: 'drafting' }),
    row('C', { ownerId: 'noor', ownerName: 'Noor Other' }),
    row('D', { ownerId: null, ownerName: null }),
  ]);

  it('add up, with cases of nobody first and then most late cases', () => {
    expect(workloadLines(cases)).toMatchObject([
      { ownerName: null, open: 1 },
      { ownerName: 'Kit Larwood', open: 2, late: 2, units: 2.5, bands: { b0: 1, b21: 1 } },
      { ownerName: 'Noor Other', open: 1, late: 0 },
    ]);
  });

  it('open exactly the cases that they count', () => {
    const references = (filter: Parameters<typeof workloadShown>[1]) =>
      workloadShown(cases, filter).map(({ reference }) => reference);
    expect(references({})).toEqual(['A', 'B', 'C', 'D']);
    expect(references({ officer: 'kit', band: 'b21' })).toEqual(['A']);
    expect(references({ officer: 'kit', late: true })).toEqual(['A', 'B']);
    expect(references({ officer: 'none' })).toEqual(['D']);
    expect(references({ pathway: 'annual_review' })).toEqual([]);
  });
});
