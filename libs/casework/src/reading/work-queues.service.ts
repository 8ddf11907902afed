import { Statements } from '@app/database';
import { pathwayNamed, type Role } from '@app/pathways';
import { Clock } from '@app/statutory-calendar';
import { Inject, Injectable } from '@nestjs/common';
import { Calendars } from '../calendars';
import { type QueuedCase, type Watch, whyStray } from './work-queue';
import { COLUMNS, JOINS } from './worklist.repository';

/** An open case that stands in nobody's work, or has no next step. */
export interface StrayCase {
  readonly id: string;
  readonly authority: string;
  readonly reference: string;
  readonly why: readonly string[];
}

/** How many open cases there are, and those among them that would be forgotten. */
export interface QueueCount {
  readonly open: number;
  readonly stray: readonly StrayCase[];
}

const BATCH = 500;

/** Proves that every open case stands in exactly one queue of work, with a next step. */
@Injectable()
export class WorkQueues {
  constructor(
    @Inject(Statements) private readonly statements: Statements,
    @Inject(Calendars) private readonly calendars: Calendars,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Looks at every open case of the installation, a batch at a time. */
  async count(): Promise<QueueCount> {
    const roles = await this.rolesHere();
    const stray: StrayCase[] = [];
    let open = 0;
    for (let after = FIRST; ;) {
      const batch = await this.statements.run<QueuedCase>('work-queues', OPEN_CASES, [after]);
      for (const subject of batch) {
        const why = await this.whyStray(subject, roles);
        const { id, authority, reference } = subject;
        if (why.length) stray.push({ id, authority, reference, why });
      }
      open += batch.length;
      const last = batch.at(-1);
      if (!last || batch.length < BATCH) return { open, stray };
      after = last.id;
    }
  }

  private async whyStray(
    subject: QueuedCase,
    roles: ReadonlyMap<string, readonly Role[]>,
  ): Promise<string[]> {
    const watch: Watch = {
      rolesHere: roles.get(subject.authority) ?? [],
      today: this.clock.today(),
      calendar: await this.calendars.forAuthority(subject.authority),
    };
    return whyStray(subject, pathwayNamed(subject.pathway, subject.pathwayVersion), watch);
  }

  private async rolesHere(): Promise<Map<string, readonly Role[]>> {
    const rows = await this.statements.run<{ authority: string; roles: Role[] }>(
      'work-queue-roles',
      ROLES_HERE,
      [],
    );
    return new Map(rows.map(({ authority, roles }) => [authority, roles]));
  }
}

const FIRST = '00000000-0000-0000-0000-000000000000';

const OPEN_CASES = `${COLUMNS}, c.authority, coalesce(o.active, false) AS "isOwnerHere"
FROM send_case c ${JOINS} WHERE c.open AND c.id > $1::uuid ORDER BY c.id LIMIT ${BATCH}`;

const ROLES_HERE = `
SELECT authority, array_agg(DISTINCT role) AS roles FROM officer, unnest(roles) AS role WHERE active GROUP BY authority`;
