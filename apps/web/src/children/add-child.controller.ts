import { type Actor } from '@app/access';
import { lowerFirst } from '@app/casework';
import { BadDetails, Children, ChildSearch, Schools } from '@app/people';
import { plainDay } from '@app/statutory-calendar';
import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { type FormBody, type Problem } from '../forms/form-body';
import { type Page, page, type Redirect, redirect } from '../page';
import { paths } from '../paths';
import { Policy } from '../policy/policy.decorator';
import { one } from '../safety/one-value';
import { SignedIn } from '../session/signed-in.decorator';
import { carried, childFields, childTyped, problemsFrom } from './child-fields';
import { ChildPages } from './child-pages.service';
import { kindOf, kindsFor } from './opening-kinds';

/** Adding a case starts with the child: find the record, or add one after a look at those alike. */
@Controller()
export class AddChildController {
  constructor(
    private readonly pages: ChildPages,
    private readonly children: Children,
    private readonly search: ChildSearch,
    private readonly schools: Schools,
  ) {}

  @Get(paths.addCase)
  @Policy({ action: 'add a case', roles: 'any', relation: 'child' })
  ask(@SignedIn() officer: Actor): Page {
    this.pages.mustWork(officer, 'add a case');
    return page('children/add-case', { typed: '', problems: [] });
  }

  @Post(paths.addCase)
  @Policy({ action: 'look for the child of a new case', roles: 'any', relation: 'child' })
  async find(@SignedIn() officer: Actor, @Body() body: FormBody): Promise<Page> {
    this.pages.mustWork(officer, 'add a case');
    const typed = one(body, 'q') ?? '';
    if (!typed)
      return page(
        'children/add-case',
        {
          typed,
          problems: [{ field: 'q', text: 'Enter a name, a date of birth or a pupil number' }],
        },
        { status: 422 },
      );
    const found = await this.search.search(officer, typed);
    const hits = found.hits.map((hit) =>
      hit.kind === 'exists'
        ? hit
        : {
            ...hit,
            born: plainDay(hit.dob),
            href: paths.children.one(hit.childId),
            kinds: kindLinks(officer, hit.childId),
          },
    );
    return page('children/add-case', { typed, problems: [], found: { ...found, hits } });
  }

  @Get(paths.children.add)
  @Policy({ action: 'add a child', roles: 'any', relation: 'child' })
  form(@SignedIn() officer: Actor, @Query() query: unknown): Promise<Page> {
    this.pages.mustWork(officer, 'add a child');
    return this.show(officer, { kind: one(query, 'kind') ?? '' }, []);
  }

  @Post(paths.children.add)
  @Policy({ action: 'add a child', roles: 'any', relation: 'child' })
  async add(@SignedIn() officer: Actor, @Body() body: FormBody): Promise<Page | Redirect> {
    this.pages.mustWork(officer, 'add a child');
    if (one(body, 'change') === 'yes') return this.show(officer, body, []);
    try {
      const typed = childTyped(body);
      const alike = one(body, 'sure') === 'yes' ? [] : await this.children.alike(officer, typed);
      if (alike.length) return this.askAlike(alike, body);
      const { childId } = await this.children.add(officer, typed);
      const kind = kindOf(one(body, 'kind'));
      return redirect(
        kind ? paths.children.open(childId, kind.slug) : paths.children.one(childId),
        { flash: 'The child’s record is added.' },
      );
    } catch (error) {
      if (error instanceof BadDetails)
        return this.show(officer, body, problemsFrom(error.problems));
      throw error;
    }
  }

  private askAlike(alike: Awaited<ReturnType<Children['alike']>>, body: FormBody): Page {
    const rows = alike.map((it) =>
      it.kind === 'exists'
        ? it
        : { ...it, born: plainDay(it.dob), href: paths.children.one(it.childId) },
    );
    const isCertain = alike.some((it) => it.kind === 'child' && it.certain);
    return page('children/alike', { rows, isCertain, hidden: carried(body) });
  }

  private async show(officer: Actor, body: FormBody, problems: readonly Problem[]): Promise<Page> {
    const schools = await this.schools.list(officer, { openOnly: true, limit: 1000 });
    const kind = kindOf(one(body, 'kind'));
    const model = {
      fields: childFields(body, problems, schools),
      problems,
      kind: kind?.slug,
      kindWords: kind && `Then: ${lowerFirst(kind.link)}.`,
    };
    return page('children/add', model, { status: problems.length ? 422 : 200 });
  }
}

const MOST_LINKS = 3;

/** The usual ways on; where there are more, the record has them all. */
function kindLinks(officer: Actor, childId: string) {
  const kinds = kindsFor(officer);
  const links = kinds.map(({ slug, link }) => ({
    text: link,
    href: paths.children.open(childId, slug),
  }));
  if (links.length <= MOST_LINKS) return links;
  return [{ text: 'Choose what to open', href: `${paths.children.one(childId)}#open` }];
}
