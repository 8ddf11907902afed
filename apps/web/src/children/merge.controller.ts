import { type Actor } from '@app/access';
import { Children, ChildSearch, Contacts, MergeRefused, RecordMerges } from '@app/people';
import { plainDay } from '@app/statutory-calendar';
import { Body, Controller, Get, NotFoundException, Param, Post } from '@nestjs/common';
import { type FormBody, type Problem } from '../forms/form-body';
import { type Page, page, type Redirect, redirect } from '../page';
import { paths } from '../paths';
import { Policy } from '../policy/policy.decorator';
import { one } from '../safety/one-value';
import { SignedIn } from '../session/signed-in.decorator';
import { ChildPages, type OpenedChild } from './child-pages.service';
import { mergeModel } from './merge-model';

const MERGE = {
  action: 'merge two records of one child',
  roles: ['send_manager'],
  relation: 'child',
} as const;
const LONGEST_REASON = 1_000;

/** Two records of one child become one: found, compared side by side, and merged with a reason. */
@Controller()
export class MergeController {
  constructor(
    private readonly pages: ChildPages,
    private readonly children: Children,
    private readonly contacts: Contacts,
    private readonly search: ChildSearch,
    private readonly merges: RecordMerges,
  ) {}

  @Get(paths.children.merge(':id'))
  @Policy(MERGE)
  async ask(@SignedIn() manager: Actor, @Param('id') id: string): Promise<Page> {
    const opened = await this.pages.open(manager, id, 'looking for a second record');
    const alike = await this.children.alikeTo(manager, opened.child);
    const hits = alike.flatMap((it) =>
      it.kind === 'child' ? [{ ...it, why: it.why.join('. ') }] : [],
    );
    return this.findPage(opened, '', hits);
  }

  @Post(paths.children.merge(':id'))
  @Policy(MERGE)
  async find(
    @SignedIn() manager: Actor,
    @Param('id') id: string,
    @Body() body: FormBody,
  ): Promise<Page> {
    const opened = await this.pages.open(manager, id, 'looking for a second record');
    const typed = one(body, 'q') ?? '';
    if (!typed) return this.findPage(opened, typed, [], NOTHING_TYPED);
    const { hits } = await this.search.search(manager, typed);
    const shown = hits.flatMap((it) => (it.kind === 'child' ? [it] : []));
    return this.findPage(opened, typed, shown);
  }

  @Get(paths.children.mergeWith(':id', ':other'))
  @Policy(MERGE)
  async compare(
    @SignedIn() manager: Actor,
    @Param('id') id: string,
    @Param('other') other: string,
  ): Promise<Page> {
    return this.comparePage(manager, id, other, {}, []);
  }

  @Post(paths.children.mergeWith(':id', ':other'))
  @Policy(MERGE)
  async merge(
    @SignedIn() manager: Actor,
    @Param('id') id: string,
    @Param('other') other: string,
    @Body() body: FormBody,
  ): Promise<Page | Redirect> {
    const survivorId = one(body, 'survivor') ?? '';
    const { reason, problems } = reasonTyped(body);
    if (survivorId !== id && survivorId !== other)
      problems.unshift({ field: 'survivor', text: 'Select the record that goes on' });
    if (problems.length) return this.comparePage(manager, id, other, body, problems);
    const mergedId = survivorId === id ? other : id;
    await this.pages.open(manager, survivorId, 'merging two records');
    await this.pages.open(manager, mergedId, 'merging two records');
    try {
      await this.merges.merge(manager, { survivorId, mergedId, reason });
    } catch (error) {
      if (!(error instanceof MergeRefused)) throw error;
      const refused = error.reasons.map((text) => ({ field: 'survivor', text }));
      return this.comparePage(manager, id, other, body, refused);
    }
    return redirect(paths.children.one(survivorId), {
      flash: 'The two records are one now. You can part them again for 90 days.',
    });
  }

  @Get(paths.children.part(':id', ':merge'))
  @Policy(MERGE)
  askToPart(
    @SignedIn() manager: Actor,
    @Param('id') id: string,
    @Param('merge') merge: string,
  ): Promise<Page> {
    return this.partPage(manager, id, merge, {}, []);
  }

  @Post(paths.children.part(':id', ':merge'))
  @Policy(MERGE)
  async part(
    @SignedIn() manager: Actor,
    @Param('id') id: string,
    @Param('merge') merge: string,
    @Body() body: FormBody,
  ): Promise<Page | Redirect> {
    const { reason, problems } = reasonTyped(body);
    if (problems.length) return this.partPage(manager, id, merge, body, problems);
    await this.standing(manager, id, merge);
    try {
      const { mergedId } = await this.merges.part(manager, merge, reason);
      return redirect(paths.children.one(mergedId), {
        flash: 'The records are two again. What had moved is back here.',
      });
    } catch (error) {
      if (!(error instanceof MergeRefused)) throw error;
      const refused = error.reasons.map((text) => ({ field: 'reason', text }));
      return this.partPage(manager, id, merge, body, refused);
    }
  }

  private findPage(
    opened: OpenedChild,
    typed: string,
    hits: readonly Found[],
    problems: readonly Problem[] = [],
  ): Page {
    const id = opened.child.childId;
    const others = hits.filter(({ childId }) => childId !== id);
    return this.pages.show(
      opened,
      'children/merge-find',
      {
        typed,
        problems,
        action: paths.children.merge(id),
        childHref: paths.children.one(id),
        rows: others.map((hit) => ({
          name: hit.name,
          words: `Born ${plainDay(hit.dob)}, ${hit.schoolName ?? 'no school'}. ${hit.why}`,
          href: paths.children.mergeWith(id, hit.childId),
        })),
      },
      { status: problems.length ? 422 : 200 },
    );
  }

  private async comparePage(
    manager: Actor,
    id: string,
    other: string,
    body: FormBody,
    problems: readonly Problem[],
  ): Promise<Page> {
    if (id === other) throw new NotFoundException();
    const first = await this.pages.open(manager, id, 'comparing two records');
    const second = await this.pages.open(manager, other, 'comparing two records');
    const [ofFirst, ofSecond, cases] = await Promise.all([
      this.contacts.of(manager, id),
      this.contacts.of(manager, other),
      this.merges.cases(manager, [id, other]),
    ]);
    const model = mergeModel(
      [
        { child: first.child, contacts: ofFirst },
        { child: second.child, contacts: ofSecond },
      ],
      cases,
    );
    const survivor = typeof body['survivor'] === 'string' ? body['survivor'] : '';
    return page(
      'children/merge',
      {
        ...model,
        problems,
        blocked: RecordMerges.blocks(cases),
        action: paths.children.mergeWith(id, other),
        backHref: paths.children.merge(id),
        survivorField: {
          kind: 'choice',
          id: 'survivor',
          name: 'survivor',
          label: 'Which record goes on?',
          hint: 'What hangs on the other moves to it. The other stays as a signpost.',
          options: model.sides.map((side, at) => ({
            value: side.id,
            text: `${at === 0 ? 'The first' : 'The second'}: ${side.name}`,
            chosen: side.id === survivor,
          })),
          problem: problems.find(({ field }) => field === 'survivor')?.text,
        },
        reasonField: reasonField(body, problems, 'Why are they the same child?'),
      },
      { status: problems.length ? 422 : 200 },
    );
  }

  private async partPage(
    manager: Actor,
    id: string,
    mergeId: string,
    body: FormBody,
    problems: readonly Problem[],
  ): Promise<Page> {
    const opened = await this.pages.open(manager, id, 'parting two records');
    const merge = await this.standing(manager, id, mergeId);
    const { cases, contacts } = merge.moved;
    return this.pages.show(
      opened,
      'children/part',
      {
        problems,
        merge: {
          ...merge,
          on: plainDay(merge.mergedOn),
          last: plainDay(this.merges.lastDay(merge)),
        },
        counts: { cases: cases.length, contacts: contacts.length },
        action: paths.children.part(id, mergeId),
        childHref: paths.children.one(id),
        reasonField: reasonField(body, problems, 'Why are they two children after all?'),
      },
      { status: problems.length ? 422 : 200 },
    );
  }

  private async standing(manager: Actor, id: string, mergeId: string) {
    const merges = await this.merges.standing(manager, id);
    const merge = merges.find((it) => it.id === mergeId);
    if (!merge) throw new NotFoundException();
    return merge;
  }
}

interface Found {
  readonly childId: string;
  readonly name: string;
  readonly dob: string;
  readonly schoolName: string | null;
  readonly why: string;
}

const NOTHING_TYPED: readonly Problem[] = [
  { field: 'q', text: 'Enter a name, a date of birth or a pupil number' },
];

function reasonTyped(body: FormBody): { reason: string; problems: Problem[] } {
  const reason = one(body, 'reason') ?? '';
  if (!reason) return { reason, problems: [{ field: 'reason', text: 'Say why' }] };
  if (reason.length <= LONGEST_REASON) return { reason, problems: [] };
  const text = `Reason must be ${LONGEST_REASON} characters or fewer`;
  return { reason, problems: [{ field: 'reason', text }] };
}

const reasonField = (body: FormBody, problems: readonly Problem[], label: string) => ({
  kind: 'area',
  id: 'reason',
  name: 'reason',
  label,
  rows: 3,
  value: typeof body['reason'] === 'string' ? body['reason'] : '',
  problem: problems.find(({ field }) => field === 'reason')?.text,
});
