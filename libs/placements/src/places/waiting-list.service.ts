import { Statements } from '@app/database';
import { type CalendarDay } from '@app/statutory-calendar';
import { Injectable } from '@nestjs/common';
import { PROGRAMME } from './programme';
import { compareRank, type Rankable } from './rank';

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
    const rows = await this.statements.run<Omit<Waiting, 'rank'>>('waiting-list.of', WAITING, [authority, PROGRAMME, cohort]);
    return rows.sort(compareRank).map((row, index) => ({ ...row, rank: index + 1 }));
  }

  /** The rank of a case on its cohort's list, from 1; undefined when it does not wait. */
  async rankOf(authority: string, caseId: string): Promise<number | undefined> {
    const [found] = await this.statements.run<{ cohort: string }>('waiting-list.cohort', COHORT_OF, [authority, caseId]);
    const waiting = found ? await this.of(authority, found.cohort) : [];
    return waiting.find((each) => each.caseId === caseId)?.rank;
  }

  /** Whether the next free place is for this case. */
  async topOfList(authority: string, caseId: string): Promise<boolean> {
    return (await this.rankOf(authority, caseId)) === 1;
  }
}

const WAITING = `
SELECT c.id AS "caseId", c.reference, (c.state->'context'->>'tvs')::int AS score, k.care_status AS "careStatus",
  c.state->'value'->>'destination' <> 'unknown' AS "hasSchool", c.opened_on AS "nominatedOn",
  (n.payload->>'drawnNumber')::int AS "drawnNumber",
  (SELECT max(e.occurred_on) FROM case_event e WHERE e.case_id = c.id AND e.type = 'PANEL_ACCEPTED') AS "waitingSince"
FROM send_case c
JOIN child k ON k.id = c.child_id
JOIN case_event n ON n.case_id = c.id AND n.version = 1
WHERE c.authority = $1 AND c.pathway = $2 AND c.cohort = $3 AND c.open AND c.stage = 'waitlisted'`;

const COHORT_OF = `SELECT cohort FROM send_case WHERE authority = $1 AND id = $2 AND cohort IS NOT NULL`;
