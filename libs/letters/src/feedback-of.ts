import { fieldsOf, pathways } from '@app/pathways';
import { type CalendarDay } from '@app/statutory-calendar';
import { type Feedback } from './feedback-words';

/** The decision of a panel about a case, with what is usual where it named no day. */
export interface PanelDecision {
  readonly pathway: string;
  /** The event that the decision was. */
  readonly type: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly usualDue?: CalendarDay | undefined;
  readonly lookAgainOn?: CalendarDay | undefined;
  /** Names of the child, and what stands in their place; where there are none, the text stays as it is. */
  readonly names?: readonly string[];
  readonly instead?: string;
}

const DECIDED = /^(DECISION_|CHAIR_CLOSED_)/;
/** Choices of a decision that say where it leads. */
const SAID: readonly string[] = ['towards', 'moveKind', 'pathway', 'route'];
/** What the police or youth justice do or said stays in the room. */
const KEPT_BACK = /\b(police|youth (justice|offending)|YJS|YOT)\b/i;

/** Whether a text may leave the room. */
export const mayLeaveRoom = (text: string) => !KEPT_BACK.test(text);

/**
 * What a panel decided about a case, for the school and the family: no reasons, no score, nothing of the police or of
 * youth justice. Undefined where the event is no decision of a panel.
 */
export function feedbackOf(decision: PanelDecision): Feedback | undefined {
  const { pathway, type, payload, usualDue, lookAgainOn, names = [], instead = '' } = decision;
  if (!DECIDED.test(type)) return undefined;
  const definition = pathways.find(({ name }) => name === pathway)?.events[type];
  const nameless = withoutNames(names, instead);
  const chosen = (definition ? fieldsOf(definition.payload) : []).flatMap(({ name, options }) => {
    const words = SAID.includes(name) && options?.[String(payload[name])];
    return words && words !== 'None' ? [words] : [];
  });
  const happened = definition?.happened ?? definition?.title;
  return {
    agreed: [...(happened ? [happened] : []), ...chosen, ...linesOf(payload['advice'])]
      .filter(mayLeaveRoom)
      .map(nameless),
    actions: rowsOf(payload['actions'])
      .filter(({ what, owner }) => mayLeaveRoom(`${what} ${owner}`))
      .map(({ what, owner, due }) => ({
        what: nameless(what),
        who: nameless(owner),
        by: due ?? usualDue,
      })),
    lookAgainOn,
  };
}

/** Writes `instead` for the names of the child, also where two of them stand side by side. */
function withoutNames(names: readonly string[], instead: string): (text: string) => string {
  const known = names.filter(Boolean).map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  if (!known.length) return (text) => text;
  const name = `(?<![\\p{L}])(?:${known.join('|')})(?![\\p{L}])`;
  const whole = new RegExp(`${name}(?:\\s+${name})*`, 'gu');
  return (text) => text.replace(whole, instead);
}

interface Row {
  readonly what: string;
  readonly owner: string;
  readonly due?: CalendarDay;
}

const linesOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : []);
const rowsOf = (value: unknown): Row[] => (Array.isArray(value) ? (value as Row[]) : []);
