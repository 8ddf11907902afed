import { randomUUID } from 'node:crypto';
import { type Statements } from '@app/database';
import { type FactName, type Facts, type Pathway } from '@app/pathways';
import { addDays, type CalendarDay } from '@app/statutory-calendar';
import { type Stride } from '../../libs/pathways/testing/walk';
import { WENDMOOR } from '../support/given';

/** A case on its way, for the records behind a fact. */
export interface OnTheWay {
  readonly statements: Statements;
  readonly pathway: Pathway;
  readonly childId: string;
  readonly reference: string;
  /** Opens another case of this pathway, or one of another pathway for the same child. */
  readonly anotherCase: (ofThisChild?: string) => Promise<string>;
}

type Arranged = Record<string, unknown>;
type Arrange = (given: OnTheWay, stride: Stride, wanted: unknown) => Promise<Arranged | void>;

/** Makes the records such that the facts of a command are found in them. @returns answers that must name real records */
export async function factsComeTrue(given: OnTheWay, stride: Stride): Promise<Arranged> {
  const { facts } = stride.command;
  const answers: Arranged = {};
  for (const name of Object.keys(facts) as FactName[])
    Object.assign(answers, await ARRANGED[name]?.(given, stride, facts[name]));
  return answers;
}

const run = ({ statements }: OnTheWay, sql: string, values: unknown[]) =>
  statements.run('', sql, values);

const OLDER = 11;
const dobFor = (on: CalendarDay, yearsOld: number) =>
  `${Number(on.slice(0, 4)) - yearsOld}${addDays(on, -1).slice(4)}`;

/** Born so that school year 7 is now, or is long over. */
const dobInYear7 = (on: CalendarDay, isNow: boolean) => {
  const september = Number(on.slice(5, 7)) >= 9 ? 0 : 1;
  return `${Number(on.slice(0, 4)) - september - OLDER - (isNow ? 0 : 2)}-03-01`;
};

const ARRANGED: Partial<Record<keyof Facts, Arrange>> = {
  placeAvailable: async (given, _, wanted) => {
    const values = [WENDMOOR, given.pathway.name, given.reference];
    if (wanted) await run(given, A_PLACE_MORE, values);
    else {
      await run(given, NO_OLD_HOLDING, values);
      await run(given, NO_FREE_PLACE, values.slice(0, 2));
    }
  },
  onRollAtDestination: async (given, { from }, wanted) => {
    const urn = wanted ? from.state.context['destination'] : '199025';
    await run(given, 'UPDATE child SET urn = $2 WHERE id = $1', [given.childId, urn]);
  },
  stillYear7: (given, { command }, wanted) => born(given, dobInYear7(command.on, Boolean(wanted))),
  age: (given, { command }, wanted) => born(given, dobFor(command.on, Number(wanted))),
  openCaseExists: async (given, stride, wanted) => {
    if (!wanted || !stride.from.way.length) return {};
    return { survivingCase: await given.anotherCase() };
  },
  contactExists: async (given, _, wanted) => {
    if (!wanted) await run(given, 'DELETE FROM contact WHERE child_id = $1', [given.childId]);
  },
  identityKnown: async (given, _, wanted) => {
    const sql = 'UPDATE child SET urn = CASE WHEN $2 THEN urn END, upn = NULL WHERE id = $1';
    if (!wanted) await run(given, sql, [given.childId, false]);
  },
  youngPerson: (given, { command }, wanted) => born(given, dobFor(command.on, wanted ? 17 : 10)),
  placeVacant: async (given, { command, from }, wanted) => {
    const unit = command.payload['unitUrn'] ?? from.state.context['unitUrn'];
    const programme = given.pathway.places?.programme;
    if (wanted) await run(given, A_PLACE_IN_UNIT, [WENDMOOR, programme, unit]);
    else {
      await run(given, NO_OLD_HOLDING, [WENDMOOR, programme, given.reference]);
      await run(given, NO_FREE_PLACE, [WENDMOOR, programme]);
    }
  },
  capacity: async (given, _, wanted) => {
    if (wanted) await aWorker(given, 900);
    else await run(given, NOBODY_HAS_ROOM, [given.pathway.heldBy]);
  },
  openActions: async (given, _, wanted) => {
    if (!(wanted as readonly string[]).length) await run(given, ALL_DONE, [given.reference]);
  },
  s19WithoutOwner: async (given, _, wanted) => {
    if (wanted) await given.anotherCase('s19_request');
  },
  withinCaseload: async (given, _, wanted) => ({
    workerId: await aWorker(given, wanted ? 900 : 0),
  }),
};

async function born(given: OnTheWay, dob: CalendarDay): Promise<void> {
  await run(given, 'UPDATE child SET dob = $2 WHERE id = $1', [given.childId, dob]);
}

async function aWorker(given: OnTheWay, caseloadMax: number): Promise<string> {
  const id = randomUUID();
  const sql = `INSERT INTO officer (id, authority, name, email, roles, caseload_max) VALUES ($1, $2, 'Ida Marsh', $3, $4, $5)`;
  const { heldBy } = given.pathway;
  await run(given, sql, [id, WENDMOOR, `${id}@example.org`, heldBy.slice(0, 1), caseloadMax]);
  return id;
}

const A_PLACE_MORE = `
INSERT INTO place (authority, programme, cohort, number)
SELECT $1, $2, c.cohort, (SELECT coalesce(max(number), 0) + 1 FROM place WHERE authority = $1 AND programme = $2 AND cohort = c.cohort)
FROM send_case c WHERE c.reference = $3 AND c.cohort IS NOT NULL`;

const A_PLACE_IN_UNIT = `
INSERT INTO place (authority, programme, cohort, number)
SELECT $1, $2, $3, coalesce(max(number), 0) + 1 FROM place WHERE authority = $1 AND programme = $2 AND cohort = $3`;

const ALL_DONE = `
UPDATE action SET state = 'done' WHERE case_id = (SELECT id FROM send_case WHERE reference = $1)`;

const NOBODY_HAS_ROOM = 'UPDATE officer SET caseload_max = 0 WHERE roles && $1::text[]';

/** Cases of earlier walks are over: their places need not be remembered here. */
const NO_OLD_HOLDING = `
DELETE FROM place_holding h USING place p, send_case c
WHERE p.id = h.place_id AND c.id = h.case_id AND p.authority = $1 AND p.programme = $2 AND c.reference <> $3`;

const NO_FREE_PLACE = `
DELETE FROM place p WHERE authority = $1 AND programme = $2
AND NOT EXISTS (SELECT 1 FROM place_holding h WHERE h.place_id = p.id)`;
