import { readChild } from '@app/people';
import { pathwayNamed, pathways, ROLES } from '@app/pathways';
import {
  addDays,
  checkUpn,
  type CalendarDay,
  daysBetween,
  englandBankHolidays,
  makeCalendar,
} from '@app/statutory-calendar';
import { councilTerms, academyTerms } from '../../apps/console/src/demo/calendar';
import { type DemoChild } from '../../apps/console/src/demo/people/child';
import { OFFICERS } from '../../apps/console/src/demo/people/officers';
import { DEMO_SCHOOLS } from '../../apps/console/src/demo/people/schools';
import { wendmoor } from '../../apps/console/src/demo/wendmoor';
import { stateOfAssessment } from '@app/casework';
import scenarios from '../vectors/scenarios.json';
import { type Played, Stage, standing } from './play';

const FEW_PLANS = 4;

function calendarOn(today: CalendarDay) {
  const terms = { name: 'Wendmoor schools', ...councilTerms(today) };
  return makeCalendar({ bankHolidays: englandBankHolidays.days, terms });
}

function told(today: CalendarDay) {
  const calendar = calendarOn(today);
  const { children, cohorts, assessments, units, others } = wendmoor(today, calendar, FEW_PLANS);
  const stage = new Stage(today, calendar);
  const y6 = stage.tell(cohorts);
  const hd = stage.tell(units);
  const ehc = assessments.flatMap((journey) => stage.tell([journey]));
  const rest = others.flatMap((journey) => stage.tell([journey]));
  return { children, calendar, y6, ehc, hd, rest };
}

const LEGS = [
  'requested',
  'decision_assess',
  'advice',
  'decision_plan',
  'drafting',
  'draft_issued',
  'finalising',
];

describe.each([
  ['a school day', '2027-01-12'],
  ['a Sunday', '2026-11-22'],
  ['the summer holiday', '2026-08-10'],
  ['the first days of September', '2026-09-03'],
  ['a year past the published terms', '2029-06-19'],
])('Wendmoor on %s', (_name, today) => {
  const { calendar, y6, ehc, hd, rest, children } = told(today);
  const everyCase = [...y6, ...ehc, ...hd, ...rest];
  const cohort = String(Number(today.slice(0, 4)) + (today.slice(5) >= '09' ? 1 : 0));
  const ours = y6.filter(({ journey }) => journey.cohort === cohort);

  it('has 25 families that agreed, 6 to hear from and 1 place that was just freed', () => {
    const counts = standing(ours);
    const agreed = ['baseline', 'primary_phase', 'handed_over', 'summer_bridge'].map(
      (state) => counts[state] ?? 0,
    );
    expect(agreed.reduce((sum, count) => sum + count)).toBe(25);
    expect(counts).toMatchObject({
      accepted: 6,
      declined_by_family: 1,
      nominated: 3,
      screening: 3,
    });
  });

  it('has 232 open assessments, 36 of them past a legal date and some at risk', () => {
    const open = ehc.filter(
      ({ state, isClosed }) => !isClosed && LEGS.includes(state.value['work'] ?? ''),
    );
    const kinds = open.map((played) => kindOf(played, today, calendar));
    expect(open).toHaveLength(232);
    expect(kinds.filter((kind) => kind === 'breached' || kind === 'excused')).toHaveLength(36);
    expect(kinds.filter((kind) => kind === 'at_risk').length).toBeGreaterThanOrEqual(52);
    expect(kinds.filter((kind) => kind === 'on_time').length).toBeGreaterThan(100);
  });

  it('has open cases of every pathway, each at three stages or more', () => {
    for (const { name } of pathways) {
      const open = everyCase.filter(
        ({ journey, isClosed }) => journey.pathway === name && !isClosed,
      );
      const stages = Object.keys(standing(open));
      expect([name, stages.length >= 3]).toEqual([name, true]);
    }
  });

  it('has two units: one full with three children waiting, one that keeps a place for a child who went back', () => {
    expect(standing(hd)).toMatchObject({ waitlisted: 3, returned_mainstream: 1, offered: 1 });
    const holds = ({ state }: Played) => state.context['holdsPlace'] === true;
    const held = hd.filter((played) => holds(played) && !played.isClosed);
    expect(held).toHaveLength(7);
  });

  it('leaves nothing undone that a clock would have done by now', () => {
    const left = everyCase.flatMap(({ clocks }) =>
      clocks.filter(
        ({ status, firesOn }) => status === 'open' && firesOn !== null && firesOn <= today,
      ),
    );
    expect(left).toEqual([]);
  });

  it('says only what each form allows, on days that have come', () => {
    for (const { journey } of everyCase)
      for (const { type, on, payload } of [journey.opening, ...journey.steps]) {
        const { example, payload: schema } = pathwayNamed(journey.pathway).events[type]!;
        expect(schema.safeParse({ ...example, ...payload }).error).toBeUndefined();
        expect(on <= today).toBe(true);
      }
  });

  it('has children whose details any form would take, each with a number of their own', () => {
    const numbers = children.map(({ upn }) => upn);
    expect(new Set(numbers).size).toBe(children.length);
    expect(numbers.filter((upn) => !checkUpn(upn).valid)).toEqual([]);
    for (const child of children) expect(() => readChild(asTyped(child), today)).not.toThrow();
  });

  it('has terms loaded for 18 months and more', () => {
    const last = councilTerms(today).terms.at(-1)![1];
    expect(daysBetween(today, last)).toBeGreaterThan(548);
    expect(last > addDays(today, 548)).toBe(true);
  });
});

/** A child's record as the form sends it: nothing is a blank. */
function asTyped({ surname, forename, ...child }: DemoChild) {
  const fields = { ...child, legalSurname: surname, legalForename: forename };
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, value ?? '']));
}

function kindOf(
  { state, clocks, journey }: Played,
  today: CalendarDay,
  calendar: ReturnType<typeof calendarOn>,
) {
  const assessment = { stage: state.value['work'] ?? '', openedOn: journey.opening.on, clocks };
  return stateOfAssessment(assessment, { today, calendar })?.kind;
}

describe('the invented council', () => {
  it('keeps the term dates of the scenarios, so that both count alike', () => {
    const { terms, inset } = councilTerms('2026-11-22');
    expect(terms).toEqual(expect.arrayContaining(scenarios.calendar.terms));
    expect(inset).toEqual(expect.arrayContaining(scenarios.calendar.inset));
  });

  it('makes years of about 190 pupil days, in order and without overlap', () => {
    for (const { terms, inset } of [councilTerms('2030-01-15'), academyTerms('2030-01-15')]) {
      const days = terms.flat();
      expect(days).toEqual([...days].sort());
      const calendar = makeCalendar({ bankHolidays: [], terms: { name: 'X', terms, inset } });
      const count = Array.from({ length: 365 }, (_, n) => addDays('2029-09-01', n)).filter((day) =>
        calendar.isSchoolDay(day),
      ).length;
      expect(count).toBeGreaterThan(180);
      expect(count).toBeLessThan(200);
    }
  });

  it('has 25 schools whose numbers belong to nobody, and a persona for each role', () => {
    expect(DEMO_SCHOOLS.map(({ urn }) => urn)).toEqual(
      Array.from({ length: 25 }, (_, at) => String(199001 + at)),
    );
    const played = OFFICERS.filter(({ isPersona }) => isPersona).flatMap(({ roles }) => roles);
    const wanted = Object.keys(ROLES).filter((role) => role !== 'system');
    expect(wanted.filter((role) => !played.includes(role as never))).toEqual([]);
  });

  it('is the same for the same day', () => {
    const calendar = calendarOn('2027-01-12');
    const [one, two] = [1, 2].map(() =>
      JSON.stringify(wendmoor('2027-01-12', calendar, FEW_PLANS)),
    );
    expect(one).toBe(two);
  });
});
