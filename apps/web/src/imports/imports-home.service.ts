import { type Actor } from '@app/access';
import { NominationImport, Schools } from '@app/people';
import { Injectable } from '@nestjs/common';
import { type Problem } from '../forms/form-body';
import { type Page, page } from '../page';
import { fileModel } from './import-model';
import { FEED_ROLES, NOMINATION_ROLES, REGISTER_ROLES } from './imports-roles';

/** The page with everything that can be brought in, and what was. */
@Injectable()
export class ImportsHome {
  constructor(
    private readonly imports: NominationImport,
    private readonly schools: Schools,
  ) {}

  /** The page; with problems of an upload it is the answer to that upload. */
  async page(actor: Actor, problems: readonly Problem[] = [], more: object = {}): Promise<Page> {
    const may = (roles: readonly string[]) => actor.roles.some((role) => roles.includes(role));
    const mayNominate = may(NOMINATION_ROLES);
    const [recent, schools] = await Promise.all([
      mayNominate ? this.imports.recent(actor) : [],
      this.schools.list(actor, { limit: 50_000 }),
    ]);
    const problem = (field: string) =>
      problems.filter((each) => each.field === field).map(({ text }) => text);
    const model = {
      problems,
      mayNominate,
      maySchools: may(REGISTER_ROLES),
      mayFeeds: may(FEED_ROLES),
      recent: recent.map(fileModel),
      schoolCount: schools.length,
      fileProblems: problem('file'),
      registerProblems: problem('register'),
      ...more,
    };
    return page('imports/imports', model, { status: problems.length ? 422 : 200 });
  }
}
