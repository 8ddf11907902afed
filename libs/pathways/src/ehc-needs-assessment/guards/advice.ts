import { answered } from '../../building-blocks';
import { type Guard, type GuardInput } from '../../pathway';
import { ADVISERS, type Adviser } from '../events';
import { COUNT, mayDecide } from './words';

const awaiting = ({ context }: GuardInput) => (context['awaiting'] ?? []) as Adviser[];
const named = (advisers: readonly Adviser[]) =>
  advisers.map((adviser) => ADVISERS[adviser].toLowerCase()).join(', ');

function adviceAccountedFor(input: GuardInput): boolean {
  const { payload } = input.event;
  if (payload['basis'] === 'existing_reused')
    return Boolean(
      payload['authorSatisfied'] && payload['authoritySatisfied'] && payload['familySatisfied'],
    );
  if (payload['basis'] === 'missing_recorded')
    return Boolean(payload['missingReason']) && mayDecide(input);
  return awaiting(input).length === 0;
}

/** Conditions of the decision to assess and of the advice. */
export const adviceGuards = {
  reasonsGiven: answered('reasons', 'Give the reasons: the family has a right to them'),
  panelHasAdvised: {
    test: (input) => Boolean(input.event.payload['withoutPanelReason']) && mayDecide(input),
    text: 'The request has not been to the decision panel. The decision maker may decide without it and say why',
    needs: ['actorMay'],
    aboutAnswer: true,
    missing: () => [
      { what: 'A panel date', who: 'The panel coordinator', byEvent: 'PANEL_LISTED' },
      {
        what: 'Or a reason for deciding without the panel',
        who: 'The decision maker, on this form',
      },
    ],
    otherWays: [
      'The decision maker can decide without the panel and record why. A panel never holds up a date set by law.',
    ],
  },
  adviceAccountedFor: {
    test: adviceAccountedFor,
    needs: ['actorMay'],
    text: (input) => {
      const missing = awaiting(input);
      if (input.event.payload['basis'] === 'existing_reused')
        return 'Advice we already have can be used only if its author, the council and the family are all satisfied with it';
      if (input.event.payload['basis'] === 'missing_recorded')
        return 'Only the decision maker may go on without advice, and must say why';
      return `${COUNT[missing.length] ?? missing.length} ${missing.length === 1 ? 'is' : 'are'} missing: ${named(missing)}`;
    },
    missing: (input) =>
      awaiting(input).map((adviser) => ({
        what: ADVISERS[adviser],
        who:
          adviser === 'parent' ? 'The family' : `The service: ${ADVISERS[adviser].toLowerCase()}`,
        byEvent: 'ADVICE_RECEIVED',
      })),
    otherWays: [
      'Use advice we already have, if its author, the council and the family are satisfied with it (SEND Regulations 2014, regulation 6(4)).',
      'The decision maker can go on without the missing advice and record why. The family can see the reason.',
    ],
  },
  adviserAsked: {
    test: (input) =>
      !input.event.payload['adviser'] ||
      awaiting(input).includes(input.event.payload['adviser'] as Adviser),
    text: ({ event }) =>
      `Nothing is awaited from ${ADVISERS[event.payload['adviser'] as Adviser]?.toLowerCase() ?? 'this adviser'}`,
    aboutAnswer: true,
    missing: () => [
      { what: 'A request for this advice', who: 'The case officer', byEvent: 'ADVICE_REQUESTED' },
    ],
  },
  adviceAwaited: {
    test: (input) => awaiting(input).length > 0,
    text: 'Everything that was asked for is in',
  },
} satisfies Record<string, Guard>;
