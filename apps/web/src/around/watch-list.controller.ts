import { type Actor } from '@app/access';
import {
  COHORTS,
  type ListedEntry,
  type LookAt,
  LOOKS,
  watchAddForm,
  watchDeclineForm,
  WatchList,
  watchLookForms,
  watchSuggestedForm,
} from '@app/panels';
import { Officers } from '@app/people';
import { longDay, plainDay, shortDay } from '@app/statutory-calendar';
import { Body, Controller, Get, NotFoundException, Param, Post, Query } from '@nestjs/common';
import { type Choices } from '../forms/field-model';
import { type FormBody } from '../forms/form-body';
import { type Page, page, type Redirect, redirect } from '../page';
import { blankForm, type PanelForm, sentForm } from '../panels/panel-form';
import { paths } from '../paths';
import { Policy } from '../policy/policy.decorator';
import { one } from '../safety/one-value';
import { SignedIn } from '../session/signed-in.decorator';

const SEE = { action: 'see the watch list', roles: 'any' } as const;
const KEEP = { action: 'keep the watch list', roles: 'any' } as const;
const BACK = { text: 'Watch list', href: paths.around.watchList };
const DECLINE = 'not-now';
const DONE: Readonly<Record<LookAt, string>> = {
  KEPT: 'The child stays on the list.',
  STEPPED_UP: 'The child stands at the head of the list.',
  STEPPED_DOWN: 'The child is looked at less often.',
  REMOVED: 'The child has left the list.',
};

/** The watch list of the Vulnerable Learners group: looked through at each meeting, one child after the other. */
@Controller()
export class WatchListController {
  constructor(
    private readonly watch: WatchList,
    private readonly officers: Officers,
  ) {}

  @Get(paths.around.watchList)
  @Policy(SEE)
  async list(@SignedIn() officer: Actor, @Query() query: unknown): Promise<Page> {
    const { entries, runs } = await this.watch.list(officer);
    const suggested = await this.watch.suggested(officer);
    const chosen = one(query, 'group') ?? '';
    const shown = entries.filter(({ cohort }) => !(chosen in COHORTS) || cohort === chosen);
    return page('around/watch-list', {
      runs,
      red: entries.filter(({ isRed }) => isRed).length,
      rows: shown.map(rowOf),
      views: [
        {
          text: 'All',
          href: paths.around.watchList,
          count: entries.length,
          current: !(chosen in COHORTS),
        },
        ...Object.entries(COHORTS).flatMap(([cohort, text]) => {
          const count = entries.filter((entry) => entry.cohort === cohort).length;
          const href = `${paths.around.watchList}?group=${cohort}`;
          return count ? [{ text, href, count, current: cohort === chosen }] : [];
        }),
      ],
      suggested: suggested.map(({ childId, childName, school, cohort, why }) => ({
        name: childName,
        school,
        group: COHORTS[cohort],
        why,
        addHref: paths.around.watchSuggested(childId, cohort),
        notHref: `${paths.around.watchSuggested(childId, cohort)}/${DECLINE}`,
      })),
    });
  }

  @Get(paths.around.watchAdd)
  @Policy(KEEP)
  async askAdd(@SignedIn() officer: Actor): Promise<Page> {
    return blankForm(await this.adding(officer));
  }

  @Post(paths.around.watchAdd)
  @Policy(KEEP)
  async add(@SignedIn() officer: Actor, @Body() body: FormBody): Promise<Page | Redirect> {
    return sentForm(await this.adding(officer), body, async (typed) =>
      added(await this.watch.add(officer, typed)),
    );
  }

  @Get(paths.around.watchSuggested(':child', ':cohort'))
  @Policy(KEEP)
  async askAccept(
    @SignedIn() officer: Actor,
    @Param('child') child: string,
    @Param('cohort') cohort: string,
  ): Promise<Page> {
    return blankForm(await this.accepting(officer, { child, cohort }));
  }

  @Post(paths.around.watchSuggested(':child', ':cohort'))
  @Policy(KEEP)
  async accept(
    @SignedIn() officer: Actor,
    @Param('child') child: string,
    @Param('cohort') cohort: string,
    @Body() body: FormBody,
  ): Promise<Page | Redirect> {
    const form = await this.accepting(officer, { child, cohort });
    return sentForm(form, body, async (typed) =>
      added(await this.watch.accept(officer, { child, cohort }, typed)),
    );
  }

  @Get(`${paths.around.watchSuggested(':child', ':cohort')}/${DECLINE}`)
  @Policy(KEEP)
  async askDecline(
    @SignedIn() officer: Actor,
    @Param('child') child: string,
    @Param('cohort') cohort: string,
  ): Promise<Page> {
    return blankForm(await this.declining(officer, { child, cohort }));
  }

  @Post(`${paths.around.watchSuggested(':child', ':cohort')}/${DECLINE}`)
  @Policy(KEEP)
  async decline(
    @SignedIn() officer: Actor,
    @Param('child') child: string,
    @Param('cohort') cohort: string,
    @Body() body: FormBody,
  ): Promise<Page | Redirect> {
    const form = await this.declining(officer, { child, cohort });
    return sentForm(form, body, async ({ reason }) => {
      await this.watch.decline(officer, { child, cohort }, reason);
      return redirect(paths.around.watchList, { flash: 'The child is not on the list for now.' });
    });
  }

  @Get(paths.around.watchEntry(':id'))
  @Policy(SEE)
  async entry(@SignedIn() officer: Actor, @Param('id') id: string): Promise<Page> {
    const { entry, trail, runs } = await this.watch.find(officer, id);
    return page('around/watch-entry', {
      ...rowOf(entry),
      entered: longDay(entry.enteredOn),
      entryReason: entry.entryReason,
      left: entry.leftOn && longDay(entry.leftOn),
      leftReason: entry.leftReason,
      links: runs && !entry.leftOn ? looksAt(entry) : [],
      trail: trail.map(({ type, details, on, by }) => ({
        title: type === 'ADDED' ? 'Put on the list' : (LOOKS[type as LookAt] ?? type),
        on: longDay(on),
        by,
        words: details['reason'] ?? details['nextStep'],
      })),
    });
  }

  @Get(paths.around.watchStep(':id', ':step'))
  @Policy(KEEP)
  async askLook(
    @SignedIn() officer: Actor,
    @Param('id') id: string,
    @Param('step') step: string,
  ): Promise<Page> {
    return blankForm((await this.looking(officer, id, step)).form);
  }

  @Post(paths.around.watchStep(':id', ':step'))
  @Policy(KEEP)
  async look(
    @SignedIn() officer: Actor,
    @Param('id') id: string,
    @Param('step') step: string,
    @Body() body: FormBody,
  ): Promise<Page | Redirect> {
    const { form, type } = await this.looking(officer, id, step);
    return sentForm(form, body, async (typed) => {
      await this.watch.look(officer, id, type, typed);
      return redirect(paths.around.watchList, { flash: DONE[type] });
    });
  }

  private async adding(officer: Actor): Promise<PanelForm<typeof watchAddForm>> {
    const { runs } = await this.watch.list(officer);
    if (!runs) throw new NotFoundException();
    return {
      title: 'Put a child on the watch list',
      schema: watchAddForm,
      action: paths.around.watchAdd,
      submit: 'Put on the list',
      back: BACK,
      choices: await this.choices(officer),
    };
  }

  private async accepting(
    officer: Actor,
    asked: { child: string; cohort: string },
  ): Promise<PanelForm<typeof watchSuggestedForm>> {
    const { childName, cohort, why } = await this.watch.mustSuggest(officer, asked);
    return {
      title: `Put ${childName} on the watch list`,
      lead: `${COHORTS[cohort]}. ${why}.`,
      schema: watchSuggestedForm,
      action: paths.around.watchSuggested(asked.child, cohort),
      submit: 'Put on the list',
      back: BACK,
      choices: await this.choices(officer),
      values: { entryReason: why },
    };
  }

  private async declining(
    officer: Actor,
    asked: { child: string; cohort: string },
  ): Promise<PanelForm<typeof watchDeclineForm>> {
    const { childName, cohort, why } = await this.watch.mustSuggest(officer, asked);
    return {
      title: `Not on the list now: ${childName}`,
      lead: `${COHORTS[cohort]}. ${why}.`,
      schema: watchDeclineForm,
      action: `${paths.around.watchSuggested(asked.child, cohort)}/${DECLINE}`,
      submit: 'Not now',
      back: BACK,
    };
  }

  private async looking(officer: Actor, id: string, step: string) {
    const { entry, runs } = await this.watch.find(officer, id);
    const type = step.toUpperCase().replaceAll('-', '_') as LookAt;
    if (!runs || !(type in LOOKS)) throw new NotFoundException();
    const form: PanelForm = {
      title: LOOKS[type],
      lead: `${entry.childName}. ${COHORTS[entry.cohort]}. Leave empty what has not changed.`,
      schema: watchLookForms[type],
      action: paths.around.watchStep(id, step),
      submit: 'Save',
      back: { text: entry.childName, href: paths.around.watchEntry(id) },
      choices: await this.choices(officer),
    };
    return { form, type };
  }

  private async choices(officer: Actor): Promise<Choices> {
    const all = await this.officers.list(officer);
    return {
      officers: all
        .filter(({ active }) => active)
        .map(({ id, name }) => ({ value: id, text: name })),
    };
  }
}

const added = (id: string) =>
  redirect(paths.around.watchEntry(id), { flash: 'The child is on the watch list.' });

function looksAt({ id, level }: ListedEntry) {
  return (Object.keys(LOOKS) as LookAt[])
    .filter((type) => type !== (level === 'stepped_up' ? 'STEPPED_UP' : 'STEPPED_DOWN'))
    .map((type) => ({
      title: LOOKS[type],
      href: paths.around.watchStep(id, type.toLowerCase().replaceAll('_', '-')),
    }));
}

function rowOf(entry: ListedEntry) {
  return {
    href: paths.around.watchEntry(entry.id),
    name: entry.childName,
    place: [entry.ncYear && `Year ${entry.ncYear}`, entry.school ?? 'No school']
      .filter(Boolean)
      .join(', '),
    group: COHORTS[entry.cohort],
    isUp: entry.level === 'stepped_up',
    lead: entry.lead,
    seen: entry.seenOn ? shortDay(entry.seenOn) : 'Not known',
    hours: entry.hours === null ? 'Not known' : String(entry.hours),
    nextStep: entry.nextStep,
    confirmed: plainDay(entry.confirmedOn),
    state: {
      kind: entry.isRed ? 'breached' : entry.missed ? 'at_risk' : 'on_time',
      text: entry.missed
        ? `Not confirmed in ${entry.missed} ${entry.missed === 1 ? 'meeting' : 'meetings'}`
        : 'Confirmed',
    },
  };
}
