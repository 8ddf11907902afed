import { type Actor } from '@app/access';
import { Statements } from '@app/database';
import { Clock } from '@app/statutory-calendar';
import { Injectable } from '@nestjs/common';

/** Officers whom health and social care name for SEND: the return asks for each whether there is one. */
export const DESIGNATED_OFFICERS = {
  dmo: 'A designated medical officer',
  dco: 'A designated clinical officer',
  dsco: 'A designated social care officer',
} as const;

/** Which of them the area has. */
export type DesignatedOfficers = Readonly<Record<keyof typeof DESIGNATED_OFFICERS, boolean>>;

const READ = 'SELECT dmo, dco, dsco FROM designated_officers WHERE authority = $1';

/** $1 authority, $2 $3 $4 the answers, $5 officer, $6 now. */
const SAY = `
INSERT INTO designated_officers (authority, dmo, dco, dsco, said_by, said_at) VALUES ($1, $2, $3, $4, $5, $6)
ON CONFLICT (authority) DO UPDATE SET dmo = excluded.dmo, dco = excluded.dco, dsco = excluded.dsco,
  said_by = excluded.said_by, said_at = excluded.said_at`;

/** The designated officers of an area, as somebody has said for the return. */
@Injectable()
export class DesignatedOfficersKept {
  constructor(
    private readonly statements: Statements,
    private readonly clock: Clock,
  ) {}

  /** Undefined while nobody has said. */
  async of(authority: string): Promise<DesignatedOfficers | undefined> {
    const [row] = await this.statements.run<DesignatedOfficers & Record<string, unknown>>(
      'returns.designated-officers',
      READ,
      [authority],
    );
    return row;
  }

  /** Keeps the answers, and who gave them. */
  async say(actor: Actor, { dmo, dco, dsco }: DesignatedOfficers): Promise<void> {
    await this.statements.run('returns.say-designated-officers', SAY, [
      actor.authority,
      dmo,
      dco,
      dsco,
      actor.id,
      this.clock.now(),
    ]);
  }
}
