import { fieldsOf } from './fields';
import { type Pathway } from './pathway';
import { overlayOf, type Setting } from './policy';

const GIVEN = 'ALLOCATED';
const keyOf = (choice: string) => `weight.${choice}`;

/** How much of a post one case takes: a setting for each kind of work that can be chosen when a worker is given. */
export function weightSettings({ caseload, events }: Pathway): Setting[] {
  const given = caseload ? events[GIVEN] : undefined;
  const field = given && fieldsOf(given.payload).find(({ name }) => name === 'weight');
  return Object.entries(field?.options ?? {}).map(([choice, words]) => ({
    key: keyOf(choice),
    label: words.replace(/ \(.*/, ''),
    unit: 'points',
    usual: Number(choice),
    least: 0,
    most: 5,
    parts: true,
    group: 'What one case weighs',
  }));
}

/** What a case weighs for its worker, by what was chosen, as the numbers of its case have it. */
export function weightOf(payload: Readonly<Record<string, unknown>>, context: object): number {
  const { weight } = payload;
  const choice = typeof weight === 'string' ? weight : '1';
  return overlayOf(context)?.numbers[keyOf(choice)] ?? Number(choice);
}
