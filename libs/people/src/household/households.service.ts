import { type Actor, visibleCases } from '@app/access';
import { type Runner, Statements } from '@app/database';
import { Inject, Injectable } from '@nestjs/common';
import { badField, RecordNotFound } from '../bad-details';
import { isRecordId } from '../record-id';

/** A brother or sister: in the same household, or linked by a step of a case. */
export interface Sibling {
  readonly childId: string;
  readonly name: string;
}

interface Member {
  id: string;
  household_id: string | null;
  legal_surname: string;
}

/** Households group brothers and sisters for planning visits; they open nobody's record to anyone. */
@Injectable()
export class Households {
  constructor(@Inject(Statements) private readonly statements: Statements) {}

  /** The other children of the household, and those whose cases are linked and this person may see. */
  async siblings(actor: Actor, childId: string): Promise<Sibling[]> {
    if (!isRecordId(childId)) return [];
    const visible = visibleCases(actor, 'theirs', 'other');
    const sql = siblingsSql(visible.sql(3));
    const values = [actor.authority, childId, ...visible.values];
    return this.statements.run<Sibling>('household.siblings', sql, values);
  }

  /** Puts two children into one household; where both have one, the second's joins the first's. */
  async link(actor: Actor, childId: string, siblingId: string): Promise<void> {
    if (childId === siblingId)
      throw badField('siblingId', 'Choose another child: this is the same one');
    if (!isRecordId(childId) || !isRecordId(siblingId)) throw new RecordNotFound('child');
    await this.statements.together(async (tx) => {
      const rows = await tx.run<Member>('household.members', MEMBERS_SQL, [
        actor.authority,
        [childId, siblingId],
      ]);
      const child = rows.find(({ id }) => id === childId);
      const sibling = rows.find(({ id }) => id === siblingId);
      if (!child || !sibling) throw new RecordNotFound('child');
      const home =
        child.household_id ?? sibling.household_id ?? (await newHousehold(tx, actor, child));
      await tx.run('household.move', MOVE_SQL, [
        actor.authority,
        home,
        childId,
        siblingId,
        sibling.household_id,
      ]);
    });
  }

  /** Takes a child out of the household. */
  async leave(actor: Actor, childId: string): Promise<void> {
    if (!isRecordId(childId)) throw new RecordNotFound('child');
    await this.statements.run('household.leave', LEAVE_SQL, [actor.authority, childId]);
  }
}

async function newHousehold(tx: Runner, actor: Actor, child: Member): Promise<string> {
  const values = [actor.authority, `${child.legal_surname} household`];
  const rows = await tx.run<{ id: string }>('household.add', ADD_SQL, values);
  return rows[0]?.id ?? '';
}

const ADD_SQL = 'INSERT INTO household (authority, name) VALUES ($1, $2) RETURNING id';

/** A step of a case links two cases, and so two children, in either direction. */
const siblingsSql = (visible: string) => `
SELECT other.id AS "childId", coalesce(other.preferred_name, other.legal_forename) || ' ' || other.legal_surname AS name
FROM child me JOIN child other ON other.authority = me.authority AND other.id <> me.id
WHERE me.authority = $1 AND me.id = $2 AND NOT other.restricted AND (
  other.household_id = me.household_id
  OR EXISTS (SELECT 1 FROM sibling_link l
    JOIN send_case mine ON mine.id IN (l.case_id, l.other_case_id)
    JOIN send_case theirs ON theirs.id IN (l.case_id, l.other_case_id)
    WHERE mine.child_id = me.id AND theirs.child_id = other.id AND ${visible}))
ORDER BY other.dob, other.id`;

const MEMBERS_SQL = `
SELECT id, household_id, legal_surname FROM child WHERE authority = $1 AND id = ANY ($2) ORDER BY id FOR UPDATE`;

const MOVE_SQL = `
UPDATE child SET household_id = $2 WHERE authority = $1 AND (id IN ($3, $4) OR household_id = $5)`;

const LEAVE_SQL = 'UPDATE child SET household_id = NULL WHERE authority = $1 AND id = $2';
