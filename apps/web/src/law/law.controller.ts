import { AccessLog, type Actor } from '@app/access';
import { LawProposals, LawRounds } from '@app/casework';
import { BadRulePack } from '@app/statutory-calendar';
import { Body, Controller, Get, NotFoundException, Param, Post } from '@nestjs/common';
import { type FormBody } from '../forms/form-body';
import { type Page, page, type Redirect, redirect } from '../page';
import { paths } from '../paths';
import { Policy } from '../policy/policy.decorator';
import { one } from '../safety/one-value';
import { SignedIn } from '../session/signed-in.decorator';
import { KEEP_LAW, AT_ONCE, problemsIn } from './keep-law';
import { changesOf, packRow } from './pack-model';
import { bookModel, ruleModel } from './rule-model';

/** The law in force, rule by rule, and packs that change it: one person loads, a second approves. */
@Controller()
export class LawController {
  constructor(
    private readonly laws: LawProposals,
    private readonly rounds: LawRounds,
    private readonly log: AccessLog,
  ) {}

  @Get(paths.law.home)
  @Policy(KEEP_LAW)
  async home(@SignedIn() { authority, roles }: Actor): Promise<Page> {
    const packs = (await this.laws.all(authority)).map(packRow);
    const isAdmin = roles.includes('administrator');
    return page('law/home', { groups: bookModel(), packs, isAdmin });
  }

  @Get(paths.law.rule(':code'))
  @Policy(KEEP_LAW)
  async rule(@SignedIn() { authority }: Actor, @Param('code') code: string): Promise<Page> {
    const model = ruleModel(code);
    if (!model) throw new NotFoundException();
    const packs = await this.laws.all(authority);
    return page('law/rule', { ...model, changes: packs.flatMap((it) => changesOf(it, code)) });
  }

  @Get(paths.law.load)
  @Policy(KEEP_LAW)
  ask(): Page {
    return page('law/load', { pack: '', problems: [] });
  }

  @Post(paths.law.load)
  @Policy(KEEP_LAW)
  async load(@SignedIn() officer: Actor, @Body() body: FormBody): Promise<Page | Redirect> {
    const pack = one(body, 'pack') ?? '';
    try {
      const id = await this.laws.propose(officer, read(pack));
      await this.rounds.goOn(id, AT_ONCE);
      await this.log.looked(officer, { action: 'loaded a rule pack', page: paths.law.home });
      return redirect(paths.law.pack(id), {
        flash: 'The pack is loaded. Nothing is changed until a second person approves it.',
      });
    } catch (error) {
      return page('law/load', { pack, problems: problemsIn(error) }, { status: 422 });
    }
  }
}

function read(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new BadRulePack([{ where: 'The pack', what: 'it is not JSON. Paste the whole file' }]);
  }
}
