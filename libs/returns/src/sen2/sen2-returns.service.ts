import { Statements } from '@app/database';
import { Clock, londonClock } from '@app/statutory-calendar';
import { Injectable } from '@nestjs/common';
import { type Collection } from './collection';
import { DesignatedOfficersKept } from './designated-officers.service';
import { childrenFacts } from './facts-reader';
import { personOf } from './person-record';
import { type Person } from './records';
import { checkPerson } from './rules/check-person';
import { type Finding } from './rules/rule';
import { type Piece, Sen2Files } from './writing/sen2-pieces';

const RELEASE = '0.1.0';

/** What a return holds, and what is wrong with it. */
export interface Sen2Summary {
  readonly people: number;
  readonly requests: number;
  readonly activePlans: number;
  readonly findings: readonly Finding[];
}

/** The SEN2 return of an authority, from the cases and the register of plans. */
@Injectable()
export class Sen2Returns {
  constructor(
    private readonly statements: Statements,
    private readonly clock: Clock,
    private readonly officers: DesignatedOfficersKept,
  ) {}

  /** Checks everybody in the return. */
  check(authority: string, collection: Collection): Promise<Sen2Summary> {
    return this.run(authority, collection, () => Promise.resolve());
  }

  /** Checks everybody and writes the files, piece by piece. */
  async write(
    authority: string,
    collection: Collection,
    keep: (pieces: readonly Piece[]) => Promise<void>,
  ): Promise<Sen2Summary> {
    const files = new Sen2Files({
      collection,
      lea: authority,
      release: RELEASE,
      madeOn: this.clock.today(),
      officers: await this.officers.of(authority),
      madeAt: `${londonClock(this.clock.now())}:00`,
    });
    await keep(files.start());
    const summary = await this.run(authority, collection, (people) => keep(files.add(people)));
    await keep(files.end());
    return summary;
  }

  private async run(
    authority: string,
    collection: Collection,
    each: (people: readonly Person[]) => Promise<void>,
  ): Promise<Sen2Summary> {
    const sum = { people: 0, requests: 0, activePlans: 0 };
    const findings: Finding[] = [];
    for await (const children of childrenFacts(this.statements, authority, collection)) {
      const people = children.flatMap((child) => personOf(child, collection) ?? []);
      const requests = people.flatMap((person) => person.requests);
      sum.people += people.length;
      sum.requests += requests.length;
      sum.activePlans += requests.filter(({ activeplan }) => activeplan !== null).length;
      for (const person of people) findings.push(...checkPerson(person, collection));
      await each(people);
    }
    return { ...sum, findings };
  }
}
