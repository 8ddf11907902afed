import { type Actor, mayOpen } from '@app/access';
import { Statements } from '@app/database';
import { pathways } from '@app/pathways';
import { type CalendarDay, Clock } from '@app/statutory-calendar';
import { Inject, Injectable } from '@nestjs/common';

/** A case that another one asks for, filled in with what was known there (handbook 16). */
export interface Referral {
  readonly id: string;
  readonly childId: string;
  readonly childName: string;
  readonly dob: CalendarDay;
  readonly ncYear: string | null;
  readonly schoolName: string | null;
  readonly fromReference: string;
  readonly pathway: string;
  readonly reason: string;
  /** Answers of the opening form that are known already. */
  readonly answers: Readonly<Record<string, unknown>>;
  readonly madeOn: CalendarDay;
}

/** Referrals between pathways: each waits until somebody opens the case or says why not. */
@Injectable()
export class Referrals {
  constructor(
    @Inject(Statements) private readonly statements: Statements,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Those that this officer may answer, oldest first. */
  waiting(actor: Actor): Promise<Referral[]> {
    return this.statements.run<Referral>(
      'referrals-waiting',
      `${READ} ORDER BY r.made_on, r.id LIMIT 200`,
      answerable(actor),
    );
  }

  /** One that waits; undefined also where this officer may not answer it. */
  async find(actor: Actor, id: string): Promise<Referral | undefined> {
    const [found] = await this.statements.run<Referral>(
      'referral-one',
      `${READ} AND r.id::text = $4`,
      [...answerable(actor), id],
    );
    return found;
  }

  /** Says why no case is opened. @returns false when it was answered before */
  async setAside(actor: Actor, id: string, why: string): Promise<boolean> {
    if (!(await this.find(actor, id))) return false;
    const values = [actor.authority, id, this.clock.today(), actor.id, why];
    return (await this.statements.run('referral-set-aside', SET_ASIDE, values)).length === 1;
  }
}

/** The values of READ: being asked for a case is reason enough to see who it is about, but for a restricted record. */
function answerable(actor: Actor): unknown[] {
  const opened = pathways.filter(({ events, opensWith }) => mayOpen(actor, events[opensWith]!));
  return [actor.authority, opened.map(({ name }) => name), actor.roles.includes('send_manager')];
}

const READ = `
SELECT r.id, r.child_id AS "childId", coalesce(k.preferred_name, k.legal_forename) || ' ' || k.legal_surname AS "childName", k.dob,
  k.nc_year AS "ncYear", s.name AS "schoolName", c.reference AS "fromReference", r.pathway, r.reason, r.answers, r.made_on AS "madeOn"
FROM referral r JOIN child k ON k.id = r.child_id JOIN send_case c ON c.id = r.from_case
LEFT JOIN school s ON s.authority = k.authority AND s.urn = k.urn
WHERE r.authority = $1 AND r.pathway = ANY ($2::text[]) AND ($3::boolean OR NOT k.restricted)
  AND r.opened_case IS NULL AND r.set_aside_on IS NULL`;

const SET_ASIDE = `
UPDATE referral SET set_aside_on = $3, set_aside_by = $4, set_aside_why = left($5, 4000)
WHERE authority = $1 AND id::text = $2 AND opened_case IS NULL AND set_aside_on IS NULL RETURNING id`;
