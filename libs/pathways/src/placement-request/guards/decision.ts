import { answered, mayDo } from '../../building-blocks';
import { restsOnMoney } from '../../cost-alone';
import { said } from '../../event';
import { passesThePanel } from '../../panel-gate';
import { type Guard, type GuardInput } from '../../pathway';
import { costAloneWords } from '../law';

/** Not agreeing, or agreeing something else than the family asked for. */
function goesAgainstFamily({ context, event }: GuardInput): boolean {
  if (event.type === 'NOT_AGREED') return true;
  return Boolean(context['preferred']) && context['preferred'] !== event.payload['agreed'];
}

/** Conditions of a decision: who, on which ground, and never on cost alone. */
export const decisionGuards = {
  mayDecidePlacement: mayDo(
    'placement.decide',
    'Only the chair of the panel or a SEND manager may decide on a placement',
    'The panel chair or a SEND manager',
  ),
  notTheProposer: {
    test: ({ event }) => !event.facts.actorProposed,
    text: 'You prepared or sent this request, so somebody else must decide on it',
    needs: ['actorProposed'],
    missing: () => [
      {
        what: 'A decision by somebody who did not prepare it',
        who: 'The panel chair or another SEND manager',
      },
    ],
  },
  panelHasAdvised: {
    test: passesThePanel,
    text: 'The panel has not discussed it. A SEND manager may decide without the panel and say why',
    needs: ['actorMay'],
    aboutAnswer: true,
    missing: () => [
      { what: 'A discussion at the panel', who: 'The panel', byEvent: 'ITEM_OPENED' },
      {
        what: 'Or a reason for deciding without the panel',
        who: 'The decision maker, on the form of the decision',
      },
    ],
    otherWays: ['A panel never holds up a date set by law.'],
  },
  groundGiven: {
    test: (input) => !goesAgainstFamily(input) || Boolean(input.event.payload['ground']),
    text: 'The family asked for something else. Give the ground in law for not agreeing to that',
    aboutAnswer: true,
    missing: () => [
      { what: 'One of the three grounds in law', who: 'The decision maker, on this form' },
    ],
    otherWays: ['Agree to what the family asks for.'],
  },
  notCostAlone: {
    test: (input) => {
      const { payload } = input.event;
      if (!goesAgainstFamily(input)) return true;
      if (payload['ground'] === 'inefficient_resources' && !payload['comparison']) return false;
      return !restsOnMoney(said(input.event, 'reasons'), said(input.event, 'comparison'));
    },
    text: ({ context }) => costAloneWords(context['right']),
    aboutAnswer: true,
    missing: () => [
      {
        what: 'A comparison of how well each option meets the needs',
        who: 'The decision maker, on this form',
      },
    ],
    otherWays: ['Agree to what the family asks for.'],
  },
  alternativeOffered: answered('alternativeDetail', 'Say what is offered instead, and from when'),
  overNumberGround: {
    test: ({ event }) =>
      event.payload['isFull'] !== true || Boolean(event.payload['overNumberGround']),
    text: 'The school is full. A place over its number is possible, and needs its ground in law',
    aboutAnswer: true,
    missing: () => [
      { what: 'The ground for a place over the number', who: 'The decision maker, on this form' },
    ],
  },
} satisfies Record<string, Guard>;
