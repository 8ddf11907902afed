import { type Actor } from '@app/access';
import { Statements } from '@app/database';
import { Clock } from '@app/statutory-calendar';
import { Inject, Injectable } from '@nestjs/common';
import { badField, RecordNotFound } from '../bad-details';
import { Schools } from '../school/schools.service';
import { ChildSearch } from '../search/child-search.service';
import { visibleChildren } from '../search/visible-children';
import { isRecordId } from '../record-id';
import { type Alike, alikeFrom, alikeSql, type AlikeRow, slipsOf } from './alike';
import { type ChildDetails, readChild, readChildChange, yearGroupOf } from './child-details';
import {
  CHILD_COLUMNS,
  type ChildField,
  type ChildRecord,
  COLUMN_OF,
  IDENTITY,
} from './child-record';

/** Children on record: adding, correcting, finding. Every method keeps to the actor's authority. */
@Injectable()
export class Children {
  constructor(
    @Inject(Statements) private readonly statements: Statements,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Schools) private readonly schools: Schools,
    @Inject(ChildSearch) private readonly search: ChildSearch,
  ) {}

  /** Adds a child from what a form sent. Throws BadDetails; ask `alike` first. */
  async add(actor: Actor, typed: unknown): Promise<{ childId: string; upn: string | null }> {
    const child = await this.read(actor, typed);
    const [row] = await this.statements
      .run<{ childId: string }>('child.add', ADD_SQL, [
        ...this.valuesOf(actor, child),
        this.clock.now(),
      ])
      .catch(sayWhoHasTheUpn);
    return { childId: row?.childId ?? '', upn: child.upn ?? null };
  }

  /**
   * Children already on record who may be this one, likeliest first; of those the actor may not see
   * only that there is a record, and whom to ask. Throws BadDetails.
   */
  async alike(actor: Actor, typed: unknown): Promise<Alike[]> {
    const { upn = null, urn = null, ...child } = await this.read(actor, typed);
    return this.like(actor, { ...child, upn, urn });
  }

  /** Other records that may be of the same child as this one. */
  async alikeTo(actor: Actor, child: ChildRecord): Promise<Alike[]> {
    const found = await this.like(actor, child);
    return found.filter((it) => it.kind !== 'child' || it.childId !== child.childId);
  }

  private async like(
    actor: Actor,
    child: Pick<ChildRecord, 'upn' | 'dob' | 'legalSurname' | 'legalForename' | 'urn'>,
  ): Promise<Alike[]> {
    const { upn, dob, legalSurname, legalForename, urn } = child;
    const who = [upn, dob, legalSurname, legalForename, urn, slipsOf(dob)];
    const visible = visibleChildren(actor);
    const values = [actor.authority, ...who, ...visible.values];
    const rows = await this.statements.run<AlikeRow>(
      'child.alike',
      alikeSql(visible.sql(8)),
      values,
    );
    const hidden = rows.filter(({ mayOpen }) => !mayOpen).map(({ childId }) => childId);
    const shown = rows.filter(({ mayOpen }) => mayOpen).map(alikeFrom);
    return [...shown, ...(await this.search.existing(actor, hidden))];
  }

  /** Changes what was sent and nothing else; who the child is, is logged. Throws BadDetails, RecordNotFound. */
  async edit(actor: Actor, childId: string, typed: object): Promise<{ changed: ChildField[] }> {
    const now = await this.must(actor, childId);
    const change = await this.readChange(actor, typed, now);
    const changed = FIELDS.filter(
      (field) => field in typed && !same(change[field] ?? blankOf(field), now[field]),
    );
    if (changed.length > 0)
      await this.write(actor, childId, changed, change).catch(sayWhoHasTheUpn);
    return { changed };
  }

  /** The child's record, or undefined where this authority has none. */
  async find(actor: Actor, childId: string): Promise<ChildRecord | undefined> {
    if (!isRecordId(childId)) return undefined;
    const rows = await this.statements.run<ChildRecord>('child.find', FIND_SQL, [
      actor.authority,
      childId,
    ]);
    return rows[0];
  }

  private async must(actor: Actor, childId: string): Promise<ChildRecord> {
    const found = await this.find(actor, childId);
    if (!found) throw new RecordNotFound('child');
    return found;
  }

  private async read(actor: Actor, typed: unknown): Promise<ChildDetails> {
    const child = readChild(typed, this.clock.today());
    return { ...child, urn: await this.schools.openUrn(actor, child.urn) };
  }

  private async readChange(
    actor: Actor,
    typed: object,
    now: ChildRecord,
  ): Promise<Partial<ChildDetails>> {
    const change = readChildChange(typed, this.clock.today());
    const moves = change.urn !== undefined && change.urn !== now.urn;
    return moves ? { ...change, urn: await this.schools.openUrn(actor, change.urn) } : change;
  }

  private valuesOf(actor: Actor, child: ChildDetails): unknown[] {
    return [
      actor.authority,
      ...FIELDS.map((field) =>
        field === 'ncYear'
          ? yearGroupOf(child, this.clock.today())
          : stored(field, child[field] ?? blankOf(field)),
      ),
    ];
  }

  private write(
    actor: Actor,
    childId: string,
    changed: ChildField[],
    change: Partial<ChildDetails>,
  ) {
    const values = FIELDS.map((field) => stored(field, change[field] ?? blankOf(field)));
    const isCorrection = changed.some((field) => IDENTITY.includes(field));
    const log = [
      actor.authority,
      this.clock.now(),
      actor.id,
      isCorrection ? 'child.corrected' : 'child.edited',
      childId,
    ];
    return this.statements.together(async (tx) => {
      await tx.run('child.edit', EDIT_SQL, [actor.authority, childId, changed, ...values]);
      await tx.run('child.edit-log', LOG_SQL, [...log, changed.join(', ')]);
    });
  }
}

const FIELDS = Object.keys(COLUMN_OF) as ChildField[];

const ADD_SQL = `
INSERT INTO child (authority, ${Object.values(COLUMN_OF).join(', ')}, created_at)
VALUES (${Array.from({ length: FIELDS.length + 2 }, (_, at) => `$${at + 1}`).join(', ')})
RETURNING id AS "childId"`;

const FIND_SQL = `
SELECT ${CHILD_COLUMNS} FROM child c LEFT JOIN school s ON s.authority = c.authority AND s.urn = c.urn
WHERE c.authority = $1 AND c.id = $2`;

/** Only the columns of the fields that changed ($3) take their new values. */
const EDIT_SQL = `
UPDATE child SET ${FIELDS.map((field, at) => `${COLUMN_OF[field]} = CASE WHEN '${field}' = ANY ($3::text[]) THEN $${at + 4} ELSE ${COLUMN_OF[field]} END`).join(', ')}
WHERE authority = $1 AND id = $2`;

/** Names the fields that changed, never what they said. */
const LOG_SQL = `
INSERT INTO access_log (authority, at, officer_id, action, child_id, page) VALUES ($1, $2, $3, $4, $5, $6)`;

const blankOf = (field: ChildField) =>
  ({ senProvision: 'N', careStatus: 'none', flags: [] as string[] })[field as string] ?? null;

const stored = (field: ChildField, value: unknown) =>
  field === 'flags' ? JSON.stringify(value) : value;

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

function sayWhoHasTheUpn(error: unknown): never {
  const { constraint } = error as { constraint?: string };
  if (constraint !== 'child_upn') throw error;
  throw badField(
    'upn',
    'A child with this UPN is already in Causeway. Search for the UPN to find the record',
  );
}
