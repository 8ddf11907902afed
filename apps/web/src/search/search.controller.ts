import { AccessLog, type Actor } from '@app/access';
import { ChildSearch, type ChildHit, type SearchResult } from '@app/people';
import { pathwayNamed } from '@app/pathways';
import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { plainDay } from '@app/statutory-calendar';
import { type FormBody } from '../forms/form-body';
import { type Page, page } from '../page';
import { paths } from '../paths';
import { Policy } from '../policy/policy.decorator';
import { one } from '../safety/one-value';
import { SignedIn } from '../session/signed-in.decorator';

const LONGEST = 100;
const FIND = { action: 'find a child, case or school', roles: 'any' } as const;

/** Finds children, cases and schools. What is typed is posted, so that no name stands in an address or a log. */
@Controller()
export class SearchController {
  constructor(
    private readonly children: ChildSearch,
    private readonly log: AccessLog,
  ) {}

  @Get(paths.search)
  @Policy(FIND)
  ask(): Page {
    return page('search/search', { typed: '' });
  }

  @Post(paths.search)
  @HttpCode(200)
  @Policy({ ...FIND, relation: 'child' })
  async find(@SignedIn() officer: Actor, @Body() body: FormBody): Promise<Page> {
    const typed = (one(body, 'q') ?? '').slice(0, LONGEST);
    if (!typed)
      return page(
        'search/search',
        {
          typed,
          problems: [
            { field: 'q', text: 'Enter a name, date of birth, UPN, case number or school' },
          ],
        },
        { status: 422 },
      );
    const result = await this.children.search(officer, typed);
    await this.written(officer, result);
    return page('search/search', { typed, ...resultModel(result) });
  }

  /** Each child that was shown is a look at a record. */
  private async written(officer: Actor, { hits }: SearchResult): Promise<void> {
    await this.log.looked(officer, { action: 'search.done', page: 'search' });
    for (const hit of hits)
      if (hit.kind === 'child')
        await this.log.looked(officer, {
          action: 'child.found',
          childId: hit.childId,
          page: 'search',
        });
  }
}

function resultModel({ hits, schools, more, understoodAs }: SearchResult) {
  const found = hits.filter((hit) => hit.kind === 'child');
  const cases = found.flatMap((hit) => hit.cases.map((each) => caseModel(hit, each)));
  return {
    asked: true,
    understoodAs,
    children: found.map(childModel),
    cases,
    schools: schools.map(({ urn, name }) => ({ urn, name })),
    exists: hits.flatMap((hit) => (hit.kind === 'exists' ? [hit.words] : [])),
    more,
    nothing: !hits.length && !schools.length,
  };
}

function childModel({ childId, name, legalName, dob, schoolName, why }: ChildHit) {
  return {
    name,
    legalName: legalName === name ? undefined : legalName,
    href: paths.children.one(childId),
    born: plainDay(dob),
    school: schoolName ?? 'No school',
    why,
  };
}

function caseModel(
  { name, schoolName }: ChildHit,
  { reference, pathway, open }: ChildHit['cases'][number],
) {
  return {
    reference,
    href: paths.case(reference),
    name,
    school: schoolName,
    pathway: pathwayNamed(pathway).title,
    open: open ? 'Open' : 'Closed',
  };
}
