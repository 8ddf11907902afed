import { clockSettings } from './clock-settings';
import { type Pathway } from './pathway';
import { overlayOf, type Setting } from './policy';
import { weightSettings } from './weights';
import { commonTasks } from './regions';

/** Everything that a council may set on this pathway: its numbers first, then the time limits of its own. */
export function settingsOf(pathway: Pathway): readonly Setting[] {
  return [
    ...(pathway.settings ?? []),
    ...weightSettings(pathway),
    ...commonTasks.settings,
    ...clockSettings(pathway),
  ];
}

/** The number of one setting as it counts in this context; the usual one where nothing else is set. */
export function settingIn(pathway: Pathway, key: string, context: object): number {
  const setting = pathway.settings?.find((one) => one.key === key);
  if (!setting) throw new Error(`${pathway.name} has no setting ${key}`);
  return overlayOf(context)?.numbers[key] ?? setting.usual;
}

/** Everything that stands against these numbers, by the key of the setting; what is not said counts as usual. */
export function settingsRefused(
  settings: readonly Setting[],
  numbers: Readonly<Record<string, number>>,
): { readonly key: string; readonly text: string }[] {
  const said = settings.flatMap((setting) => {
    const n = numbers[setting.key];
    const text = n === undefined ? undefined : settingRefused(setting, n);
    return text ? [{ key: setting.key, text }] : [];
  });
  const wrong = new Set(said.map(({ key }) => key));
  const count = ({ key, usual }: Setting) => numbers[key] ?? usual;
  const crossed = settings.flatMap((setting) => {
    const below = settings.find(({ key }) => key === setting.above);
    if (!below || wrong.has(setting.key) || wrong.has(below.key)) return [];
    if (count(setting) > count(below)) return [];
    const text = `${setting.label}: enter more than ${count(below)}, which stands for: ${below.label}`;
    return [{ key: setting.key, text }];
  });
  return [...said, ...crossed];
}

/** Why a number cannot be this setting, in words; undefined when it can. */
export function settingRefused(
  { label, least, most, parts }: Setting,
  n: number,
): string | undefined {
  if (!Number.isFinite(n)) return `${label}: enter a number`;
  if (!parts && !Number.isInteger(n)) return `${label}: enter a whole number`;
  if (parts && Math.abs(n * 100 - Math.round(n * 100)) > 1e-9)
    return `${label}: enter at most two decimal places`;
  if (n < least || n > most) return `${label}: enter a number from ${least} to ${most}`;
  return undefined;
}
