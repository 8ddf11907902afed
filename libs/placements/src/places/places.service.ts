import { PolicyPacks } from '@app/casework';
import { Statements } from '@app/database';
import { pathwayNamed, settingIn } from '@app/pathways';
import { Clock } from '@app/statutory-calendar';
import { Injectable, Optional } from '@nestjs/common';
import { PROGRAMME } from './programme';

/** How the places of a cohort stand today; each place once, so the parts add up to all. */
export interface PlacesNow {
  readonly all: number;
  /** The family has agreed. */
  readonly agreed: number;
  /** Held for a child whose family has not answered yet. */
  readonly waiting: number;
  readonly free: number;
}

/** The hard limit of the programme: one row a place, and a child holds at most one (correction 4). */
@Injectable()
export class Places {
  constructor(
    private readonly statements: Statements,
    private readonly clock: Clock,
    @Optional() private readonly policies: PolicyPacks = new PolicyPacks(statements),
  ) {}

  /** Sets up places numbered from 1 for a cohort, as many as the council has set; those that exist already stay. Returns how many are new. */
  async createPlaces(authority: string, cohort: string, count?: number): Promise<number> {
    const rows = await this.statements.run<{ id: string }>('places.create', CREATE, [
      authority,
      PROGRAMME,
      cohort,
      count ?? (await this.inForce(authority)),
    ]);
    return rows.length;
  }

  /** How many places the council has set for a cohort beyond those that there are. */
  async lacking(authority: string, all: number): Promise<number> {
    return Math.max(0, (await this.inForce(authority)) - all);
  }

  private async inForce(authority: string): Promise<number> {
    const policy = await this.policies.overlay(authority, PROGRAMME, this.clock.today());
    return settingIn(pathwayNamed(PROGRAMME), 'places', { policy });
  }

  /** How the places of a cohort stand today. */
  async now(authority: string, cohort: string): Promise<PlacesNow> {
    const values = [authority, PROGRAMME, cohort, this.clock.today()];
    const [row] = await this.statements.run<Omit<PlacesNow, 'free'>>('places.now', NOW, values);
    const { all, agreed, waiting } = row ?? { all: 0, agreed: 0, waiting: 0 };
    return { all, agreed, waiting, free: all - agreed - waiting };
  }
}

const CREATE = `
INSERT INTO place (authority, programme, cohort, number)
SELECT $1, $2, $3, n FROM generate_series(1, $4::int) n
ON CONFLICT (authority, programme, cohort, number) DO NOTHING
RETURNING id`;

const NOW = `
SELECT count(*)::int AS all, count(c.id) FILTER (WHERE c.stage <> 'accepted')::int AS agreed,
  count(c.id) FILTER (WHERE c.stage = 'accepted')::int AS waiting
FROM place p
LEFT JOIN place_holding h ON h.place_id = p.id AND h.during @> $4::date
LEFT JOIN send_case c ON c.id = h.case_id
WHERE p.authority = $1 AND p.programme = $2 AND p.cohort = $3`;
