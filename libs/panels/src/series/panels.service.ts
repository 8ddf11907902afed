import { type Actor } from '@app/access';
import { type Runner, Statements } from '@app/database';
import { type CalendarDay, Clock } from '@app/statutory-calendar';
import { Injectable } from '@nestjs/common';
import { panelKind, panelKinds } from '../kinds/panel-kinds';
import { type PanelCode, type Service } from '../pure/terms';
import { type SittingStage } from '../pure/sitting-events';
import { termsBeginning } from './first-terms';
import { type Panel, type PanelSeat, seatOn, seesAllPanels } from './panel';

/** A sitting as a list of panels names it. */
export interface SittingInBrief {
  readonly id: string;
  readonly sitsOn: CalendarDay;
  readonly startsAt: Date;
  readonly stage: SittingStage;
  /** Items on its agenda. */
  readonly items: number;
}

/** A panel in the list of somebody's panels. */
export interface PanelInList extends Panel {
  readonly next: SittingInBrief | undefined;
  /** The last sitting that was held. */
  readonly last: SittingInBrief | undefined;
}

/** The panels of a council: what each is, and who may know of it. */
@Injectable()
export class Panels {
  constructor(
    private readonly statements: Statements,
    private readonly clock: Clock,
  ) {}

  /** The seven panels with their usual terms, each added once; a council that has them keeps its own. */
  async setUp(authority: string, from: CalendarDay = this.clock.today()): Promise<void> {
    await setUpPanels(this.statements, { authority, from, at: this.clock.now() });
  }

  /** The panels that this person sits on or looks after, the most frequent first. */
  async list(actor: Actor): Promise<PanelInList[]> {
    const rows = await this.statements.run<PanelRow & Briefs>('panels-list', LIST, [
      actor.authority,
      this.clock.today(),
      actor.id,
      seesAllPanels(actor),
    ]);
    return rows
      .map(({ next, last, ...row }) => ({
        ...withKind(row),
        next: briefOf(next),
        last: briefOf(last),
      }))
      .sort((a, b) => placeOf(a.code) - placeOf(b.code));
  }

  /** One panel and what the actor is on it; undefined where there is none or they may not know of it. */
  async find(actor: Actor, code: string): Promise<PanelSeat | undefined> {
    const today = this.clock.today();
    const panel = await this.on(actor.authority, code, today);
    if (!panel) return undefined;
    const own = await this.statements.run<{ id: string; service: Service }>('panel-own', OWN, [
      panel.id,
      actor.id,
      today,
    ]);
    return seatOn(panel, actor, own);
  }

  /** A panel with the terms in force on a day, whoever asks. */
  async on(authority: string, code: string, day: CalendarDay): Promise<Panel | undefined> {
    const [row] = await this.statements.run<PanelRow>('panel-on', ON, [authority, code, day]);
    return row && withKind(row);
  }
}

/** For those who set up a council in one transaction. */
export async function setUpPanels(
  runner: Runner,
  { authority, from, at }: { authority: string; from: CalendarDay; at: Date },
): Promise<void> {
  const kinds = panelKinds.map(({ code, name, terms }) => ({
    code,
    name,
    terms: termsBeginning(terms, from),
  }));
  await runner.run('panels-set-up', SET_UP, [authority, JSON.stringify(kinds), from, at]);
}

type PanelRow = Omit<Panel, 'kind'> & Record<string, unknown>;
type Brief = Omit<SittingInBrief, 'startsAt'> & { readonly startsAt: string };
interface Briefs {
  readonly next: Brief | null;
  readonly last: Brief | null;
}

const withKind = (row: PanelRow): Panel => ({ ...row, kind: panelKind(row.code) });
const briefOf = (brief: Brief | null) =>
  brief ? { ...brief, startsAt: new Date(brief.startsAt) } : undefined;
const placeOf = (code: PanelCode) => panelKinds.findIndex((kind) => kind.code === code);

/** Terms in force on a day; before the first terms began, the first. */
export const termsOn = (panel: string, day: string) => `
  (SELECT t.number, t.valid_from, t.terms FROM panel_terms t WHERE t.panel_id = ${panel}
   ORDER BY t.valid_from <= ${day} DESC, abs(t.valid_from - ${day}) LIMIT 1)`;

/** Lines of the membership that hold on a day. */
export const sitsOnDay = (member: string, day: string) =>
  `${member}.from_on <= ${day} AND (${member}.until_on IS NULL OR ${member}.until_on >= ${day})`;

const COLUMNS = `
  p.id, p.authority, p.code, p.name, t.terms, t.number AS "termsNumber", t.valid_from AS "termsFrom"`;

const BRIEF = `
  json_build_object('id', s.id, 'sitsOn', s.sits_on, 'startsAt', s.starts_at, 'stage', s.stage, 'items',
    (SELECT count(*)::int FROM sitting_item i WHERE i.sitting_id = s.id AND i.status NOT IN ('removed', 'moved')))`;

const LIST = `
SELECT ${COLUMNS},
  (SELECT ${BRIEF} FROM sitting s WHERE s.panel_id = p.id AND s.sits_on >= $2::date
     AND s.stage IN ('scheduled', 'agenda_open', 'papers_out', 'in_session', 'inquorate') ORDER BY s.starts_at LIMIT 1) AS next,
  (SELECT ${BRIEF} FROM sitting s WHERE s.panel_id = p.id AND s.sits_on <= $2::date
     AND s.stage IN ('minutes_draft', 'closed') ORDER BY s.starts_at DESC LIMIT 1) AS last
FROM panel p CROSS JOIN LATERAL ${termsOn('p.id', '$2::date')} t
WHERE p.authority = $1 AND ($4::boolean OR EXISTS (
  SELECT FROM panel_member m WHERE m.panel_id = p.id AND m.officer_id = $3 AND ${sitsOnDay('m', '$2::date')}))`;

const ON = `
SELECT ${COLUMNS} FROM panel p CROSS JOIN LATERAL ${termsOn('p.id', '$3::date')} t
WHERE p.authority = $1 AND p.code = $2`;

const OWN = `
SELECT m.id, m.service FROM panel_member m WHERE m.panel_id = $1 AND m.officer_id = $2 AND ${sitsOnDay('m', '$3::date')}`;

const SET_UP = `
WITH given AS (SELECT * FROM jsonb_to_recordset($2::jsonb) AS k(code text, name text, terms jsonb)),
added AS (
  INSERT INTO panel (authority, code, name) SELECT $1, code, name FROM given
  ON CONFLICT (authority, code) DO NOTHING RETURNING id, code)
INSERT INTO panel_terms (panel_id, number, authority, valid_from, terms, reason, set_at)
SELECT added.id, 1, $1, $3::date, given.terms, 'The usual terms', $4 FROM added JOIN given USING (code)`;
