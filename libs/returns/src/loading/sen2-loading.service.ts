import { type Actor } from '@app/access';
import { EhcPlans } from '@app/casework';
import { type Runner, Statements } from '@app/database';
import { Clock } from '@app/statutory-calendar';
import { Injectable } from '@nestjs/common';
import { collectionOf } from '../sen2/collection';
import { BladeTables, ReturnRefused } from './blade-tables';
import { type ChildToLoad, toLoad } from './people-to-load';

/** What was taken over. */
export interface Sen2Loaded {
  readonly children: number;
  readonly plans: number;
  readonly underWay: number;
}

const AT_ONCE = 2_000;

/** Takes a return over into a council that begins: children, plans, where they attend, needs and last reviews. */
@Injectable()
export class Sen2Loading {
  constructor(
    private readonly statements: Statements,
    private readonly clock: Clock,
    private readonly plans: EhcPlans,
  ) {}

  /**
   * All or nothing. `texts` are the files by module, `year` is that of the return.
   * @throws ReturnRefused where a file cannot be read, or where the council has children already
   */
  async load(actor: Actor, texts: ReadonlyMap<string, string>, year: number): Promise<Sen2Loaded> {
    const tables = new BladeTables(texts);
    const { children, plans, underWay } = toLoad(tables, collectionOf(year));
    tables.mustHold();
    noNumberTwice(children);
    return this.statements.together(async (runner) => {
      await this.mustBeEmpty(runner, actor);
      for (const batch of batches(children))
        await runner.run('sen2.load-children', LOAD_CHILDREN_SQL, [
          actor.authority,
          JSON.stringify(batch),
          this.clock.now(),
        ]);
      let loaded = 0;
      for (const batch of batches(plans))
        loaded += (await this.plans.load(actor, batch, runner)).length;
      return { children: children.length, plans: loaded, underWay };
    });
  }

  private async mustBeEmpty(runner: Runner, { authority }: Actor): Promise<void> {
    const found = await runner.run('sen2.any-child', ANY_CHILD_SQL, [authority]);
    if (found.length > 0)
      throw new ReturnRefused([
        'This council has children on record already. A return is taken over once, into an empty one.',
      ]);
  }
}

function noNumberTwice(children: readonly ChildToLoad[]): void {
  const upns = children.flatMap(({ upn }) => upn ?? []);
  const twice = upns.length - new Set(upns).size;
  if (twice > 0)
    throw new ReturnRefused([
      `${twice} people have a UPN that another has too. Put the numbers right in the files first.`,
    ]);
}

function* batches<Row>(rows: readonly Row[]): Generator<readonly Row[]> {
  for (let at = 0; at < rows.length; at += AT_ONCE) yield rows.slice(at, at + AT_ONCE);
}

const ANY_CHILD_SQL = `SELECT FROM child WHERE authority = $1 LIMIT 1`;

/** A school that is not in the register stays with the placement; the child is then at no school on record. */
const LOAD_CHILDREN_SQL = `
INSERT INTO child (id, authority, legal_surname, legal_forename, dob, sex, ethnicity, postcode, upn, uln, upn_unknown, urn,
  sen_provision, primary_need, secondary_need, created_at)
SELECT g.id, $1, g.surname, g.forename, g.dob, g.sex, g.ethnicity, g.postcode, g.upn, g.uln, g."upnUnknown", s.urn,
  g."senProvision", g."primaryNeed", g."secondaryNeed", $3
FROM jsonb_to_recordset($2::jsonb) AS g(id uuid, surname text, forename text, dob date, sex text, ethnicity text, postcode text,
  upn text, uln text, "upnUnknown" text, urn text, "senProvision" text, "primaryNeed" text, "secondaryNeed" text)
LEFT JOIN school s ON s.authority = $1 AND s.urn = g.urn`;
