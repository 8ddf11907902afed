import { type Actor } from '@app/access';
import { type Runner, Statements } from '@app/database';
import { badField } from '@app/people';
import { type CalendarDay, Clock, plainDay } from '@app/statutory-calendar';
import { Injectable } from '@nestjs/common';
import { SERVICES } from '../pure/terms';
import { lockPanel } from './lock-panel';
import { type PanelMember, type TypedMember } from './members';
import { type Panel } from './panel';
import { sitsOnDay } from './panels.service';

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** Who sits on a panel, from when until when. Nobody is taken off the record: a membership ends. */
@Injectable()
export class PanelMembers {
  constructor(
    private readonly statements: Statements,
    private readonly clock: Clock,
  ) {}

  /** Everybody who sits on it on a day: chair first, then by service. */
  on({ id }: Pick<Panel, 'id'>, day: CalendarDay): Promise<PanelMember[]> {
    return this.read('panel-members-on', ON, [id, day]);
  }

  /** Everybody who ever sat on it or will. */
  history({ id }: Pick<Panel, 'id'>): Promise<PanelMember[]> {
    return this.read('panel-members-all', ALL, [id]);
  }

  /** @throws BadDetails when nobody is named, they sit for the service already, or the days do not fit */
  async add(actor: Actor, panel: Panel, typed: TypedMember): Promise<PanelMember> {
    return this.statements.together(async (tx) => {
      await lockPanel(tx, panel.id);
      const who = await personOf(tx, actor, typed);
      const known = await tx.run<Row>('panel-members-all', ALL, [panel.id]);
      refuseUnfit(typed, who, known);
      const [added] = await tx.run<Row>('panel-member-add', ADD, [
        ...[panel.authority, panel.id, who.id, who.name, who.email],
        ...[typed.service, typed.comesTo === 'every', typed.deputyOf ?? null],
        ...[typed.fromOn, typed.untilOn ?? null],
      ]);
      return added!;
    });
  }

  /** The last day of a membership. @throws BadDetails for a day before it began */
  async end(member: PanelMember, untilOn: CalendarDay): Promise<void> {
    if (untilOn < member.fromOn)
      throw badField(
        'untilOn',
        `The last day must be ${plainDay(member.fromOn)} or later: that is when it began`,
      );
    await this.statements.run('panel-member-end', END, [member.id, untilOn]);
  }

  /** Records that the confidentiality statement is signed. @throws BadDetails for a day to come */
  async sign(member: PanelMember, signedOn: CalendarDay = this.clock.today()): Promise<void> {
    if (signedOn > this.clock.today())
      throw badField('signedOn', 'The day it was signed must be today or earlier');
    await this.statements.run('panel-member-sign', SIGN, [member.id, signedOn]);
  }

  /** Somebody signs it now, beside something else that is kept in the transaction. */
  async signIn(tx: Runner, memberId: string): Promise<void> {
    await tx.run('panel-member-sign', SIGN, [memberId, this.clock.today()]);
  }

  private read(name: string, sql: string, values: unknown[]): Promise<PanelMember[]> {
    return this.statements.run<Row>(name, sql, values);
  }
}

type Row = PanelMember & Record<string, unknown>;

interface Named {
  readonly id: string | null;
  readonly name: string;
  readonly email: string;
}

async function personOf(
  tx: Runner,
  { authority }: Actor,
  { officerId, name, email }: TypedMember,
): Promise<Named> {
  if (officerId && (name || email))
    throw badField('officerId', 'Choose an officer or name somebody else, not both');
  if (officerId) {
    const [officer] = await tx.run<Named & Record<string, unknown>>('panel-officer', OFFICER, [
      authority,
      officerId,
    ]);
    if (!officer) throw badField('officerId', 'Choose somebody from the list');
    return officer;
  }
  if (!name && !email) throw badField('officerId', 'Say who it is');
  if (!name) throw badField('name', 'Enter the name of the person');
  if (!email || !EMAIL.test(email))
    throw badField('email', 'Enter an e-mail address, like name@example.org');
  return { id: null, name, email };
}

function refuseUnfit(typed: TypedMember, who: Named, known: readonly PanelMember[]): void {
  const { fromOn, untilOn = null, service } = typed;
  if (untilOn && untilOn < fromOn)
    throw badField(
      'untilOn',
      `The last day must be ${plainDay(fromOn)} or later: that is the first`,
    );
  const same = known.find(
    (each) => each.service === service && isSame(each, who) && overlaps(each, { fromOn, untilOn }),
  );
  if (same)
    throw badField(
      who.id ? 'officerId' : 'email',
      `${same.name} sits for ${SERVICES[service]} already, from ${plainDay(same.fromOn)}. End that first`,
    );
  if (!typed.deputyOf) return;
  const first = known.find(({ id }) => id === typed.deputyOf);
  if (!first || !overlaps(first, { fromOn, untilOn }))
    throw badField('deputyOf', 'Choose somebody who sits on the panel on those days');
  if (isSame(first, who)) throw badField('deputyOf', 'Nobody stands in for themselves');
  if (first.deputyOf)
    throw badField('deputyOf', `${first.name} is a deputy. Choose the member they stand in for`);
}

const isSame = (member: PanelMember, { id, email }: Named) =>
  id ? member.officerId === id : member.email.toLowerCase() === email.toLowerCase();

interface Days {
  readonly fromOn: CalendarDay;
  readonly untilOn: CalendarDay | null;
}

const overlaps = (a: Days, b: Days) =>
  (!a.untilOn || a.untilOn >= b.fromOn) && (!b.untilOn || b.untilOn >= a.fromOn);

const COLUMNS = `
  m.id, m.officer_id AS "officerId", m.name, m.email, m.service, m.core, m.deputy_of AS "deputyOf",
  m.from_on AS "fromOn", m.until_on AS "untilOn", m.signed_on AS "signedOn"`;

const ORDER = `
ORDER BY array_position(ARRAY['chair','deputy_chair','coordinator'], m.service), m.service, m.name, m.from_on, m.id`;

const ON = `SELECT ${COLUMNS} FROM panel_member m WHERE m.panel_id = $1 AND ${sitsOnDay('m', '$2::date')} ${ORDER}`;

const ALL = `SELECT ${COLUMNS} FROM panel_member m WHERE m.panel_id = $1 ${ORDER}`;

const OFFICER = `SELECT id, name, email FROM officer WHERE authority = $1 AND id::text = $2 AND active`;

const ADD = `
INSERT INTO panel_member AS m (authority, panel_id, officer_id, name, email, service, core, deputy_of, from_on, until_on)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8::uuid, $9, $10) RETURNING ${COLUMNS}`;

const END = `UPDATE panel_member SET until_on = $2 WHERE id = $1`;

const SIGN = `UPDATE panel_member SET signed_on = $2 WHERE id = $1`;
