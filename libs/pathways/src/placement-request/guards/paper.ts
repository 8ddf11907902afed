import { shortDay } from '@app/statutory-calendar';
import { type PathwayEvent } from '../../event';
import { type Guard, type GuardInput } from '../../pathway';
import {
  isIndependent,
  type Option,
  type OptionRow,
  OPTIONS,
  notWeighed,
  unaccounted,
} from '../options';
import { nextDate } from '../panel-days';
import { deferralLimit, waitApproved } from '../../waiting-again';
import { timesInWords } from '../../building-blocks';
import { placementPolicy } from '../policy';
import { choiceOf, mayDecideAlone } from './choice';

const table = ({ payload }: PathwayEvent) => (payload['options'] ?? []) as readonly OptionRow[];
const named = (options: readonly Option[]) => options.map((option) => OPTIONS[option]).join('; ');
/** Local options without reply or reason: those of the paper being sent, or of the one on file. */
function silent({ context, event }: GuardInput): readonly Option[] {
  return event.payload['options'] ? unaccounted(table(event)) : (context['silent'] as Option[]);
}

/** The family asked for one kind of school by right, and this is it. */
function isLawfulPreference({ context, event }: GuardInput): boolean {
  return context['right'] === 'section_38' && context['preferred'] === choiceOf({ context, event });
}

function isDateSafe(input: GuardInput): boolean {
  const legal = input.context['statutoryDate'];
  return typeof legal !== 'string' || nextDate(input) <= legal;
}

const withoutPanel = {
  what: 'Or a reason for deciding without the panel',
  who: 'The decision maker, on the form of the decision',
} as const;

/** Conditions of the paper and of the panel's dates (handbook 12), each with the words of its refusal. */
export const paperGuards = {
  optionsAppraisal: {
    test: ({ event }) => notWeighed(table(event)).length === 0,
    text: ({ event }) => `The options table leaves out: ${named(notWeighed(table(event)))}`,
    aboutAnswer: true,
    missing: ({ event }) =>
      notWeighed(table(event)).map((option) => ({
        what: `A row for: ${OPTIONS[option]}`,
        who: 'You, on this form',
      })),
    otherWays: [
      'Where a date set by law is near, the decision maker can decide without the panel and record why.',
    ],
  },
  lastResort: {
    test: (input) =>
      !isIndependent(choiceOf(input)) ||
      silent(input).length === 0 ||
      isLawfulPreference(input) ||
      (Boolean(input.event.payload['withoutRepliesReason']) && mayDecideAlone(input)),
    text: (input) =>
      `An independent or non-maintained special school comes last. These local options have neither a reply nor a reason: ${named(silent(input))}`,
    needs: ['actorMay'],
    aboutAnswer: true,
    missing: (input) =>
      silent(input).map((option) => ({
        what: `A reply or a reason for: ${OPTIONS[option]}`,
        who: 'The placement officer',
      })),
    otherWays: [
      'It can go on without the replies where the family asks for this school by right, or where the decision maker says why.',
    ],
  },
  quorate: {
    test: ({ event }) => event.facts.quorate !== false,
    text: 'Too few members are present, so the panel can talk about it but not advise',
    needs: ['quorate'],
    missing: () => [
      { what: 'A sitting with enough members', who: 'The panel coordinator' },
      withoutPanel,
    ],
    otherWays: ['The decision maker can decide without the panel and record why.'],
  },
  statutoryDateSafe: {
    test: isDateSafe,
    text: (input) =>
      `That would be ${shortDay(nextDate(input))}, after ${shortDay(String(input.context['statutoryDate']))}, the date that the law sets for the plan`,
    aboutAnswer: true,
    missing: () => [{ what: 'An earlier panel', who: 'The panel coordinator' }, withoutPanel],
    otherWays: ['Decide now, or let the decision maker decide without the panel and record why.'],
  },
  statutoryDateAtRisk: {
    test: (input) => !isDateSafe(input),
    text: 'The date that the law sets is safe',
    aboutAnswer: true,
  },
  deferralsLeft: {
    test: (input) =>
      Number(input.context['deferrals']) < deferralLimit(input, placementPolicy.mostDeferrals) ||
      waitApproved(input) ||
      mayDecideAlone(input),
    text: (input) =>
      `It has been put off ${timesInWords(deferralLimit(input, placementPolicy.mostDeferrals))}. Only a SEND manager may put it off again`,
    needs: ['actorMay', 'mostDeferrals'],
    missing: () => [
      { what: 'A decision, or a SEND manager who puts it off', who: 'A SEND manager' },
    ],
  },
} satisfies Record<string, Guard>;
