import { type PolicyVersion } from '@app/casework';
import { type Pathway, settingsOf } from '@app/pathways';
import { type CalendarDay, plainDay } from '@app/statutory-calendar';
import { paths } from '../paths';
import { namesIn } from './settings-form';
import { grouped } from './settings-groups';

/** What the page of a pathway's settings is made from. */
export interface SettingsAsked {
  readonly pathway: Pathway;
  readonly versions: readonly PolicyVersion[];
  readonly cases: ReadonlyMap<number, number>;
  readonly today: CalendarDay;
  readonly officerId: string;
}

/** The version that counts for cases that begin on this day. */
export const inForceOn = (versions: readonly PolicyVersion[], day: CalendarDay) =>
  versions.find(({ decision, validFrom }) => decision === 'approved' && validFrom <= day);

/** The settings of one pathway: what is usual, what counts now, what is proposed, and every version there was. */
export function settingsModel({ pathway, versions, cases, today, officerId }: SettingsAsked) {
  const now = inForceOn(versions, today);
  const proposed = versions.find(({ decision }) => decision === null);
  const settings = settingsOf(pathway);
  return {
    title: pathway.title,
    name: pathway.name,
    proposeHref: paths.admin.proposeSettings(pathway.name),
    groups: grouped(settings, ({ key, label, unit, usual }) => ({
      label,
      unit,
      usual,
      now: now?.numbers[key] ?? usual,
      since: now && key in now.numbers ? sinceOf(key, now, versions) : undefined,
    })),
    differs: Object.keys(now?.numbers ?? {}).length,
    names: namesIn(pathway).map((name) => ({ name, now: now?.words[name] ?? name })),
    proposal: proposed && {
      ...versionRow(proposed, cases),
      changes: changesTo(pathway, now, proposed),
      action: paths.admin.decideSettings(pathway.name, proposed.id),
      isOwn: proposed.proposedById === officerId,
      hasPassed: proposed.validFrom < today,
    },
    history: versions
      .filter(({ decision }) => decision !== null)
      .map((version) => ({
        ...versionRow(version, cases),
        isNow: version === now,
        sets: changesTo(pathway, undefined, version).map(({ label, to }) => `${label}: ${to}`),
      })),
    usualCases: cases.get(0) ?? 0,
    nowWords: now ? `version ${now.version}` : 'the usual numbers',
  };
}

/** The day from which a number has counted as it does now, through every version that left it alone. */
function sinceOf(key: string, now: PolicyVersion, versions: readonly PolicyVersion[]): string {
  const approved = versions.filter((it) => it.decision === 'approved' && it.version <= now.version);
  const changed = approved.findIndex((it) => it.numbers[key] !== now.numbers[key]);
  const first = approved.at(changed === -1 ? -1 : changed - 1) ?? now;
  return plainDay(first.validFrom);
}

function versionRow(version: PolicyVersion, cases: ReadonlyMap<number, number>) {
  const { version: number, validFrom, reason, proposedBy, decidedBy, decision } = version;
  return {
    number,
    validFrom: plainDay(validFrom),
    reason,
    proposedBy,
    decidedBy,
    decision: decision === 'approved' ? 'Approved' : 'Refused',
    cases: cases.get(number) ?? 0,
  };
}

/** What would be different: each number and name before and after. */
function changesTo(
  pathway: Pathway,
  now: PolicyVersion | undefined,
  proposed: PolicyVersion,
): { label: string; from: string; to: string }[] {
  const numbers = settingsOf(pathway).map(({ key, label, unit, usual }) => ({
    label: `${label}, ${unit}`,
    from: String(now?.numbers[key] ?? usual),
    to: String(proposed.numbers[key] ?? usual),
  }));
  const names = namesIn(pathway).map((name) => ({
    label: `Name of ${name}`,
    from: now?.words[name] ?? name,
    to: proposed.words[name] ?? name,
  }));
  return [...numbers, ...names].filter(({ from, to }) => from !== to);
}
