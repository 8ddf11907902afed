import { type Actor } from '@app/access';
import { Statements } from '@app/database';
import {
  type Facts,
  type PathwayState,
  pathwayNamed,
  permissionsOf,
  possibilities,
  type Role,
} from '@app/pathways';
import { type CalendarDay } from '@app/statutory-calendar';
import { Injectable } from '@nestjs/common';
import { type Action, candidates, cheapest } from './actions';
import { type Ahead } from './forecasts.service';

/** The cheapest action that helps a case the most, and who may take it. */
export interface WayForward extends Action {
  readonly title: string;
  readonly roles: readonly Role[];
}

/** Finds for cases what would help most and can be recorded on them now. */
@Injectable()
export class WaysForward {
  constructor(private readonly statements: Statements) {}

  /** Of the cases given; one that nothing would help is left out. */
  async of(
    actor: Actor,
    ahead: readonly Ahead[],
    day: CalendarDay,
  ): Promise<ReadonlyMap<string, WayForward>> {
    if (!ahead.length) return new Map();
    const rows = await this.statements.run<StateRow>('forecast.states', STATES, [
      actor.authority,
      ahead.map(({ caseId }) => caseId),
      day,
    ]);
    const states = new Map(rows.map((row) => [row.caseId, row]));
    return new Map(
      ahead.flatMap(({ caseId, open, dates: [{ dueOn, chance }], learning }) => {
        const row = states.get(caseId);
        if (!row || chance === undefined) return [];
        const found = cheapest(open, dueOn, learning, possibleOf(row, open, day));
        if (!found) return [];
        const { title, verb, roles } = eventsOf(row)[found.type]!;
        return [
          [caseId, { ...found, title: found.service ? title : (verb ?? title), roles }] as const,
        ];
      }),
    );
  }
}

interface StateRow extends Record<string, unknown> {
  readonly caseId: string;
  readonly pathway: string;
  readonly version: number;
  readonly stage: string;
  readonly state: PathwayState;
  readonly passed: readonly string[];
}

/** $1 authority, $2 the cases, $3 today. */
const STATES = `
SELECT c.id AS "caseId", c.pathway, c.pathway_version AS version, c.stage, c.state,
  ARRAY(SELECT k.code || CASE WHEN k.subject = '' THEN '' ELSE ':' || k.subject END FROM clock k
    WHERE k.case_id = c.id AND k.status <> 'void' AND k.due_on < $3) AS passed
FROM send_case c WHERE c.authority = $1 AND c.id = ANY ($2) AND c.open`;

const eventsOf = ({ pathway, version }: StateRow) => pathwayNamed(pathway, version).events;

/** Those that the case can receive now, asked as somebody who may decide. */
function possibleOf(row: StateRow, open: Ahead['open'], day: CalendarDay) {
  const pathway = pathwayNamed(row.pathway, row.version);
  const wanted = candidates(row.stage, open).filter(({ type }) => type in pathway.events);
  const roles = wanted.flatMap(({ type }) => pathway.events[type]?.roles ?? []);
  const facts: Facts = { passed: [...row.passed], actorMay: permissionsOf(roles) };
  const types = wanted.map(({ type }) => type);
  const found = possibilities(pathway, row.state, { occurredOn: day, facts }, types);
  const possible = new Set(found.filter(({ reasons }) => !reasons.length).map(({ type }) => type));
  return wanted.filter(({ type }) => possible.has(type));
}
