import { freePlace, WAITING_ORDER } from '@app/casework';
import { Statements } from '@app/database';
import { type CalendarDay } from '@app/statutory-calendar';
import { Injectable } from '@nestjs/common';
import { PROGRAMME } from './programme';
import { type Rankable } from './rank';

/** A child on the waiting list, without a name: who may see it is the page's question. */
export interface Waiting extends Rankable {
  readonly caseId: string;
  readonly rank: number;
  /** The day the panel put the child on the list. */
  readonly waitingSince: CalendarDay;
}

/** The waiting list of a cohort, in the order in which free places are offered. */
@Injectable()
export class WaitingList {
  constructor(private readonly statements: Statements) {}

  /** Everybody who waits, rank 1 first. */
  async of(authority: string, cohort: string): Promise<Waiting[]> {
    const rows = await this.statements.run<Omit<Waiting, 'rank'>>('waiting-list.of', WAITING, [
      authority,
      PROGRAMME,
      cohort,
    ]);
    return rows.map((row, index) => ({ ...row, rank: index + 1 }));
  }

  /** Who is first on each list that has a free place, unless somebody has the task already to offer it. */
  nextInLine(
    authority: string,
    day: CalendarDay,
  ): Promise<{ caseId: string; version: number; cohort: string }[]> {
    return this.statements.run('waiting-list.next', NEXT, [authority, PROGRAMME, day]);
  }

  /** The rank of a case on its cohort's list, from 1; undefined when it does not wait. */
  async rankOf(authority: string, caseId: string): Promise<number | undefined> {
    const [found] = await this.statements.run<{ cohort: string }>(
      'waiting-list.cohort',
      COHORT_OF,
      [authority, caseId],
    );
    const waiting = found ? await this.of(authority, found.cohort) : [];
    return waiting.find((each) => each.caseId === caseId)?.rank;
  }

  /** Whether the next free place is for this case. */
  async topOfList(authority: string, caseId: string): Promise<boolean> {
    return (await this.rankOf(authority, caseId)) === 1;
  }
}

/** In the order of the guard that lets a free place go to one child only. */
const WAITING = `
SELECT w.id AS "caseId", w.reference, (w.state->'context'->>'tvs')::int AS score, h.care_status AS "careStatus",
  w.state->'value'->>'destination' <> 'unknown' AS "hasSchool", w.opened_on AS "nominatedOn",
  (n.payload->>'drawnNumber')::int AS "drawnNumber",
  (SELECT max(e.occurred_on) FROM effective_event e WHERE e.case_id = w.id AND e.type = 'PANEL_ACCEPTED') AS "waitingSince"
FROM send_case w
JOIN child h ON h.id = w.child_id
JOIN case_event n ON n.case_id = w.id AND n.version = 1
WHERE w.authority = $1 AND w.pathway = $2 AND w.cohort = $3 AND w.open AND w.stage = 'waitlisted'
ORDER BY ${WAITING_ORDER}`;

const NEXT = `
SELECT first."caseId", first.version, first.cohort FROM (
  SELECT DISTINCT ON (w.cohort) w.id AS "caseId", w.version, w.cohort
  FROM send_case w JOIN child h ON h.id = w.child_id
  WHERE w.authority = $1 AND w.pathway = $2 AND w.open AND w.stage = 'waitlisted'
    AND EXISTS (SELECT 1 FROM place p WHERE ${freePlace({ programme: 'w.pathway', cohort: 'w.cohort', day: '$3' })})
  ORDER BY w.cohort, ${WAITING_ORDER}) first
WHERE NOT EXISTS (SELECT 1 FROM task t WHERE t.case_id = first."caseId" AND t.done_on IS NULL
  AND starts_with(t.source_key, 'place-to-offer:'))
ORDER BY first.cohort`;

const COHORT_OF = `SELECT cohort FROM send_case WHERE authority = $1 AND id = $2 AND cohort IS NOT NULL`;
