import { advance, begin, type Facts, NotAllowedNow, type Step } from '..';
import { eotasClocks } from './deadlines';
import { eotasPackage as eo } from '.';

const FREE: Facts = { actorMay: ['placement.decide'], actorProposed: false };
const ON = '2027-02-22';
type Say = readonly [type: string, payload?: object, facts?: Facts];

const event = ([type, payload, facts]: Say, on = ON) => ({
  type,
  occurredOn: on,
  payload: { ...eo.events[type]?.example, ...payload },
  facts: facts ?? FREE,
});
const stepsOf = (...events: Say[]): Step[] =>
  events.reduce<Step[]>(
    (steps, say) => [...steps, advance(eo, steps.at(-1)!.state, event(say))],
    [begin(eo, event([eo.opensWith]))],
  );
const last = (...events: Say[]) => stepsOf(...events).at(-1)!;
const work = (...events: Say[]) => last(...events).state.value['work'];
function refused(before: Say[], ...say: Say) {
  try {
    advance(eo, last(...before).state, event(say));
  } catch (error) {
    if (error instanceof NotAllowedNow) return error.reasons;
    throw error;
  }
  throw new Error('It was allowed');
}
const proposed: Say[] = [['PACKAGE_PROPOSED']];
const agreed: Say[] = [...proposed, ['PACKAGE_AGREED']];
const running: Say[] = [...agreed, ['PROVISION_STARTED']];
const example = eo.events['PACKAGE_PROPOSED']!.example['lines'] as Record<string, unknown>[];
const lines = (change: object) => [{ ...example[0], ...change }, example[1]];

describe('proposing a package', () => {
  it('comes after the family was consulted, as section 61(3) asks', () => {
    const [reason] = refused([], 'PACKAGE_PROPOSED', { familyConsultedOn: undefined });
    expect(reason?.text).toContain('section 61(3)');
  });

  it('has lines that end after they start; the refusal names the others', () => {
    const [reason] = refused([], 'PACKAGE_PROPOSED', { lines: lines({ endsOn: '2027-01-01' }) });
    expect(reason).toMatchObject({
      guard: 'linesDated',
      text: 'These lines end before they start: Fen Tutors',
    });
  });

  it('takes no line without hours, cost or dates, and no hours below half an hour', () => {
    const schema = eo.events['PACKAGE_PROPOSED']!.payload;
    const faults = (change: object) =>
      schema
        .safeParse({
          ...eo.events['PACKAGE_PROPOSED']!.example,
          lines: lines(change),
        })
        .error?.issues.map(({ path, message }) => `${path.join('.')} ${message}`);
    expect(faults({ hours: 0 })).toEqual(['lines.0.hours Hours a week: enter 0.5 or more']);
    expect(faults({ cost: 12.5 })).toEqual([
      'lines.0.cost Cost a week, in pounds: enter whole pence',
    ]);
    expect(faults({ startsOn: undefined })).toEqual(['lines.0.startsOn Enter starts on']);
    expect(faults({ colour: 'red' })).toHaveLength(1);
  });

  it('adds up hours and pence a week', () => {
    expect(last(...proposed).state.context['package']).toMatchObject({
      hours: 11.5,
      cost: 55_500,
      starts: ['2027-02-22', '2027-03-01'],
      ends: ['2027-05-28', '2027-07-22'],
    });
  });
});

describe('deciding', () => {
  it('is never for the one who proposed, also not on a change', () => {
    const again: Facts = { ...FREE, actorProposed: true };
    expect(refused(proposed, 'PACKAGE_AGREED', {}, again)[0]?.guard).toBe('notTheProposer');
    expect(refused(proposed, 'PACKAGE_NOT_AGREED', {}, again)[0]?.guard).toBe('notTheProposer');
    expect(refused([...running, ['CHANGE_PROPOSED']], 'CHANGE_AGREED', {}, again)[0]?.guard).toBe(
      'notTheProposer',
    );
  });

  it('waits until every provider is checked, and says whose check is missing', () => {
    const before: Say[] = [['PACKAGE_PROPOSED', { lines: lines({ isChecked: false }) }]];
    const [reason] = refused(before, 'PACKAGE_AGREED');
    expect(reason?.text).toContain('Fen Tutors');
    expect(work(...before, ['SENT_BACK'], ['PACKAGE_PROPOSED'], ['PACKAGE_AGREED'])).toBe('agreed');
  });

  it('does not rest on cost alone', () => {
    const [reason] = refused(proposed, 'PACKAGE_NOT_AGREED', { reasons: 'It is too expensive.' });
    expect(reason?.text).toContain('Section 61');
  });
});

describe('a package that runs', () => {
  it('takes a change once it is agreed, and keeps its lines when it is not', () => {
    const change: Say = ['CHANGE_PROPOSED', { lines: [{ ...example[0], hours: 15 }] }];
    const hours = (...events: Say[]) =>
      (last(...running, change, ...events).state.context['package'] as { hours: number }).hours;
    expect(hours()).toBe(11.5);
    expect(hours(['CHANGE_AGREED'])).toBe(15);
    expect(hours(['CHANGE_NOT_AGREED'])).toBe(11.5);
    expect(hours(['REVIEW_HELD', { next: 'return' }])).toBe(11.5);
  });

  it('looks for other provision, and at the section 19 duty, when a provider stops', () => {
    const { instructions, state } = last(...running, ['PROVIDER_STOPPED']);
    expect(state.value['work']).toBe('running');
    expect(instructions.map(({ type }) => type)).toEqual(['task.open', 'case.open']);
    expect(instructions).toContainEqual(expect.objectContaining({ pathway: 's19_request' }));
  });

  it.each([
    [['RETURNED_TO_SCHOOL'], 'returned_to_school'],
    [['PLAN_AMENDED'], 'plan_names_school'],
    [['PLAN_AMENDED', { outcome: 'ceased' }], 'plan_ceased'],
    [['PLAN_AMENDED', { outcome: 'keeps' }], 'running'],
    [['REVIEW_HELD', { next: 'return' }], 'returning'],
  ] as [Say, string][])('after %j it stands at %s', (say, expected) => {
    expect(work(...running, say)).toBe(expected);
  });

  it('ends with measures, or a reason why they are missing', () => {
    const none = { measures: {} };
    expect(refused(running, 'RETURNED_TO_SCHOOL', none)[0]?.guard).toBe('endMeasures');
    expect(refused(running, 'PLAN_AMENDED', none)[0]?.guard).toBe('endMeasures');
    const why = { measures: { missingReason: 'The family has moved' } };
    expect(work(...running, ['RETURNED_TO_SCHOOL', why])).toBe('returned_to_school');
  });

  it('is reviewed each half term, and warns of the next line that ends', () => {
    const rule = (code: string) => eotasClocks.find((it) => it.code === code)!;
    expect(rule('review_due').limit).toMatchObject({ unit: 'SW', n: 6 });
    const anchorOn = (on: string) =>
      rule('line_ends').starts[0]?.anchor?.({
        event: event(['REVIEW_HELD'], on),
        before: {},
        after: {},
        context: last(...running).state.context,
        closed: false,
      });
    expect(anchorOn('2027-04-12')).toBe('2027-05-28');
    expect(anchorOn('2027-06-01')).toBe('2027-07-22');
  });
});
