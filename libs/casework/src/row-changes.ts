import { type PathwayEvent, type PathwayState } from '@app/pathways';
import { type CalendarDay } from '@app/statutory-calendar';
import { type CaseRow } from './case-row';
import { uuidOr } from './facts';
import { type HistoryRow } from './history';

/** The columns of the case row that an event sets beside state and clocks. */
export interface Holders {
  readonly ownerId: string | null;
  readonly coverId: string | null;
  readonly coverUntil: CalendarDay | null;
  readonly restricted: boolean;
}

/** Who holds the case after this event, and whether the record is restricted (regions ownership and safeguarding). */
export function holdersAfter(
  subject: Pick<CaseRow, keyof Holders>,
  { type, payload }: PathwayEvent,
  state: PathwayState,
): Holders {
  const { ownerId, coverId, coverUntil } = subject;
  const restricted =
    state.value['safeguarding'] === 'restricted' || state.value['work'] === 'closed_deceased';
  const nobody = { coverId: null, coverUntil: null, restricted };
  switch (type) {
    case 'ALLOCATED':
      return { ownerId: uuidOr(payload['workerId']), ...nobody };
    case 'WORKER_LEFT':
      return { ownerId: null, ...nobody };
    case 'COVER_STARTED':
      return {
        ownerId,
        coverId: uuidOr(payload['coverId']),
        coverUntil: String(payload['coverEndDate']),
        restricted,
      };
    case 'COVER_ENDED':
      return { ownerId, ...nobody };
    default:
      return { ownerId, coverId, coverUntil, restricted };
  }
}

/** Who holds a case after all of these events. */
export function holdersOf(rows: readonly HistoryRow[]): Holders {
  const nobody: Holders = { ownerId: null, coverId: null, coverUntil: null, restricted: false };
  return rows.reduce(
    (holders, row) =>
      holdersAfter(holders, { ...row, facts: {} }, { value: row.stages, context: {} }),
    nobody,
  );
}
