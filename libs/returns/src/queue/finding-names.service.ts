import { type Actor } from '@app/access';
import { Statements } from '@app/database';
import { visibleChildren } from '@app/people';
import { Injectable } from '@nestjs/common';

/** Who is behind a finding, as far as this person may know. */
export interface WhoIsMeant {
  /** Null for a child whose record this person may not open. */
  readonly name: string | null;
  /** Who holds the newest open case: whom to ask. */
  readonly heldBy: string | null;
}

type NameRow = WhoIsMeant & { readonly childId: string; readonly [column: string]: unknown };

/** Names for a list of findings. */
@Injectable()
export class FindingNames {
  constructor(private readonly statements: Statements) {}

  async of(actor: Actor, childIds: readonly string[]): Promise<ReadonlyMap<string, WhoIsMeant>> {
    const visible = visibleChildren(actor);
    const rows = await this.statements.run<NameRow>('returns.names', namesSql(visible.sql(3)), [
      actor.authority,
      [...new Set(childIds)],
      ...visible.values,
    ]);
    return new Map(rows.map(({ childId, name, heldBy }) => [childId, { name, heldBy }]));
  }
}

const namesSql = (visible: string) => `
SELECT k.id AS "childId",
  CASE WHEN ${visible} THEN coalesce(k.preferred_name, k.legal_forename) || ' ' || k.legal_surname END AS name,
  (SELECT o.name FROM send_case c JOIN officer o ON o.id = c.owner_id
   WHERE c.child_id = k.id AND c.open ORDER BY c.opened_on DESC LIMIT 1) AS "heldBy"
FROM child k WHERE k.authority = $1 AND k.id = ANY ($2::uuid[])`;
