import { AccessLog, type Actor } from '@app/access';
import { BadPayload, PlanRefused, PolicyProposals, type PolicyVersion } from '@app/casework';
import { type Pathway, pathways } from '@app/pathways';
import { Clock } from '@app/statutory-calendar';
import { Body, Controller, Get, NotFoundException, Param, Post } from '@nestjs/common';
import { type FormBody, type Problem } from '../forms/form-body';
import { type Page, page, type Redirect, redirect } from '../page';
import { paths } from '../paths';
import { Policy } from '../policy/policy.decorator';
import { one } from '../safety/one-value';
import { SignedIn } from '../session/signed-in.decorator';
import { numberTables, proposalFields, readProposal, settingsAsTyped } from './settings-form';
import { inForceOn, settingsModel } from './settings-model';

const KEEP = {
  action: 'look after the council’s settings',
  roles: ['administrator', 'send_manager'],
} as const;
const ONE = paths.admin.settingsOf(':pathway');
const PROPOSE = paths.admin.proposeSettings(':pathway');

/** What the council has set otherwise: one person proposes, a second approves, and cases keep what they began under. */
@Controller()
export class SettingsController {
  constructor(
    private readonly proposals: PolicyProposals,
    private readonly clock: Clock,
    private readonly log: AccessLog,
  ) {}

  @Get(paths.admin.settings)
  @Policy(KEEP)
  async list(@SignedIn() { authority, roles }: Actor): Promise<Page> {
    const today = this.clock.today();
    const rows = pathways.map(async ({ name, title }) => {
      const versions = await this.proposals.versions(authority, name);
      const now = inForceOn(versions, today);
      return {
        title,
        href: paths.admin.settingsOf(name),
        now: now ? `Version ${now.version}` : 'Usual numbers',
        set: Object.keys(now?.numbers ?? {}).length,
        waits: versions.some(({ decision }) => decision === null),
      };
    });
    const isAdmin = roles.includes('administrator');
    return page('admin/settings', { rows: await Promise.all(rows), isAdmin });
  }

  @Get(ONE)
  @Policy(KEEP)
  show(@SignedIn() officer: Actor, @Param('pathway') name: string): Promise<Page> {
    return this.onePage(officer, pathwayOf(name), []);
  }

  @Get(PROPOSE)
  @Policy(KEEP)
  async ask(@SignedIn() officer: Actor, @Param('pathway') name: string): Promise<Page> {
    const pathway = pathwayOf(name);
    const today = this.clock.today();
    const now = inForceOn(await this.proposals.versions(officer.authority, name), today);
    return formPage({ pathway, now, typed: settingsAsTyped(pathway, now, today), problems: [] });
  }

  @Post(PROPOSE)
  @Policy(KEEP)
  async propose(
    @SignedIn() officer: Actor,
    @Param('pathway') name: string,
    @Body() body: FormBody,
  ): Promise<Page | Redirect> {
    const pathway = pathwayOf(name);
    const { problems, ...typed } = readProposal(pathway, body);
    const refused = problems.length
      ? problems
      : await problemsOf(() => this.proposals.propose(officer, { ...typed, pathway: name }));
    if (refused.length) {
      const versions = await this.proposals.versions(officer.authority, name);
      const now = inForceOn(versions, this.clock.today());
      return formPage({ pathway, now, typed: body, problems: refused });
    }
    await this.log.looked(officer, {
      action: 'proposed settings',
      page: paths.admin.settingsOf(name),
    });
    return redirect(paths.admin.settingsOf(name), {
      flash: 'The settings are proposed. They count once a second person has approved them.',
    });
  }

  @Post(paths.admin.decideSettings(':pathway', ':id'))
  @Policy(KEEP)
  async decide(
    @SignedIn() officer: Actor,
    @Param('pathway') name: string,
    @Param('id') id: string,
    @Body() body: FormBody,
  ): Promise<Page | Redirect> {
    const pathway = pathwayOf(name);
    const decision = one(body, 'decision') === 'approved' ? 'approved' : 'refused';
    const refused = await problemsOf(() => this.proposals.decide(officer, id, decision));
    if (refused.length) return this.onePage(officer, pathway, refused);
    const href = paths.admin.settingsOf(name);
    await this.log.looked(officer, { action: `${decision} settings`, page: href });
    const flash =
      decision === 'approved'
        ? 'The settings are approved. Cases that are open keep the numbers they began under.'
        : 'The proposal is refused. Nothing changes.';
    return redirect(href, { flash });
  }

  private async onePage(
    { authority, id }: Actor,
    pathway: Pathway,
    problems: readonly Problem[],
  ): Promise<Page> {
    const model = settingsModel({
      pathway,
      versions: await this.proposals.versions(authority, pathway.name),
      cases: await this.proposals.openCases(authority, pathway.name),
      today: this.clock.today(),
      officerId: id,
    });
    const status = problems.length ? 422 : 200;
    return page('admin/settings-of', { ...model, problems }, { status });
  }
}

function pathwayOf(name: string): Pathway {
  const found = pathways.find((pathway) => pathway.name === name);
  if (!found) throw new NotFoundException();
  return found;
}

/** What stands against it, beside the fields that it is about; anything unexpected rises. */
async function problemsOf(act: () => Promise<void>): Promise<Problem[]> {
  try {
    await act();
    return [];
  } catch (error) {
    if (error instanceof PlanRefused) return [{ field: '', text: error.message }];
    if (!(error instanceof BadPayload)) throw error;
    return error.problems.map(({ path: [field = ''], message }) => ({ field, text: message }));
  }
}

interface FormAsked {
  readonly pathway: Pathway;
  readonly now: PolicyVersion | undefined;
  readonly typed: FormBody;
  readonly problems: readonly Problem[];
}

function formPage({ pathway, now, typed, problems }: FormAsked): Page {
  const href = paths.admin.settingsOf(pathway.name);
  const form = {
    action: paths.admin.proposeSettings(pathway.name),
    fields: proposalFields(pathway, typed, problems),
    groups: numberTables(pathway, now, typed, problems),
  };
  const shown = problems.map((each) =>
    each.field === 'validFrom' ? { ...each, field: 'validFrom-day' } : each,
  );
  const model = { title: pathway.title, href, form, problems: shown };
  return page('admin/settings-form', model, { status: problems.length ? 422 : 200 });
}
