import { type AtRisk, isVoid } from '@app/attendance';
import { type AttendanceFacts } from '../documents/models';
import { type CaseCandidate } from './candidates';

/** What the data adds to a candidate: what rules found, and the priority as it is on the day. It orders and never decides. */
export function withData(candidate: CaseCandidate, data: AtRisk | undefined): CaseCandidate {
  if (!data || candidate.pathway !== 'tats_case') return candidate;
  const standing = data.hits.filter(({ endedOn }) => endedOn === null);
  const hasRegister = typeof data.attendance.year?.attendance === 'number';
  if (!standing.length && !data.suspensions.length && !hasRegister) return candidate;
  return {
    ...candidate,
    because: [...candidate.because, ...standing.map(({ rule, words }) => `${rule}: ${words}`)],
    score: Math.max(candidate.score, data.priority.points),
    ...(data.priority.points > candidate.score && { scoreAnswers: { ...data.priority.answers } }),
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
