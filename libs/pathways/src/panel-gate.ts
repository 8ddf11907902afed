import { said } from './event';
import { area } from './fields';
import { type Guard } from './pathway';

/** The name of the question below: a sitting does not ask it. */
export const WITHOUT_PANEL = 'withoutPanelReason';

/** Asked with every decision of a panel, for the one case in which it is not made at its sitting. */
export const decidedAlone = {
  [WITHOUT_PANEL]: area(
    'If this is decided outside the panel’s sitting, why?',
    'Only a SEND manager can. A panel advises; it never holds up a date set by law.',
  ).optional(),
};

/** The decision maker who says why goes on without the panel (correction 8). */
export const passesThePanel: Guard['test'] = ({ event }) =>
  Boolean(said(event, WITHOUT_PANEL)) && (event.facts.actorMay?.includes('decision.make') ?? false);

/**
 * One rule for every panel: what stands on its agenda is decided in its sitting, with a quorum. The decision maker may
 * decide elsewhere and say why. Acts that the law asks for carry no such gate.
 */
export const panelGate = {
  inItsSitting: {
    test: (input) => input.event.facts.quorate !== false || passesThePanel(input),
    text: 'This child is on the agenda of a sitting, and the item is not open there with a quorum. Decide it in the sitting',
    needs: ['quorate', 'actorMay'],
    aboutAnswer: true,
    missing: () => [
      { what: 'The item open at the sitting, with a quorum', who: 'The chair' },
      {
        what: 'Or a reason for deciding outside the sitting',
        who: 'A SEND manager, on the form of the decision',
      },
    ],
    otherWays: ['A SEND manager can decide outside the sitting and say why.'],
  },
} satisfies Record<string, Guard>;
