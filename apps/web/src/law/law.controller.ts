import { AccessLog, type Actor } from '@app/access';
import { LawProposals, type LoadedPack, PlanRefused } from '@app/casework';
import { BadRulePack, Clock } from '@app/statutory-calendar';
import { Body, Controller, Get, NotFoundException, Param, Post } from '@nestjs/common';
import { type FormBody, type Problem } from '../forms/form-body';
import { type Page, page, type Redirect, redirect } from '../page';
import { paths } from '../paths';
import { Policy } from '../policy/policy.decorator';
import { one } from '../safety/one-value';
import { SignedIn } from '../session/signed-in.decorator';
import { changeRow, changesOf, differenceRows, packRow } from './pack-model';
import { bookModel, ruleModel } from './rule-model';

const KEEP = {
  action: 'look after the law that dates count by',
  roles: ['administrator', 'send_manager'],
} as const;
/** A request takes over this many cases; the page asks for the rest. */
const AT_ONCE = 250;

/** The law in force, rule by rule, and packs that change it: one person loads, a second approves. */
@Controller()
export class LawController {
  constructor(
    private readonly laws: LawProposals,
    private readonly clock: Clock,
    private readonly log: AccessLog,
  ) {}

  @Get(paths.law.home)
  @Policy(KEEP)
  async home(@SignedIn() { authority, roles }: Actor): Promise<Page> {
    const packs = (await this.laws.all(authority)).map(packRow);
    const isAdmin = roles.includes('administrator');
    return page('law/home', { groups: bookModel(), packs, isAdmin });
  }

  @Get(paths.law.rule(':code'))
  @Policy(KEEP)
  async rule(@SignedIn() { authority }: Actor, @Param('code') code: string): Promise<Page> {
    const model = ruleModel(code);
    if (!model) throw new NotFoundException();
    const packs = await this.laws.all(authority);
    return page('law/rule', { ...model, changes: packs.flatMap((it) => changesOf(it, code)) });
  }

  @Get(paths.law.load)
  @Policy(KEEP)
  ask(): Page {
    return page('law/load', { pack: '', problems: [] });
  }

  @Post(paths.law.load)
  @Policy(KEEP)
  async load(@SignedIn() officer: Actor, @Body() body: FormBody): Promise<Page | Redirect> {
    const pack = one(body, 'pack') ?? '';
    try {
      const id = await this.laws.propose(officer, read(pack));
      await this.log.looked(officer, { action: 'loaded a rule pack', page: paths.law.home });
      return redirect(paths.law.pack(id), {
        flash: 'The pack is loaded. Nothing is changed until a second person approves it.',
      });
    } catch (error) {
      return page('law/load', { pack, problems: problemsIn(error) }, { status: 422 });
    }
  }

  @Get(paths.law.pack(':id'))
  @Policy(KEEP)
  show(@SignedIn() officer: Actor, @Param('id') id: string): Promise<Page> {
    return this.onePage(officer, id, []);
  }

  @Post(paths.law.decide(':id'))
  @Policy(KEEP)
  async decide(
    @SignedIn() officer: Actor,
    @Param('id') id: string,
    @Body() body: FormBody,
  ): Promise<Page | Redirect> {
    const decision = one(body, 'decision') === 'approved' ? 'approved' : 'refused';
    try {
      await this.laws.decide(officer, id, decision);
      await this.log.looked(officer, { action: `${decision} a rule pack`, page: paths.law.home });
      if (decision === 'approved') return await this.followed(officer, id);
      return redirect(paths.law.home, { flash: 'The pack is refused. Nothing changes.' });
    } catch (error) {
      return this.onePage(officer, id, problemsIn(error));
    }
  }

  @Post(paths.law.follow(':id'))
  @Policy(KEEP)
  async follow(@SignedIn() officer: Actor, @Param('id') id: string): Promise<Page | Redirect> {
    try {
      return await this.followed(officer, id);
    } catch (error) {
      return this.onePage(officer, id, problemsIn(error));
    }
  }

  private async followed(officer: Actor, id: string): Promise<Redirect> {
    const { moved, isDone } = await this.laws.follow(officer, id, AT_ONCE);
    const cases = `${moved} open ${moved === 1 ? 'case counts' : 'cases count'} by this pack now.`;
    const flash = isDone ? cases : `${cases} There are more: go on below.`;
    return redirect(paths.law.pack(id), { flash });
  }

  private async onePage(
    { authority, id: officerId, roles }: Actor,
    id: string,
    problems: readonly Problem[],
  ): Promise<Page> {
    const loaded = (await this.laws.all(authority)).find((it) => it.id === id);
    if (!loaded) throw new NotFoundException();
    const differences = await this.laws.differences(id);
    const model = {
      ...packRow(loaded),
      problems,
      changes: loaded.pack.changes.map(changeRow),
      rows: differenceRows(differences, this.clock.today()),
      cases: differences.length,
      judged: await this.laws.judged(id),
      leftBehind: this.laws.leftBehind(loaded.pack),
      mayOpenCases: roles.includes('send_manager'),
      ...decisions(loaded, officerId),
    };
    return page('law/pack', model, { status: problems.length ? 422 : 200 });
  }
}

function decisions({ id, decision, proposedById }: LoadedPack, officerId: string) {
  return {
    isOpen: decision === null,
    isApproved: decision === 'approved',
    isOwn: proposedById === officerId,
    decideAction: paths.law.decide(id),
    followAction: paths.law.follow(id),
  };
}

function read(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new BadRulePack([{ where: 'The pack', what: 'it is not JSON. Paste the whole file' }]);
  }
}

/** What stands against it, in words; anything unexpected rises. */
function problemsIn(error: unknown): Problem[] {
  if (error instanceof PlanRefused) return [{ field: '', text: error.message }];
  if (!(error instanceof BadRulePack)) throw error;
  return error.problems.map(({ where, what }) => ({ field: 'pack', text: `${where}: ${what}` }));
}
