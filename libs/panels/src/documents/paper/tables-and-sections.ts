import { londonDay, londonTime, longDay, plainDay } from '@app/statutory-calendar';
import {
  type ActionFacts,
  type Addendum,
  type CopyOf,
  type EhcAnswer,
  type SittingFacts,
} from '../models';
import { type Block, list, section, table, text } from './paper';
import { itemsForYou, sittingHours } from './sitting-words';

/** The cover's table: when, where, whose copy, how many items. */
export function sittingTable(
  sitting: SittingFacts,
  copy: CopyOf,
  [copyLabel, mine, others]: readonly [string, number, number],
): Block {
  return table(
    'This sitting',
    [
      ['', 22],
      ['', 78],
    ],
    [
      ['Council', sitting.council],
      ['Date', longDay(sitting.day)],
      ['Time', sittingHours(sitting)],
      ...(sitting.room ? [['Room', sitting.room]] : []),
      [copyLabel, `${copy.name}, ${copy.role}`],
      ['Items', itemsForYou(mine, others)],
    ],
  );
}

/** What whoever holds a copy must know about it. */
export function aboutThisCopy({ name, takenAt, accessEndsOn }: CopyOf): Block[] {
  const onScreen = accessEndsOn
    ? `You can read these items on screen until ${longDay(accessEndsOn)}.`
    : 'You can read these items on screen until 10 working days after the minutes are approved.';
  return [
    text(
      `${name} took this copy on ${plainDay(londonDay(takenAt))} at ${londonTime(takenAt)}. The download is on record.`,
    ),
    text(
      'A file that has left Causeway cannot be called back, and Causeway cannot see who opens it. Keep it to yourself, and delete it when you no longer need it.',
      'strong',
    ),
    text(onScreen),
  ];
}

/** The actions as a table, with their state where one is known. */
export function actionTable(caption: string, actions: readonly ActionFacts[]): Block[] {
  if (actions.length === 0) return [];
  const hasState = actions.some(({ state, note }) => state ?? note);
  const columns: [string, number][] = [
    ['What', hasState ? 40 : 56],
    ['Who', 20],
    ['By', hasState ? 18 : 24],
  ];
  if (hasState) columns.push(['State', 22]);
  return [
    table(
      caption,
      columns,
      actions.map(({ what, owner, dueOn, state, note }) => [
        what,
        owner,
        plainDay(dueOn),
        ...(hasState ? [[state, note].filter(Boolean).join(': ')] : []),
      ]),
    ),
  ];
}

/** Whether an EHC needs assessment has been considered, at a panel that asks it. */
export function ehcSection(answer: EhcAnswer | null | undefined): Block[] {
  if (answer === undefined) return [];
  return section('Has an EHC needs assessment been considered?', ehcLines(answer));
}

function ehcLines(answer: EhcAnswer | null): Block[] {
  if (!answer) return [text('Not answered yet.')];
  const { outcome, on, parentTold } = answer;
  return [
    text(on ? `${outcome}, on ${plainDay(on)}.` : `${outcome}.`),
    ...(parentTold ? [text(`${parentTold}.`)] : []),
  ];
}

/** The list, or words that say it is empty. */
export const listOrNone = (items: readonly string[], none: string): Block[] => [
  items.length > 0 ? list(items) : text(none),
];

/** Corrections made after approval: they stand beside the minutes and change nothing in them. */
export const addendumList = (addenda: readonly Addendum[]): Block[] =>
  addenda.length > 0
    ? [list(addenda.map(({ on, by, text: words }) => `${plainDay(on)}, ${by}: ${words}`))]
    : [];
