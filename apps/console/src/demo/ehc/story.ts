import { type Adviser } from '@app/pathways';
import { type CalendarDay, daysBetween } from '@app/statutory-calendar';
import { type Dice } from '../dice';
import { type DemoNote, inOrder, type Journey, type Step } from '../journey';
import { type DemoChild } from '../people/child';
import { DECIDERS, EHC_OFFICERS } from '../people/officers';
import { CHASES, REQUESTS } from '../texts';
import { type Timeline } from './timeline';

/** Who an assessment is about and who works on it. */
export interface EhcCast {
  readonly child: DemoChild;
  readonly team: 'north' | 'south';
  /** Null where nobody has it. */
  readonly officer: string | null;
}

/** Tells what happened to one assessment, by days since the request came. */
export class EhcStory {
  private readonly steps: Step[] = [];
  private readonly notes: DemoNote[] = [];
  private liveSince: CalendarDay | undefined;
  private readonly officer: string;
  private readonly decider: string;

  constructor(
    private readonly cast: EhcCast,
    private readonly timeline: Timeline,
    private readonly dice: Dice,
  ) {
    this.officer = cast.officer ?? EHC_OFFICERS[cast.team][0]!;
    this.decider = DECIDERS[cast.team];
  }

  /** From this day on things are told as they come: messages go out and tasks are made. */
  liveFrom(day: CalendarDay): this {
    this.liveSince = day;
    return this;
  }

  allocated(n: number): this {
    const payload = { workerId: `@${this.officer}` };
    return this.told(this.timeline.day(n), 'ALLOCATED', this.decider, payload);
  }

  listed(n: number): this {
    return this.told(this.timeline.day(n), 'PANEL_LISTED', 'imogen');
  }

  agreed(n: number, advisers: readonly Adviser[], askedOn?: number): this {
    const asked = askedOn === undefined ? {} : { adviceAskedOn: this.timeline.exactly(askedOn) };
    const payload = { advisers, panelAdvised: 'Assess', ...asked };
    return this.told(this.timeline.day(n), 'AGREED_TO_ASSESS', this.decider, payload);
  }

  alsoAsked(n: number, adviser: Adviser): this {
    return this.told(this.timeline.day(n), 'ADVICE_REQUESTED', this.officer, { adviser });
  }

  answered(n: number, adviser: Adviser): this {
    const quality = this.dice.isLucky(0.88) ? 'good' : 'gaps';
    return this.told(this.timeline.day(n), 'ADVICE_RECEIVED', this.officer, { adviser, quality });
  }

  chased(n: number, adviser: Adviser, note: string = this.dice.pick(CHASES)): this {
    const payload = { adviser, how: this.dice.pick(['phone', 'email']), note };
    return this.told(this.timeline.day(n), 'ADVICE_CHASED', this.officer, payload);
  }

  allIn(n: number): this {
    const payload = { basis: 'all_in', missingReason: undefined };
    return this.told(this.timeline.day(n), 'ADVICE_COMPLETE', this.officer, payload);
  }

  planAgreed(n: number): this {
    return this.told(this.timeline.day(n), 'AGREED_TO_ISSUE', this.decider);
  }

  draft(n: number): this {
    const payload = { qualityCheck: 'done', how: 'email' };
    return this.told(this.timeline.day(n), 'DRAFT_ISSUED', this.officer, payload);
  }

  consulted(n: number, settings: readonly string[]): this {
    return this.told(this.timeline.day(n), 'CONSULTATION_SENT', this.officer, { settings });
  }

  replied(n: number, setting: string, reply: 'can_meet' | 'cannot_meet' | 'full'): this {
    const ground = reply === 'can_meet' ? {} : { ground: 'incompatible_resources' };
    const payload = { setting, reply, ...ground };
    return this.told(this.timeline.day(n), 'CONSULTATION_REPLY', this.officer, payload);
  }

  consultationClosed(n: number): this {
    return this.told(this.timeline.day(n), 'CONSULTATIONS_COMPLETE', this.officer);
  }

  /** The family has said that it has finished. */
  heard(n: number): this {
    const payload = { finished: true, views: 'We agree with most of it and ask for one change.' };
    return this.told(this.timeline.day(n), 'REPRESENTATIONS_RECEIVED', this.officer, payload);
  }

  final(n: number, named: { readonly urn: string } | { readonly typeOfSetting: string }): this {
    const what = 'urn' in named ? 'school' : 'type';
    const payload = {
      sectionsComplete: true,
      appealLetter: true,
      named: what,
      urn: undefined,
      ...named,
    };
    return this.told(this.timeline.day(n), 'FINAL_ISSUED', this.decider, payload);
  }

  movedAway(n: number): this {
    const on = this.timeline.day(n);
    const payload = { newLaCode: '937', moveDate: on };
    return this.told(on, 'CHILD_MOVED_LA', this.officer, payload);
  }

  /** Anything else, with the words of its own form. */
  also(n: number, type: string, payload?: Step['payload'], by = this.officer): this {
    return this.told(this.timeline.day(n), type, by, payload);
  }

  /** The nth day after the request or the working day before it, also one that is still to come. */
  dayAhead(n: number): CalendarDay {
    return this.timeline.ahead(n);
  }

  /** The last thing told was recorded so many days after it happened. */
  lastRecordedAfter(days: number): this {
    const last = this.steps.pop();
    if (last) this.steps.push({ ...last, recordedAfter: days });
    return this;
  }

  note(n: number, text: string): this {
    this.notes.push({ on: this.timeline.day(n), by: this.officer, text });
    return this;
  }

  /** The day after the draft's fifteen days, when the clock itself goes on; nothing if that is still to come. */
  fifteenDaysEnded(draftDay: number): this {
    const served = daysBetween(this.timeline.received, this.timeline.day(draftDay));
    const on = this.timeline.exactly(served + 15);
    return on > this.timeline.today ? this : this.told(on, 'REPRESENTATION_PERIOD_ENDED', 'system');
  }

  journey(): Journey {
    const { child, team } = this.cast;
    const source = this.dice.weighted([
      ['parent', 55],
      ['school', 42],
      ['other', 3],
    ] as const);
    const opening = {
      on: this.timeline.received,
      type: 'REQUEST_RECEIVED',
      by: EHC_OFFICERS[team][this.dice.whole(0, 4)]!,
      payload: {
        source,
        channel: this.dice.pick(['email', 'email', 'portal', 'post']),
        requester: source === 'parent' ? child.contacts[0]?.name : undefined,
        note: this.dice.pick(REQUESTS),
      },
      ...this.live(this.timeline.received),
    };
    const [steps, notes] = [inOrder(this.steps), inOrder(this.notes)];
    return { child, pathway: 'ehc_needs_assessment', team, opening, steps, notes };
  }

  private told(on: CalendarDay, type: string, by: string, payload?: Step['payload']): this {
    this.steps.push({ on, type, by, ...(payload && { payload }), ...this.live(on) });
    return this;
  }

  private live(on: CalendarDay): { live?: true } {
    return this.liveSince !== undefined && on >= this.liveSince ? { live: true } : {};
  }
}
