import { type CalendarDay, longDay, plainDay } from '@app/statutory-calendar';
import { list, type Paragraph } from './wording';

/** What a panel agreed, as the school of the item and the family may read it. */
export interface Feedback {
  readonly agreed: readonly string[];
  readonly actions: readonly {
    readonly what: string;
    readonly who: string;
    readonly by?: CalendarDay | undefined;
  }[];
  readonly lookAgainOn?: CalendarDay | undefined;
}

/** What was agreed, who does what by when, and when we look again. */
export function feedbackLines({ agreed, actions, lookAgainOn }: Feedback): Paragraph[] {
  return [
    agreed.length > 0 && `What was agreed:\n${list(...agreed)}`,
    actions.length > 0 && `Who does what, and by when:\n${list(...actions.map(actionLine))}`,
    lookAgainOn && `We look again on ${longDay(lookAgainOn)}.`,
  ];
}

function actionLine({ what, who, by }: Feedback['actions'][number]): string {
  const text = what.replace(/[.\s]+$/, '');
  return by ? `${text}. Who: ${who}. By ${plainDay(by)}.` : `${text}. Who: ${who}.`;
}
