import { type Actor } from '@app/access';
import { Statements } from '@app/database';
import { type Alike, BadDetails, Children } from '@app/people';
import { type CalendarDay, Clock } from '@app/statutory-calendar';
import { Inject, Injectable } from '@nestjs/common';

/** A child on record who may be the pupil. */
export interface MatchChoice {
  readonly childId: string;
  readonly name: string;
  readonly dob: CalendarDay;
  readonly schoolName: string | null;
  readonly why: string;
}

/** A pupil of the feeds of whom a person must say who it is. */
export interface WaitingPupil {
  readonly pupilId: string;
  readonly name: string;
  readonly upn: string | null;
  readonly dob: CalendarDay | null;
  readonly schoolName: string;
  readonly why: string;
  /** Suspensions and exclusions that nobody counts until it is decided. */
  readonly suspensions: number;
  readonly choices: readonly MatchChoice[];
  /** There are records that the asker may not see: whom to ask. */
  readonly hidden: readonly string[];
}

interface WaitingRow {
  [column: string]: unknown;
  pupilId: string;
  surname: string | null;
  forename: string | null;
  upn: string | null;
  dob: CalendarDay | null;
  urn: string;
  schoolName: string;
  why: string;
  suspensions: number;
  upnChild: MatchChoice | null;
}

/** Who is meant in a feed: what UPN and date of birth do not settle, a person decides, and the decision is kept. */
@Injectable()
export class MatchQueue {
  constructor(
    @Inject(Statements) private readonly statements: Statements,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Children) private readonly children: Children,
  ) {}

  /** Pupils who wait, those with suspensions first, and how many there are. */
  async list(actor: Actor, limit = 25): Promise<{ all: number; pupils: WaitingPupil[] }> {
    const values = [actor.authority];
    const [count] = await this.statements.run<{ all: number }>('match-count', COUNT_SQL, values);
    const rows = await this.statements.run<WaitingRow>('match-waiting', WAITING_SQL, [
      ...values,
      limit,
    ]);
    const pupils: WaitingPupil[] = [];
    for (const row of rows) pupils.push(await this.withChoices(actor, row));
    return { all: count?.all ?? 0, pupils };
  }

  /** Keeps the decision: this child, or none of ours. @returns false where somebody else has decided already */
  async decide(actor: Actor, pupilId: string, childId: string | null): Promise<boolean> {
    const values = [
      actor.authority,
      pupilId,
      childId,
      actor.id,
      this.clock.now(),
      childId ? 'Decided by a person' : 'Not a child of ours',
    ];
    return (await this.statements.run('match-decide', DECIDE_SQL, values)).length === 1;
  }

  /** Accepts everybody whose UPN is on record and against whom no date of birth speaks. @returns how many */
  async acceptUpns(actor: Actor): Promise<number> {
    const values = [actor.authority, actor.id, this.clock.now()];
    return (await this.statements.run('match-accept-upns', ACCEPT_SQL, values)).length;
  }

  private async withChoices(actor: Actor, row: WaitingRow): Promise<WaitingPupil> {
    const { surname, forename, upnChild, suspensions, pupilId, upn, dob, schoolName, why } = row;
    const alike = await this.alike(actor, row);
    const near = alike.flatMap((it) =>
      it.kind === 'child' && it.childId !== upnChild?.childId
        ? [
            {
              childId: it.childId,
              name: it.name,
              dob: it.dob,
              schoolName: it.schoolName,
              why: it.why.join(', '),
            },
          ]
        : [],
    );
    return {
      ...{ pupilId, upn, dob, schoolName, why, suspensions },
      name: [forename, surname].filter(Boolean).join(' ') || 'No name was sent',
      choices: [...(upnChild ? [upnChild] : []), ...near],
      hidden: alike.flatMap((it) => (it.kind === 'exists' ? [it.words] : [])),
    };
  }

  /** Children whose name is alike; none where too little was sent to ask. */
  private async alike(
    actor: Actor,
    { surname, forename, dob, upn, urn }: WaitingRow,
  ): Promise<Alike[]> {
    if (!surname || !forename || !dob) return [];
    try {
      const typed = {
        legalSurname: surname,
        legalForename: forename,
        dob,
        urn,
        ...(upn && { upn }),
      };
      return await this.children.alike(actor, typed);
    } catch (error) {
      if (error instanceof BadDetails) return [];
      throw error;
    }
  }
}

const COUNT_SQL = `SELECT count(*)::int AS "all" FROM feed_pupil WHERE authority = $1 AND match = 'waiting'`;

/** A child is only offered by UPN here; names are compared afterwards, for the few that are shown. */
const WAITING_SQL = `
SELECT p.id AS "pupilId", p.surname, p.forename, p.upn, p.dob, p.urn, s.name AS "schoolName", p.why,
  (SELECT count(*)::int FROM suspension x WHERE x.pupil_id = p.id) AS suspensions,
  (SELECT jsonb_build_object('childId', c.id, 'name', coalesce(c.preferred_name, c.legal_forename) || ' ' || c.legal_surname,
     'dob', c.dob, 'schoolName', h.name, 'why', 'Same UPN')
   FROM child c LEFT JOIN school h ON h.authority = c.authority AND h.urn = c.urn
   WHERE c.authority = $1 AND (c.upn = p.upn OR c.former_upns @> ARRAY[p.upn]) LIMIT 1) AS "upnChild"
FROM feed_pupil p JOIN school s ON s.authority = p.authority AND s.urn = p.urn
WHERE p.authority = $1 AND p.match = 'waiting'
ORDER BY suspensions DESC, p.why = 'Nobody on record has this UPN, or this name and date of birth', s.name, p.key LIMIT $2`;

const DECIDE_SQL = `
UPDATE feed_pupil p SET match = CASE WHEN $3::uuid IS NULL THEN 'not_ours' ELSE 'decided' END, child_id = $3::uuid,
  why = $6, decided_by = $4, decided_at = $5
WHERE p.authority = $1 AND p.id::text = $2 AND p.match = 'waiting'
  AND ($3::uuid IS NULL OR EXISTS (SELECT FROM child c WHERE c.authority = $1 AND c.id = $3::uuid AND c.merged_into IS NULL))
RETURNING p.id`;

const ACCEPT_SQL = `
UPDATE feed_pupil p SET match = 'decided', child_id = c.id, why = 'Same UPN, accepted by a person', decided_by = $2, decided_at = $3
FROM child c
WHERE p.authority = $1 AND p.match = 'waiting' AND c.authority = $1 AND c.upn = p.upn AND (p.dob IS NULL OR p.dob = c.dob)
RETURNING p.id`;
