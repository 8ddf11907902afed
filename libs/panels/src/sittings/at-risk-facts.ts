import { type AtRisk, type FoundByNight, isVoid } from '@app/attendance';
import { type AttendanceFacts } from '../documents/models';
import { type CaseCandidate } from './candidates';

/** What the last night adds to a candidate: what rules found, and the priority. It orders and never decides. */
export function withData(candidate: CaseCandidate, found: FoundByNight | undefined): CaseCandidate {
  if (!found) return candidate;
  const { hits, points, answers } = found;
  const isSaid = (rule: string) => candidate.because.some((line) => line.startsWith(`${rule}:`));
  const counts = points !== null && points > candidate.score;
  return {
    ...candidate,
    because: [
      ...candidate.because,
      ...hits.filter(({ rule }) => !isSaid(rule)).map(({ rule, words }) => `${rule}: ${words}`),
    ],
    ...(counts && { score: points, scoreAnswers: { ...answers } }),
  };
}

/** The term's line of attendance as papers and pages draw it; undefined where no register was sent. */
export function attendanceFacts(data: AtRisk | undefined): AttendanceFacts | undefined {
  if (!data?.weeks.some(({ attendance }) => attendance !== null)) return undefined;
  const weeks = data.weeks.map(({ from, attendance }, index) => {
    const next = data.weeks[index + 1]?.from;
    const suspended = data.suspensions.filter(
      ({ startOn, outcome }) =>
        startOn >= from && (next === undefined || startOn < next) && !isVoid({ outcome }),
    );
    return {
      from,
      ...(attendance !== null && { percent: attendance }),
      suspendedDays: suspended.reduce((sum, { halfDays }) => sum + halfDays / 2, 0),
    };
  });
  const six = data.attendance.sixWeeks;
  const { thisTerm } = data.suspendedDays;
  return {
    term: 'This term',
    weeks,
    sentence: [
      six?.attendance === null || six === undefined
        ? 'Too few sessions in the last 6 weeks to say.'
        : `${six.attendance}% over the last 6 school weeks.`,
      thisTerm ? `${thisTerm} ${thisTerm === 1 ? 'day' : 'days'} suspended this term.` : '',
    ]
      .filter(Boolean)
      .join(' '),
    ...(six?.againstTimetable !== null &&
      six?.againstTimetable !== undefined && {
        partTimeSentence: `${six.againstTimetable}% of the sessions of the agreed part-time timetable.`,
      }),
  };
}
