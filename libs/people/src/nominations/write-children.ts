import { createHash, randomUUID } from 'node:crypto';
import { type Actor } from '@app/access';
import { type Runner } from '@app/database';
import { type Nomination } from './verdict';

/** A nomination whose child is on record: the case can be opened. */
export interface ReadyRow {
  readonly line: number;
  readonly nomination: Nomination;
  readonly childId: string;
  readonly commandKey: string;
}

/** The same for the same row of the same file, for ever: so that a second run opens nothing. */
export function commandKeyOf(fileHash: string, { row }: Pick<Nomination, 'row'>): string {
  const who = row.upn ?? `${row.legalSurname}|${row.legalForename}|${row.dob}`.toLowerCase();
  return `y6-nomination:${createHash('sha256').update(`${fileHash}|${who}`).digest('hex')}`;
}

/**
 * Adds the children who are new, gives a UPN to those on record without one, and adds the contacts.
 * A child whom somebody else added this very moment is left out: the next round finds the record.
 */
export async function writeChildren(
  tx: Runner,
  actor: Actor,
  at: Date,
  rows: readonly Omit<ReadyRow, 'childId'>[],
): Promise<ReadyRow[]> {
  const ready = rows.map((row) => ({
    ...row,
    childId: row.nomination.child?.childId ?? randomUUID(),
  }));
  const newcomers = ready.filter(({ nomination }) => !nomination.child);
  const records = newcomers.map(({ childId, nomination }) => childRow(childId, nomination));
  const added = await tx.run<{ id: string }>('nomination.add-children', ADD_CHILDREN_SQL, [
    actor.authority,
    JSON.stringify(records),
    at,
  ]);
  const ids = new Set(added.map(({ id }) => id));
  const written = ready.filter(({ childId, nomination }) => nomination.child ?? ids.has(childId));
  await giveUpns(tx, actor, at, written);
  const contacts = written.flatMap(contactRow);
  await tx.run('nomination.add-contacts', ADD_CONTACTS_SQL, [
    actor.authority,
    JSON.stringify(contacts),
  ]);
  return written;
}

function childRow(id: string, { row, schoolUrn, payload }: Nomination) {
  const { upn, legalSurname, legalForename, preferredName, dob, senProvision, primaryNeed } = row;
  return {
    id,
    upn,
    legalSurname,
    legalForename,
    preferredName,
    dob,
    ncYear: String(payload.ncYear),
    urn: schoolUrn,
    senProvision,
    primaryNeed,
  };
}

function contactRow({ childId, nomination: { row } }: ReadyRow) {
  if (!row.contactName) return [];
  return [
    {
      childId,
      name: row.contactName,
      relation: row.contactRelation ?? 'Parent or carer',
      phone: row.contactPhone,
      email: row.contactEmail,
    },
  ];
}

async function giveUpns(
  tx: Runner,
  actor: Actor,
  at: Date,
  rows: readonly ReadyRow[],
): Promise<void> {
  const without = rows.filter(({ nomination: { child, row } }) => child?.upn === null && row.upn);
  if (without.length === 0) return;
  const upns = without.map(({ nomination }) => nomination.row.upn);
  await tx.run('nomination.give-upns', GIVE_UPNS_SQL, [
    actor.authority,
    without.map(({ childId }) => childId),
    upns,
    at,
    actor.id,
  ]);
}

const ADD_CHILDREN_SQL = `
INSERT INTO child (id, authority, upn, legal_surname, legal_forename, preferred_name, dob, nc_year, urn, sen_provision, primary_need, created_at)
SELECT r.id, $1, r.upn, r."legalSurname", r."legalForename", r."preferredName", r.dob, r."ncYear", r.urn, r."senProvision", r."primaryNeed", $3
FROM jsonb_to_recordset($2::jsonb) AS r(id uuid, upn text, "legalSurname" text, "legalForename" text, "preferredName" text,
  dob date, "ncYear" text, urn text, "senProvision" text, "primaryNeed" text)
ON CONFLICT DO NOTHING RETURNING id`;

/** A contact of the same name is the same contact. */
const ADD_CONTACTS_SQL = `
INSERT INTO contact (authority, child_id, name, relation, phone, email)
SELECT $1, r."childId", r.name, r.relation, r.phone, r.email
FROM jsonb_to_recordset($2::jsonb) AS r("childId" uuid, name text, relation text, phone text, email text)
WHERE NOT EXISTS (SELECT FROM contact k WHERE k.child_id = r."childId" AND lower(k.name) = lower(r.name))`;

const GIVE_UPNS_SQL = `
WITH given AS (
  UPDATE child c SET upn = r.upn FROM unnest($2::uuid[], $3::text[]) AS r(id, upn)
  WHERE c.authority = $1 AND c.id = r.id AND c.upn IS NULL RETURNING c.id
)
INSERT INTO access_log (authority, at, officer_id, action, child_id, page)
SELECT $1, $4, $5, 'child.corrected', id, 'upn' FROM given`;
