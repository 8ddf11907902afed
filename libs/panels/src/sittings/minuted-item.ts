import { ACTION_STATES } from '@app/casework';
import { type EhcAnswer, type MinutedItem, type Subject } from '../documents/models';
import { INTERESTS } from '../pure/conflicts';
import { type ActionFact, type ItemFacts } from './item-facts';
import { type Item } from './items';
import { DEFERRAL_WORDS, type Outcome } from './outcome';

/** An item as the minutes tell it: what was decided, by whom and why; never word for word. */
export function minutedItem(
  item: Item,
  facts: ItemFacts | undefined,
): Omit<MinutedItem, 'addenda'> {
  const { outcome } = item;
  const said = facts?.decision ?? (outcome?.kind === 'decided' ? outcome.said : undefined) ?? {};
  return {
    number: item.position,
    subject: subjectOf(item),
    ...(item.lateWhy && { lateBecause: item.lateWhy }),
    there: outcome?.room.there ?? [],
    apologies: outcome?.room.apologies ?? [],
    interests: item.interests.map(({ name, kind }) => `${name}: ${INTERESTS[kind].label}`),
    ...(item.quorate !== null && { isQuorate: item.quorate }),
    ...textOf(said, 'summary'),
    ...ehcOf(said),
    ...(outcome?.kind === 'decided' &&
      outcome.recommendation && {
        recommendation: { text: outcome.recommendation, by: 'The panel' },
      }),
    outcome: outcomeOf(outcome),
    dissent: outcome?.kind === 'decided' ? outcome.dissent : [],
    actions: (facts?.actions ?? [])
      .filter(({ isNew }) => isNew)
      .map((it) => actionLine(asAgreed(it))),
    ...(typeof said['reviewOn'] === 'string' && { reviewOn: said['reviewOn'] }),
  };
}

const SEN = { N: 'No SEN support', K: 'SEN support', E: 'EHC plan' } as const;
/** What the room and the papers say of a child's care; nothing where nothing must be said. */
export const CARE_WORDS: Readonly<Record<string, string>> = {
  cla: 'Child in care',
  previously_cla: 'Was in care',
  cp: 'Child protection plan',
  cin: 'Child in need',
};

/** Who or what an item is about, in the words of its papers. */
export function subjectOf(item: Item): Subject {
  if (item.kind === 'school')
    return {
      kind: 'school',
      name: item.school ?? '',
      concerns: item.concern ? [item.concern] : [],
      supportAgreed: listOf(item, 'support'),
      trainingOffered: listOf(item, 'training'),
    };
  const flag = CARE_WORDS[item.careStatus ?? ''];
  return {
    kind: 'child',
    name: item.childName ?? '',
    yearGroup: item.ncYear ? `Year ${item.ncYear}` : '',
    school: item.school ?? 'No school',
    sen: SEN[item.sen ?? 'N'],
    flags: flag ? [flag] : [],
  };
}

function listOf({ outcome }: Item, name: string): string[] {
  const value = outcome?.kind === 'decided' ? outcome.said?.[name] : undefined;
  return Array.isArray(value) ? value.map(String) : [];
}

/** The one named in the room stands first; whoever holds the case sees to it that they do it. */
function asAgreed(action: ActionFact): ActionFact {
  const [, what, named] = /^(.+) \(([^()]+)\)$/.exec(action.what) ?? [];
  if (!what || !named || named === action.owner) return action;
  return { ...action, what, owner: `${named} (${action.owner} sees to it)` };
}

/** An action in the words of a paper. */
export function actionLine({ what, owner, dueOn, state, evidence }: ActionFact) {
  return {
    what,
    owner,
    dueOn,
    state: ACTION_STATES[state],
    ...(evidence && { note: evidence }),
  };
}

function outcomeOf(outcome: Outcome | null): MinutedItem['outcome'] {
  if (!outcome) return { kind: 'carried', because: 'Not reached' };
  if (outcome.kind === 'deferred')
    return {
      kind: 'deferred',
      because: outcome.note
        ? `${DEFERRAL_WORDS[outcome.reason]}. ${outcome.note}`
        : DEFERRAL_WORDS[outcome.reason],
      ...(outcome.to && { to: outcome.to }),
      ...(outcome.approvedBy && { approvedBy: outcome.approvedBy }),
    };
  const { decision, reasons, by, role, on, challenge } = outcome;
  return {
    kind: 'decided',
    decision,
    reasons,
    by,
    role,
    on,
    options: [],
    evidence: [],
    ...(challenge && { challenge }),
  };
}

const EHC: Readonly<Record<string, string>> = {
  may_need: 'The child may need a plan',
  not_now: 'Considered; not now',
  requested: 'A request is with the council already',
  refused: 'The council decided earlier not to assess',
  plan_exists: 'The child has an EHC plan',
};

/** The answer to the EHC question, from what was said with a decision. */
export function ehcOf(said: Readonly<Record<string, unknown>>): { ehcQuestion?: EhcAnswer } {
  const asked = said['ehcQuestion'] as Readonly<Record<string, unknown>> | undefined;
  const answer = asked?.['answer'];
  if (typeof answer !== 'string') return {};
  return {
    ehcQuestion: {
      outcome: EHC[answer] ?? answer,
      ...(typeof asked?.['on'] === 'string' && { on: asked['on'] }),
      parentTold: asked?.['parentTold'] === true ? 'Parent told' : 'Parent not told yet',
    },
  };
}

function textOf(said: Readonly<Record<string, unknown>>, name: 'summary') {
  const value = said[name];
  return typeof value === 'string' && value ? { [name]: value } : {};
}
