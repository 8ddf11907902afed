import { pathwayNamed } from '..';
import { guardsOf } from '../../testing/asked';

const { allows, missing } = guardsOf(pathwayNamed('annual_review'));

describe('a day that nobody has given', () => {
  it('is no notice of a meeting', () => {
    expect(allows('meeting14DaysAhead')).toBe(false);
    expect(allows('noticeOrAgreement')).toBe(false);
    expect(allows('noticeOrAgreement', { form: { everybodyAgrees: true } })).toBe(true);
  });

  it('holds nobody up', () => {
    expect(allows('meetingDayCome', { remembers: { meetingOn: null } })).toBe(true);
    expect(allows('reasonsInTime', { remembers: { noticeOn: null } })).toBe(true);
    expect(allows('datesNotAhead')).toBe(true);
  });
});

it('gives the family its time for views, unless it has finished', () => {
  const given = (familyFinished: boolean, ...passed: string[]) =>
    allows('viewsTimeGiven', { remembers: { familyFinished }, facts: { passed } });
  expect([given(true), given(false, 'reps'), given(false, 'final')]).toEqual([true, true, false]);
  expect(allows('viewsTimeGiven')).toBe(false);
});

it('meets on a school day, or where the school agrees; a day nobody looked up is one', () => {
  const meets = (schoolDay?: boolean, schoolAgrees?: boolean) =>
    allows('schoolOpenThatDay', { facts: { schoolDay }, form: { schoolAgrees } });
  expect([meets(true), meets(), meets(false), meets(false, true)]).toEqual([
    true,
    true,
    false,
    true,
  ]);
});

it('takes the answer of a school that was asked, or of none', () => {
  const answer = (setting?: string) =>
    allows('consultedSetting', { form: { setting }, remembers: { consulted: ['199020'] } });
  expect([answer('199020'), answer('199021'), answer()]).toEqual([true, false, true]);
  expect(allows('consultedSetting', { form: { setting: '199020' } })).toBe(false);
});

it('checks the quality of a review before a move, or says why not', () => {
  const decided = (withoutCheckReason?: string, grade: number | null = null) =>
    allows('qualityCheckedOrReason', {
      form: { withoutCheckReason },
      remembers: { reviewKind: 'phase_transfer', grade },
    });
  expect([decided(), decided('The last day is tomorrow'), decided(undefined, 2)]).toEqual([
    false,
    true,
    true,
  ]);
});

it('tells what is missing on the form', () => {
  for (const guard of ['reviewDateKnown', 'datesNotAhead', 'meeting14DaysAhead'])
    expect(missing(guard)).toEqual([expect.objectContaining({ who: 'You, on this form' })]);
});

it.each([
  ['phase_transfer', {}, false],
  ['phase_transfer', { namesNextPlace: true }, true],
  ['ordinary', {}, true],
])('keeps a plan at a review of the kind %s with %j: %s', (reviewKind, form, yes) => {
  expect(allows('nextPlaceNamed', { form, remembers: { reviewKind } })).toBe(yes);
});
