import { shortDay } from '@app/statutory-calendar';
import { type Rule } from './rule';
import { percent } from './rule-words';
import { suspensionsIn } from './suspensions';

const HAS_SOCIAL_WORKER: readonly string[] = ['cla', 'cp', 'cin'];
const SUPPORTED_ABSENCE: readonly string[] = ['ebsna', 's19_request'];

/** Rules about absence and what stands beside it (handbook 6.2). */
export const ABSENCE_RULES: readonly Rule[] = [
  {
    code: 'T5',
    words: () =>
      'A child who missed 10% or more of sessions this school year was suspended this term.',
    then: 'The child is put forward for a meeting.',
    test: ({ suspensions, attendance: { year: seen }, windows: { year, thisTerm } }) => {
      const last = suspensionsIn(suspensions, thisTerm).at(-1);
      if (!year || !last || !seen?.band || seen.band === 'none') return undefined;
      return {
        route: 'list',
        key: `since ${last.startOn}`,
        values: { absence: seen.absence ?? 0, possible: seen.possible, lastOn: last.startOn },
        words: `${percent(seen.absence)} of sessions missed this year, and suspended on ${shortDay(last.startOn)}`,
        window: year,
      };
    },
  },
  {
    code: 'T6',
    words: () =>
      'Half of the sessions of this school year or more were missed, and there is no support for anxiety about school and no education arranged otherwise.',
    then: 'Somebody looks at it first.',
    test: ({ attendance: { year: seen }, windows: { year }, openOn }) => {
      if (!year || seen?.band !== 'severe') return undefined;
      if (openOn.some((pathway) => SUPPORTED_ABSENCE.includes(pathway))) return undefined;
      return {
        route: 'triage',
        key: `year ${year.from}`,
        values: { absence: seen.absence ?? 0, possible: seen.possible },
        words: `${percent(seen.absence)} of sessions missed this year`,
        window: year,
      };
    },
  },
  {
    code: 'T7',
    words: ({ timetableDaysOver }) =>
      `A part-time timetable is in force ${timetableDaysOver} school days or more after its last day.`,
    then: 'Somebody looks at it first.',
    test: ({ timetable, windows: { year } }, { timetableDaysOver }) => {
      if (!timetable || !year || timetable.daysOver < timetableDaysOver) return undefined;
      return {
        route: 'triage',
        key: `ended ${timetable.endedOn}`,
        values: { endedOn: timetable.endedOn, schoolDaysOver: timetable.daysOver },
        words: `The part-time timetable was to end on ${shortDay(timetable.endedOn)}`,
        window: { from: timetable.endedOn, to: year.to },
      };
    },
  },
  {
    code: 'T8',
    words: () =>
      'The first suspension of the school year of a child with an EHC plan, in care, or with a social worker.',
    then: 'Somebody looks at it first. The virtual school or the case officer is told.',
    test: (facts) => {
      const { suspensions, windows, senProvision, careStatus, careSaidBySchool } = facts;
      const [first] = suspensionsIn(suspensions, windows.year);
      const inCare = careSaidBySchool || HAS_SOCIAL_WORKER.includes(careStatus);
      if (!first || !windows.year || !(inCare || senProvision === 'E')) return undefined;
      return {
        route: 'triage',
        key: `first ${first.startOn}`,
        values: { startOn: first.startOn, plan: senProvision === 'E' ? 'yes' : 'no' },
        words: `First suspension of the year, on ${shortDay(first.startOn)}`,
        window: windows.year,
      };
    },
  },
];
