import { type Actor, visibleCases, wrongChildSql } from '@app/access';
import { Statements } from '@app/database';
import { Inject, Injectable } from '@nestjs/common';
import { type CaseFile } from './case-file';

/** How another case of the same child stands to this one. */
export const LINK_WORDS = {
  reopened_from: 'Goes on from',
  reopened_as: 'Goes on in',
  came_from: 'Came from',
  led_to: 'Led to',
  same_child: 'Also',
} as const;

/** Another case of the child. */
export interface LinkedCase {
  readonly reference: string;
  readonly pathway: string;
  readonly pathwayVersion: number;
  readonly stage: string;
  readonly open: boolean;
  readonly link: keyof typeof LINK_WORDS;
}

/** What a case is linked with: other cases of the child, and referrals that wait. */
@Injectable()
export class CaseLinks {
  constructor(@Inject(Statements) private readonly statements: Statements) {}

  /** Those this person may see, nearest first. */
  of(actor: Actor, { id, childId }: Pick<CaseFile, 'id' | 'childId'>): Promise<LinkedCase[]> {
    const visible = visibleCases(actor);
    return this.statements.run<LinkedCase>(
      'case-links',
      `${LINKS} AND ${visible.sql(4)} ${ORDER}`,
      [actor.authority, childId, id, ...visible.values],
    );
  }

  /** The pathways that this case asks for and that nobody has opened yet. */
  async waiting({ id }: Pick<CaseFile, 'id'>): Promise<string[]> {
    const rows = await this.statements.run<{ pathway: string }>('case-referrals', WAITING, [id]);
    return rows.map(({ pathway }) => pathway);
  }
}

const LINKS = `
SELECT c.reference, c.pathway, c.pathway_version AS "pathwayVersion", c.stage, c.open,
  CASE
    WHEN c.id = (SELECT t.reopen_of FROM send_case t WHERE t.id = $3) THEN 'reopened_from'
    WHEN c.reopen_of = $3 THEN 'reopened_as'
    WHEN EXISTS (SELECT 1 FROM referral r WHERE r.opened_case = $3 AND r.from_case = c.id) THEN 'came_from'
    WHEN EXISTS (SELECT 1 FROM referral r WHERE r.from_case = $3 AND r.opened_case = c.id) THEN 'led_to'
    ELSE 'same_child'
  END AS link
FROM send_case c JOIN child k ON k.id = c.child_id
WHERE c.authority = $1 AND c.child_id = $2 AND c.id <> $3 AND NOT ${wrongChildSql('c')}`;

const ORDER = 'ORDER BY c.open DESC, c.opened_on DESC, c.reference LIMIT 20';

const WAITING = `
SELECT pathway FROM referral WHERE from_case = $1 AND opened_case IS NULL AND set_aside_on IS NULL ORDER BY made_on, number`;
