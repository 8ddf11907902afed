import { type Actor } from '@app/access';
import { Agendas, LateItems, SittingNotFound, SittingRoom, SittingSteps } from '@app/panels';
import { Schools } from '@app/people';
import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { type FormBody } from '../forms/form-body';
import { type Page, page, type Redirect, redirect } from '../page';
import { blankForm, type PanelForm, sentForm } from '../panels/panel-form';
import { paths } from '../paths';
import { Policy } from '../policy/policy.decorator';
import { SignedIn } from '../session/signed-in.decorator';
import { cancelForm, lateForm, lineForm, schoolForm } from './agenda-forms';
import { agendaModel } from './agenda-model';

const PREPARE = { action: 'prepare the agenda of a panel', roles: 'any' } as const;

/** Prepares an agenda: who is on it and why, what a person changes about it, and the papers going out. */
@Controller()
export class AgendaController {
  constructor(
    private readonly agendas: Agendas,
    private readonly late: LateItems,
    private readonly steps: SittingSteps,
    private readonly schools: Schools,
    private readonly room: SittingRoom,
  ) {}

  @Get(paths.sittings.agenda(':id'))
  @Policy(PREPARE)
  async show(@SignedIn() officer: Actor, @Param('id') id: string): Promise<Page> {
    return page('sittings/agenda', agendaModel(await this.agendas.of(officer, id)));
  }

  @Get(paths.sittings.line(':id', ':reference'))
  @Policy(PREPARE)
  async askLine(
    @SignedIn() officer: Actor,
    @Param('id') id: string,
    @Param('reference') reference: string,
  ): Promise<Page> {
    return blankForm(await this.lineOf(officer, id, reference));
  }

  @Post(paths.sittings.line(':id', ':reference'))
  @Policy(PREPARE)
  async changeLine(
    @SignedIn() officer: Actor,
    @Param('id') id: string,
    @Param('reference') reference: string,
    @Body() body: FormBody,
  ): Promise<Page | Redirect> {
    const form = await this.lineOf(officer, id, reference);
    return sentForm(form, body, async ({ what, to, service, reason }) => {
      await this.agendas.change(officer, id, { what, reference, to, service, reason });
      return redirect(paths.sittings.agenda(id), { flash: 'The agenda is changed.' });
    });
  }

  @Get(paths.sittings.addChild(':id'))
  @Policy(PREPARE)
  async askChild(@SignedIn() officer: Actor, @Param('id') id: string): Promise<Page> {
    await this.room.enterRunning(officer, id);
    return blankForm(lateChild(id));
  }

  @Post(paths.sittings.addChild(':id'))
  @Policy(PREPARE)
  async addChild(
    @SignedIn() officer: Actor,
    @Param('id') id: string,
    @Body() body: FormBody,
  ): Promise<Page | Redirect> {
    await this.room.enterRunning(officer, id);
    return sentForm(lateChild(id), body, async (typed) => {
      await this.late.addChild(officer, id, { ...typed, reference: typed.reference.toUpperCase() });
      return redirect(paths.sittings.room(id), { flash: 'The child is on the agenda.' });
    });
  }

  @Get(paths.sittings.addSchool(':id'))
  @Policy(PREPARE)
  async askSchool(@SignedIn() officer: Actor, @Param('id') id: string): Promise<Page> {
    return blankForm(await this.wholeSchool(officer, id));
  }

  @Post(paths.sittings.addSchool(':id'))
  @Policy(PREPARE)
  async addSchool(
    @SignedIn() officer: Actor,
    @Param('id') id: string,
    @Body() body: FormBody,
  ): Promise<Page | Redirect> {
    return sentForm(await this.wholeSchool(officer, id), body, async (typed) => {
      await this.late.addSchool(officer, id, typed);
      return redirect(paths.sittings.agenda(id), { flash: 'The school is on the agenda.' });
    });
  }

  @Get(paths.sittings.cancel(':id'))
  @Policy(PREPARE)
  async askCancel(@SignedIn() officer: Actor, @Param('id') id: string): Promise<Page> {
    await this.room.enterRunning(officer, id);
    return blankForm(cancelling(id));
  }

  @Post(paths.sittings.cancel(':id'))
  @Policy(PREPARE)
  async cancel(
    @SignedIn() officer: Actor,
    @Param('id') id: string,
    @Body() body: FormBody,
  ): Promise<Page | Redirect> {
    await this.room.enterRunning(officer, id);
    return sentForm(cancelling(id), body, async ({ reason }) => {
      await this.steps.cancel(officer, id, reason);
      return redirect(paths.panels.list, {
        flash:
          'The sitting is called off. Its items are on the next one, and none counts as put off.',
      });
    });
  }

  @Post(paths.sittings.step(':id', ':step'))
  @Policy(PREPARE)
  async step(
    @SignedIn() officer: Actor,
    @Param('id') id: string,
    @Param('step') step: string,
  ): Promise<Redirect> {
    const take = this.taken[step as keyof typeof this.taken];
    if (!take) throw new SittingNotFound();
    const { act, goTo, flash } = take(id);
    await act(officer);
    return redirect(goTo, { flash });
  }

  private readonly taken = {
    open: (id: string) => ({
      act: (officer: Actor) => this.steps.openAgenda(officer, id),
      goTo: paths.sittings.agenda(id),
      flash: 'The agenda is open.',
    }),
    send: (id: string) => ({
      act: (officer: Actor) => this.steps.lock(officer, id),
      goTo: paths.sittings.room(id),
      flash: 'The agenda is fixed and the papers are out.',
    }),
    start: (id: string) => ({
      act: (officer: Actor) => this.steps.start(officer, id),
      goTo: paths.sittings.room(id),
      flash: 'The sitting has begun.',
    }),
    'quorum-lost': (id: string) => ({
      act: (officer: Actor) => this.steps.quorumLost(officer, id),
      goTo: paths.sittings.room(id),
      flash: 'Noted: there is no quorum. Nothing can be decided until it is back.',
    }),
    'quorum-back': (id: string) => ({
      act: (officer: Actor) => this.steps.quorumRestored(officer, id),
      goTo: paths.sittings.room(id),
      flash: 'The sitting goes on.',
    }),
    relist: (id: string) => ({
      act: (officer: Actor) => this.steps.relist(officer, id),
      goTo: paths.panels.list,
      flash: 'The remaining items are on the next sitting.',
    }),
    end: (id: string) => ({
      act: (officer: Actor) => this.steps.end(officer, id),
      goTo: paths.sittings.minutes(id),
      flash: 'The sitting is closed. The minutes are drafted.',
    }),
  } as const;

  private async lineOf(
    officer: Actor,
    id: string,
    reference: string,
  ): Promise<PanelForm<typeof lineForm>> {
    const { lines, left } = await this.agendas.of(officer, id);
    const found = [...lines, ...left].find(({ candidate }) => candidate.reference === reference);
    if (!found) throw new SittingNotFound();
    const isOn = lines.some(({ candidate }) => candidate.reference === reference);
    const { candidate } = found;
    const name = 'childName' in candidate ? candidate.childName : candidate.school;
    return {
      title: isOn ? `${name} is on this agenda` : `${name} is not on this agenda`,
      lead: ('why' in found ? found.why : found.whyNot).join('. '),
      schema: lineForm,
      action: paths.sittings.line(id, reference),
      submit: 'Change the agenda',
      back: { text: 'The agenda', href: paths.sittings.agenda(id) },
      values: { what: isOn ? 'dropped' : 'added' },
    };
  }

  private async wholeSchool(officer: Actor, id: string): Promise<PanelForm<typeof schoolForm>> {
    await this.room.enterRunning(officer, id);
    const schools = await this.schools.list(officer, { openOnly: true, limit: 1000 });
    return {
      title: 'Put a school on the agenda',
      lead: 'The panel sits around the school. This item is about the school as a whole, not about one child.',
      schema: schoolForm,
      action: paths.sittings.addSchool(id),
      submit: 'Put it on the agenda',
      back: { text: 'The agenda', href: paths.sittings.agenda(id) },
      choices: { schools: schools.map(({ urn, name }) => ({ value: urn, text: name })) },
    };
  }
}

const lateChild = (id: string): PanelForm<typeof lateForm> => ({
  title: 'Add a child in the room',
  lead: 'Only the chair adds a child once the papers are out. The minutes show it as a late item, with the reason.',
  schema: lateForm,
  action: paths.sittings.addChild(id),
  submit: 'Add this child',
  back: { text: 'The room', href: paths.sittings.room(id) },
});

const cancelling = (id: string): PanelForm<typeof cancelForm> => ({
  title: 'Call this sitting off',
  lead: 'Its items go to the next sitting in their order. None counts as put off.',
  schema: cancelForm,
  action: paths.sittings.cancel(id),
  submit: 'Call it off',
  back: { text: 'The agenda', href: paths.sittings.agenda(id) },
});
