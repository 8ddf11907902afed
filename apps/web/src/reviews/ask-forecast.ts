import { type Actor, mayOpen } from '@app/access';
import { begin, NotAllowedNow, pathwayNamed, permissionsOf } from '@app/pathways';
import { type PlanInReview } from '@app/reporting';
import { type CalendarDay, plainDay } from '@app/statutory-calendar';
import { type ChosenCase } from '../bulk/chosen-cases.repository';
import { followsOf, forecast } from '../bulk/forecast';
import { type AskAnswers, REVIEW_EVENTS, WAYS } from './ask-answers';
import { yearWords } from './plan-words';
import { reviewToOpen } from './review-to-open';

/** What would happen to the review of one plan. */
export interface AskForecast {
  readonly planId: string;
  readonly name: string;
  readonly where: string;
  readonly reference: string | null;
  readonly now: string;
  readonly then: string;
  readonly follows: readonly string[];
  readonly refused: string | undefined;
  /** The plan with the version of its review, or with `new` where none is open: what the person has seen. */
  readonly seen: string;
}

interface Ask {
  readonly actor: Actor;
  readonly answers: AskAnswers;
  readonly today: CalendarDay;
  /** The open reviews of the plans. */
  readonly cases: readonly ChosenCase[];
}

const pathway = pathwayNamed('annual_review');

/** Judges each plan by the machine itself: open reviews take the step, and where none is open one is opened. */
export function askForecast(plans: readonly PlanInReview[], ask: Ask): AskForecast[] {
  return plans.map((plan) => {
    const { planId, name, ncYear, schoolName, reference, version } = plan;
    return {
      planId,
      name,
      where: `${yearWords(ncYear)}, ${schoolName ?? 'at no school'}`,
      reference,
      seen: `${planId}:${version ?? 'new'}`,
      ...(reference ? ofOpenReview(reference, plan, ask) : ofNewReview(plan, ask)),
    };
  });
}

type Judged = Pick<AskForecast, 'now' | 'then' | 'follows' | 'refused'>;

function ofOpenReview(
  reference: string,
  { meetingOn, heldOn }: PlanInReview,
  { actor, answers, today, cases }: Ask,
): Judged {
  const type = WAYS[answers.way].step;
  const [judged] = forecast(
    actor,
    cases.filter((each) => each.reference === reference),
    {
      pathway,
      type,
      definition: REVIEW_EVENTS[type]!,
      payload: answers.payload,
      occurredOn: today,
    },
    { room: 0, freePlaces: 0 },
  );
  const open = cases.find((each) => each.reference === reference);
  if (!judged || !open) return { ...NOTHING, refused: 'You may not work on this review' };
  return {
    ...judged,
    now: stageWords(open.state.value),
    then: REVIEW_EVENTS[type]!.happened ?? '',
    refused:
      judged.refused && (meetingWords(meetingOn, heldOn, today) ?? withoutStop(judged.refused)),
  };
}

/** Why there is nothing to ask for, where a meeting has a date. */
function meetingWords(
  meetingOn: CalendarDay | null,
  heldOn: CalendarDay | null,
  today: CalendarDay,
): string | undefined {
  if (heldOn) return `The meeting was held on ${plainDay(heldOn)}`;
  if (!meetingOn) return undefined;
  return meetingOn < today
    ? `The meeting was set for ${plainDay(meetingOn)}. Record whether it was held`
    : `The meeting is set for ${plainDay(meetingOn)}`;
}

const stageWords = (value: Readonly<Record<string, string>>) =>
  pathway.copy.states['work']?.[value['work'] ?? ''] ?? '';
const withoutStop = (words: string) => words.replace(/\.$/, '');

const NOTHING = { now: 'No review open', then: '', follows: [], refused: undefined };

function ofNewReview(plan: PlanInReview, { actor, answers, today }: Ask): Judged {
  const definition = REVIEW_EVENTS[pathway.opensWith]!;
  if (!mayOpen(actor, definition)) return { ...NOTHING, refused: 'You may not open a review' };
  try {
    const { state, instructions } = begin(pathway, {
      type: pathway.opensWith,
      occurredOn: today,
      payload: reviewToOpen(plan, answers.way, today),
      facts: { actorMay: permissionsOf(actor.roles), openCaseExists: false },
    });
    return {
      ...NOTHING,
      then: `A review is opened. It stands at: ${stageWords(state.value)}`,
      follows: followsOf(instructions),
    };
  } catch (error) {
    if (!(error instanceof NotAllowedNow)) throw error;
    return { ...NOTHING, refused: withoutStop(error.reasons.map(({ text }) => text).join('. ')) };
  }
}
