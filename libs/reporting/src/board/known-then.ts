import { asCorrected, type HistoryRow, replayed } from '@app/casework';
import { pathwayNamed } from '@app/pathways';
import { type Calendar } from '@app/statutory-calendar';
import { ASSESSMENT, OPEN_STAGES } from './assessment';
import { type BoardClock, type StandingRow } from './open-assessment';

/**
 * An assessment as it was known when only these lines of its history were written: played again, so that stage and
 * clocks are what the board showed then. Undefined where it was not known, or no longer open.
 */
export function knownThen(
  reference: string,
  lines: readonly HistoryRow[],
  calendar: Calendar,
): StandingRow | undefined {
  const known = asCorrected(lines);
  const [first] = known;
  if (!first) return undefined;
  const { state, clocks } = replayed(pathwayNamed(ASSESSMENT), known, calendar);
  const stage = state.value['work'] ?? '';
  if (!OPEN_STAGES.includes(stage)) return undefined;
  return {
    caseId: first.caseId,
    reference,
    receivedOn: first.occurredOn,
    stage,
    ownerId: null,
    ownerName: null,
    teamId: null,
    teamName: null,
    area: null,
    dispute: state.value['dispute'] ?? 'none',
    awaiting: [],
    grounds: (state.context['excused'] as string[] | undefined) ?? [],
    clocks: clocks.filter(({ basis }) => basis !== 'local').map(boardClock),
  };
}

const boardClock = (clock: Omit<BoardClock, 'excuse'>): BoardClock => ({
  code: clock.code,
  subject: clock.subject,
  basis: clock.basis,
  rule: clock.rule,
  dueOn: clock.dueOn,
  status: clock.status,
  endedOn: clock.endedOn,
  sends: clock.sends,
});
