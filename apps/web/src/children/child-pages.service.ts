import { AccessDenied, AccessLog, type Actor, worksCases } from '@app/access';
import { CaseLists, type ListedCase } from '@app/casework';
import { type ChildRecord, Children, ChildSearch } from '@app/people';
import { Clock } from '@app/statutory-calendar';
import { Injectable, NotFoundException } from '@nestjs/common';
import { identityOf, type IdentityModel } from '../cases/identity';
import { type Page, page } from '../page';

/** A child's record that somebody has opened. */
export interface OpenedChild {
  readonly child: ChildRecord;
  readonly cases: readonly ListedCase[];
  readonly identity: IdentityModel;
}

/** Opens children's records for pages: nobody sees one without a line in the access log. */
@Injectable()
export class ChildPages {
  constructor(
    private readonly children: Children,
    private readonly search: ChildSearch,
    private readonly lists: CaseLists,
    private readonly log: AccessLog,
    private readonly clock: Clock,
  ) {}

  /** The record that goes on where this one was merged into it, if this person may open it. */
  async goesOnAs(officer: Actor, childId: string): Promise<string | undefined> {
    const merged = (await this.children.find(officer, childId))?.mergedInto;
    return merged && (await this.search.mayOpen(officer, merged)) ? merged : undefined;
  }

  /** @throws NotFoundException also for a record that this person may not know of, and for one that is only a signpost */
  async open(officer: Actor, childId: string, pageName: string): Promise<OpenedChild> {
    const child = await this.children.find(officer, childId);
    if (!child || child.mergedInto || !(await this.search.mayOpen(officer, childId)))
      throw new NotFoundException();
    await this.log.looked(officer, { action: 'child.seen', childId, page: pageName });
    const cases = await this.lists.ofChild(officer, childId);
    return { child, cases, identity: identityOf(child, this.clock.today()) };
  }

  /** @throws AccessDenied for roles that only read */
  mustWork(officer: Actor, action: string): void {
    if (!worksCases(officer)) throw new AccessDenied(action);
  }

  /** A page about a child. */
  show(
    { child, identity }: OpenedChild,
    template: string,
    model: object,
    { status = 200 } = {},
  ): Page {
    return page(
      template,
      {
        child: { ...identity, moreHref: undefined },
        childId: child.childId,
        forename: child.preferredName ?? child.legalForename,
        ...model,
      },
      { status },
    );
  }
}
