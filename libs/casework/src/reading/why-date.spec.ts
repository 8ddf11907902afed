import { type ClockRule, type Pathway, pathways } from '@app/pathways';
import { longDay } from '@app/statutory-calendar';
import { isWords } from '../../../pathways/testing/is-words';
import { manySchoolYears as calendar } from '../../../pathways/testing/school-years';
import { asText, type Counted, dueAgain } from '../derivation';
import { type CaseFile, type FileClock } from './case-file';
import { whyDate, type WhyDate } from './why-date';

const ANCHOR = '2026-01-12';
const TODAY = '2026-01-20';

/** Every clock of every pathway, once for each way in which it can start. */
const all = pathways.flatMap((pathway) =>
  pathway.clocks.flatMap((rule) =>
    rule.starts.map(
      ({ limit = rule.limit, from = rule.from }, n) =>
        [pathway.name, rule.code, n + 1, pathway, rule, { limit, ...(from && { from }) }] as const,
    ),
  ),
);

function clockOf(rule: ClockRule, counted: Counted): FileClock {
  return {
    code: rule.code,
    subject: '',
    occurrence: 1,
    rule: rule.rule ?? null,
    basis: rule.basis,
    anchor: ANCHOR,
    dueOn: dueAgain(rule, counted, ANCHOR, calendar)!,
    sends: rule.sends ?? null,
    status: 'open',
    endedOn: null,
    startedVersion: 1,
    endedVersion: null,
    calendarVersion: calendar.version,
    counted: asText(counted),
    ruleVersion: rule.rule ? 'ENG-SEND-2014' : null,
  };
}

function whyOf(pathway: Pathway, clock: FileClock): WhyDate {
  const file = {
    forename: 'Ellis',
    openedOn: ANCHOR,
    state: { value: {}, context: {} },
    clocks: [clock],
    schoolName: 'Fernhollow Primary',
  } as unknown as CaseFile;
  return whyDate({
    file,
    pathway,
    clock,
    history: [],
    restatements: [],
    calendar,
    today: TODAY,
    names: { officers: new Map(), schools: new Map() },
  })!;
}

describe('why a date is what it is', () => {
  it.each(all)(
    '%s says of %s (start %i) why, in plain words',
    (_, __, ___, pathway, rule, counted) => {
      const clock = clockOf(rule, counted);
      const why = whyOf(pathway, clock);
      const said = [
        why.question,
        why.sentence,
        ...why.wouldChange,
        ...why.wouldNot,
        ...why.steps.flatMap(({ text, result }) => [text, result ?? '']),
      ];
      expect(said.filter((text) => text && !/^[+−−]/.test(text) && !isWords(text))).toEqual([]);
      expect(why.sentence).toMatch(/\.$/);
      expect(why.sentence).toContain(longDay(clock.dueOn));
      expect(why.again).toBe(clock.dueOn);
      expect(why.steps.some(({ small }) => small?.includes(rule.source))).toBe(true);
    },
  );

  it.each(all.filter(([, , , , { basis }]) => basis === 'statutory'))(
    '%s names for %s (start %i) the law that it rests on',
    (_, __, ___, ____, { source }) => {
      expect(source).toMatch(
        /regulation|section|Act|Rules|SI \d{4}|Code|Regulations|v Devon|Worked out|The last day of the course/,
      );
    },
  );

  it('names the version of the law beside its rule', () => {
    const ehc = pathways.find(({ name }) => name === 'ehc_needs_assessment')!;
    const w20 = ehc.clocks.find(({ code }) => code === 'w20')!;
    const { steps } = whyOf(ehc, clockOf(w20, { limit: w20.limit }));
    expect(steps.map(({ small }) => small)).toContain(
      'SEND Regulations 2014, regulation 13(2). Rule EHCNA-FINAL-20W in ENG-SEND-2014',
    );
  });
});
