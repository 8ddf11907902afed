import { type Actor } from '@app/access';
import {
  type AtSitting,
  ChangedFirst,
  DEFERRAL_WORDS,
  type DeferralReason,
  Entries,
  type Item,
  ItemSteps,
  SittingRoom,
} from '@app/panels';
import { NotAllowedNow } from '@app/pathways';
import { Clock } from '@app/statutory-calendar';
import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { type FormBody, type Problem } from '../forms/form-body';
import { type Page, page, type Redirect, redirect } from '../page';
import { paths } from '../paths';
import { Policy } from '../policy/policy.decorator';
import { one } from '../safety/one-value';
import { SignedIn } from '../session/signed-in.decorator';
import { decisionModel, readDecision } from './decision-form';
import { ItemPages } from './item-pages.service';
import { itemModel, nameOf, roomModel } from './room-model';
import { dissentOf, textsOf, versionsOf, wordsOf } from './typed-in-room';

const SIT = { action: 'take part in a sitting', roles: 'any' } as const;
const RUN = { action: 'run a sitting', roles: 'any' } as const;

/** What stands in the form beside the questions of the event. */
const EXTRAS = [
  'recommendation',
  'dissentName',
  'dissentText',
  'challenge',
  'deferReason',
  'deferNote',
];

/** The room: the agenda, the open item, who is here; the decision is made on the same page. */
@Controller()
export class RoomController {
  constructor(
    private readonly room: SittingRoom,
    private readonly items: ItemSteps,
    private readonly entries: Entries,
    private readonly pages: ItemPages,
    private readonly clock: Clock,
  ) {}

  @Get(paths.sittings.room(':id'))
  @Policy(SIT)
  async show(@SignedIn() officer: Actor, @Param('id') id: string): Promise<Page> {
    const at = await this.room.enter(officer, id);
    const current =
      at.items.find(({ status }) => status === 'open') ??
      at.items.find(({ status }) => status === 'listed') ??
      at.items[0];
    return this.roomPage(officer, at, current);
  }

  @Get(paths.sittings.item(':id', ':item'))
  @Policy(SIT)
  async showItem(
    @SignedIn() officer: Actor,
    @Param('id') id: string,
    @Param('item') itemId: string,
  ): Promise<Page> {
    const { at, item } = await this.room.enterItem(officer, id, itemId);
    return this.roomPage(officer, at, item);
  }

  @Post(paths.sittings.itemStep(':id', ':item', 'open'))
  @Policy(RUN)
  async open(
    @SignedIn() officer: Actor,
    @Param('id') id: string,
    @Param('item') itemId: string,
  ): Promise<Page | Redirect> {
    try {
      await this.items.open(officer, id, itemId);
    } catch (error) {
      return this.refused(officer, id, itemId, {}, error);
    }
    return redirect(paths.sittings.item(id, itemId));
  }

  @Post(paths.sittings.itemStep(':id', ':item', 'leave'))
  @Policy(RUN)
  async leave(
    @SignedIn() officer: Actor,
    @Param('id') id: string,
    @Param('item') itemId: string,
    @Body() body: FormBody,
  ): Promise<Redirect> {
    await this.entries.keepAll(officer, { sittingId: id, itemId }, wordsOf(body));
    await this.items.leave(officer, id, itemId);
    return redirect(paths.sittings.room(id), { flash: 'What was typed is kept with the item.' });
  }

  @Post(paths.sittings.itemStep(':id', ':item', 'decide'))
  @Policy(RUN)
  async decide(
    @SignedIn() officer: Actor,
    @Param('id') id: string,
    @Param('item') itemId: string,
    @Body() body: FormBody,
  ): Promise<Page | Redirect> {
    const { at, item } = await this.room.enterItem(officer, id, itemId);
    if (one(body, 'decision') === 'DEFER') return this.defer(officer, at, item, body);
    const options = await this.pages.decisions(officer, at, item);
    const choices = await this.pages.choices(officer, options);
    const { type, payload, problems, asksForRow } = options.length
      ? readDecision(options, body, choices)
      : { ...NOT_ASKED, type: one(body, 'decision') ?? '' };
    if (asksForRow) return this.roomPage(officer, at, item, { typed: body });
    const dissent = dissentOf(body);
    const wrong = [...problems, ...dissent.problems];
    if (wrong.length || type === undefined) return this.again(officer, at, item, body, wrong);
    try {
      await this.items.decide(officer, {
        sittingId: id,
        itemId,
        event: type,
        payload,
        version: Number(one(body, 'version')) || undefined,
        commandKey: one(body, 'commandKey'),
        recommendation: one(body, 'recommendation') || undefined,
        challenge: one(body, 'challenge') || undefined,
        dissent: dissent.lines,
      });
    } catch (error) {
      return this.refused(officer, id, itemId, body, error);
    }
    return this.goOn(officer, id, nameOf(item), 'is decided');
  }

  private async defer(
    officer: Actor,
    at: AtSitting,
    item: Item,
    body: FormBody,
  ): Promise<Page | Redirect> {
    const reason = one(body, 'deferReason');
    if (!reason || !(reason in DEFERRAL_WORDS))
      return this.again(officer, at, item, body, [
        { field: 'deferReason', text: 'Select why it is put off' },
      ]);
    try {
      await this.items.defer(officer, {
        sittingId: at.sitting.id,
        itemId: item.id,
        reason: reason as DeferralReason,
        note: one(body, 'deferNote') || undefined,
      });
    } catch (error) {
      return this.refused(officer, at.sitting.id, item.id, body, error);
    }
    return this.goOn(officer, at.sitting.id, nameOf(item), 'is put off');
  }

  /** Opens the next item, so that the chair goes on without a click; where it cannot be opened the page says why. */
  private async goOn(officer: Actor, id: string, name: string, what: string): Promise<Redirect> {
    const { items, unsettled } = await this.room.enter(officer, id);
    const next = items.find(({ status }) => status === 'listed');
    if (!next)
      return redirect(paths.sittings.room(id), {
        flash: unsettled
          ? `${name} ${what}. Items that you may not see are still open.`
          : `${name} ${what}. Every item has an outcome: the sitting can be closed.`,
      });
    try {
      await this.items.open(officer, id, next.id);
    } catch (error) {
      if (!(error instanceof NotAllowedNow || error instanceof ChangedFirst)) throw error;
    }
    return redirect(paths.sittings.item(id, next.id), { flash: `${name} ${what}.` });
  }

  private async refused(
    officer: Actor,
    id: string,
    itemId: string,
    body: FormBody,
    error: unknown,
  ): Promise<Page> {
    if (!(error instanceof NotAllowedNow) && !(error instanceof ChangedFirst)) throw error;
    const { at, item } = await this.room.enterItem(officer, id, itemId);
    if (error instanceof ChangedFirst)
      return this.again(officer, at, item, body, [{ field: '', text: CHANGED }]);
    const problems = error.reasons.map(({ text }) => ({ field: '', text }));
    return this.again(officer, at, item, body, problems);
  }

  /** The page again with what is wrong; what was typed is kept with the item, on every screen. */
  private async again(
    officer: Actor,
    at: AtSitting,
    item: Item,
    body: FormBody,
    problems: readonly Problem[],
  ): Promise<Page> {
    await this.entries.keepAll(
      officer,
      { sittingId: at.sitting.id, itemId: item.id },
      wordsOf(body),
    );
    return this.roomPage(officer, at, item, { typed: body, problems });
  }

  private async roomPage(
    officer: Actor,
    at: AtSitting,
    item: Item | undefined,
    { typed, problems = [] }: { typed?: FormBody; problems?: readonly Problem[] } = {},
  ): Promise<Page> {
    const now = this.clock.now();
    const room = {
      ...roomModel(at, item, now),
      lastActions: await this.pages.lastActions(officer, at),
    };
    if (!item) return page('sittings/room', { ...room, problems });
    const options = await this.pages.decisions(officer, at, item);
    const choices = await this.pages.choices(officer, options);
    const written = options.length ? await this.entries.of(officer, at.sitting.id, item.id) : [];
    const shown: FormBody =
      typed ?? Object.fromEntries(written.map(({ field, value }) => [field, value]));
    const model = {
      ...room,
      problems,
      item: itemModel(at, item, await this.pages.facts(item), now),
      chart: await this.pages.attendance(at, item),
      decision: options.length
        ? {
            ...decisionModel(options, shown, { problems, choices }),
            chosen: one(shown, 'decision'),
            extras: Object.fromEntries(EXTRAS.map((name) => [name, one(shown, name) ?? ''])),
            reasons: Object.entries(DEFERRAL_WORDS).map(([value, text]) => ({ value, text })),
            versions: JSON.stringify(versionsOf(written, shown)),
            key: randomUUID(),
            problem: problems.find(({ field }) => field === 'decision')?.text,
            deferProblem: problems.find(({ field }) => field === 'deferReason')?.text,
          }
        : undefined,
      typedBefore: options.length ? [] : textsOf(typed ?? {}),
    };
    return page('sittings/room', model, { status: problems.length ? 422 : 200 });
  }
}

/** An item that takes no decision now: why it does not is said where decisions are recorded. */
const NOT_ASKED = { payload: {}, problems: [], asksForRow: false } as const;

const CHANGED =
  'Somebody else changed this item first. Nothing was changed by what you sent. Look at it again';
