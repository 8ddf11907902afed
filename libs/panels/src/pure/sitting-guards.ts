import { type Facts, type Pathway, type PathwayEvent, said } from '@app/pathways';

type GuardInput = Parameters<Pathway['guards'][string]['test']>[0];

/** What is known beside an event of a sitting, besides what was said. */
export interface SittingFacts extends Facts {
  readonly paperDeadlinePassed?: boolean;
  /** The person who speaks chairs this panel, or stands in for the chair. */
  readonly actorIsChair?: boolean;
  /** The chair wants it: they speak themselves, or their word is recorded. */
  readonly chairApproves?: boolean;
  /** Who is missing for a quorum, in words. */
  readonly missing?: readonly string[];
  /** Every item is decided, put off or sent to the next sitting. */
  readonly everyItemSettled?: boolean;
  /** Something was decided before the quorum was lost. */
  readonly somethingDecided?: boolean;
}

export interface SittingEvent extends PathwayEvent {
  readonly facts: SittingFacts;
}

const factsOf = ({ event }: GuardInput): SittingFacts => event.facts;

const needed = (what: string, who: string) => () => [{ what, who }];

/** Conditions of the meeting machine, each with the words of its refusal (handbook 3.3). */
export const sittingGuards = {
  paperDeadlinePassed: {
    test: (input: GuardInput) => factsOf(input).paperDeadlinePassed ?? false,
    text: 'The day for papers has not passed, so schools and services may still send theirs',
  },
  chairApproves: {
    test: (input: GuardInput) => factsOf(input).chairApproves ?? false,
    text: 'Only the chair adds an item after the papers are out',
    missing: needed('The chair’s word', 'The chair or deputy chair'),
  },
  reason: {
    test: ({ event }: GuardInput) => Boolean(said(event, 'reason')?.trim()),
    text: 'Give the reason',
    aboutAnswer: true,
  },
  quorate: {
    test: (input: GuardInput) => factsOf(input).quorate ?? false,
    text: (input: GuardInput) => {
      const { missing = [] } = factsOf(input);
      return `There is no quorum${missing.length ? `. Missing: ${missing.join('; ')}` : ''}`;
    },
    missing: (input: GuardInput) =>
      (factsOf(input).missing ?? []).map((what) => ({ what, who: 'The coordinator' })),
  },
  somethingDecided: {
    test: (input: GuardInput) => factsOf(input).somethingDecided ?? false,
    text: 'Nothing was decided at this sitting',
  },
  everyItemSettled: {
    test: (input: GuardInput) => factsOf(input).everyItemSettled ?? false,
    text: 'Some items have no outcome yet. Decide each, put it off, or send it to the next sitting',
    missing: needed('An outcome for each item', 'The chair'),
  },
  actorIsChair: {
    test: (input: GuardInput) => factsOf(input).actorIsChair ?? false,
    text: 'Only the chair of this sitting approves its minutes',
    missing: needed('Approval of the minutes', 'The chair or deputy chair'),
  },
};
