import {
  type CaseActions,
  type CaseNote,
  type ClockLine,
  frontLines,
  headlineOf,
  keyDateOf,
  liveTasks,
  type OpenedCase,
  stagesOf,
  standing,
  type TimelineItem,
} from '@app/casework';
import { ROLES } from '@app/pathways';
import { dayAndMonth, londonDay, longDay, plainDay } from '@app/statutory-calendar';
import { paths } from '../paths';
import { clockRow } from './clock-row';
import { listState } from './state-model';
import { stepHref, stepSlug, whyHref } from './step-address';
import { timelineModel } from './timeline-model';

const MOST_LATEST = 4;
const MOST_CLOCKS = 8;

/** The front page of a case in words. */
export function overviewModel(
  opened: OpenedCase,
  {
    actions,
    lines,
    items,
    notes,
  }: {
    actions: CaseActions;
    lines: readonly ClockLine[];
    items: readonly TimelineItem[];
    notes: readonly CaseNote[];
  },
) {
  const { file, pathway, today, history } = opened;
  const front = frontLines(lines);
  const shown = front.slice(0, MOST_CLOCKS);
  return {
    headline: headlineOf(file, pathway, today),
    key: keyModel(opened),
    standing: standing(file, pathway),
    stages: stagesOf(file, pathway, history, opened),
    actions: actionsModel(opened, actions),
    clocks: shown.map((line) => clockRow(line, file.reference)),
    clocksLeft: lines.length - shown.length,
    clockCount: lines.length,
    latest: items.slice(0, MOST_LATEST).map((item) => timelineModel(item, today)),
    timelineCount: items.length,
    note: notes[0] && {
      text: notes[0].text,
      by: notes[0].author,
      on: plainDay(londonDay(notes[0].at)),
    },
    noteCount: file.noteCount,
    people: peopleOf(opened).slice(
      opened.relation === 'own_school' ? Math.min(2, file.contacts.length) : 0,
    ),
    tasks: (opened.relation === 'own_school' ? [] : liveTasks(file.tasks, pathway, file.state)).map(
      ({ id, text, why, dueOn }) => ({
        text,
        why,
        due: dueOn && longDay(dueOn),
        href: paths.caseFile.task(file.reference, id),
      }),
    ),
    isOpen: file.open,
  };
}

function keyModel(opened: OpenedCase) {
  const { file, pathway } = opened;
  const key = keyDateOf(file, pathway, opened);
  if (!key) return undefined;
  const isLastDay = key.lastWorkingDay === key.dueOn;
  return {
    intro: key.intro,
    day: longDay(key.dueOn),
    lastWorkingDay: isLastDay
      ? undefined
      : `${longDay(key.lastWorkingDay).split(' ')[0] ?? ''} ${dayAndMonth(key.lastWorkingDay)}`,
    words: key.state.words,
    whyHref: whyHref(file.reference, key.clock),
    state:
      key.state.kind === 'on_time'
        ? undefined
        : { kind: key.state.kind, text: key.state.text.split(':')[0] ?? '' },
    usually: key.usually,
  };
}

function actionsModel({ file }: OpenedCase, { next, usual, other, rare, notYet }: CaseActions) {
  const link = ({
    type,
    title,
    context,
  }: {
    type: string;
    title: string;
    context?: string | undefined;
  }) => ({
    title,
    context,
    href: stepHref(file.reference, type),
  });
  return {
    next: next && {
      title: next.step.ask,
      verb: next.verb,
      because: next.step.because,
      state: listState(next.step.state),
      href: stepHref(file.reference, next.step.event ?? '', next.step.clock?.subject),
    },
    usual: usual.map(link),
    other: other.map(link),
    rare: rare.map(link),
    notYet: notYet.map(({ type, title, text }) => ({
      title,
      text,
      href: paths.caseFile.record(file.reference, stepSlug(type)),
    })),
  };
}

/** The people of a case, those to ring first. */
export function peopleOf({ file, pathway }: OpenedCase) {
  const [decider] = file.deciderNames;
  return [
    ...file.contacts.slice(0, 2).map(({ relation, name }) => ({ role: relation, name })),
    { role: holderWords(pathway), name: file.ownerName ?? 'Nobody yet' },
    ...(file.coverName
      ? [
          {
            role: `Covers until ${file.coverUntil ? dayAndMonth(file.coverUntil) : 'further notice'}`,
            name: file.coverName,
          },
        ]
      : []),
    ...(decider && hasManagersDecision(pathway) ? [{ role: 'Decides', name: decider }] : []),
    ...(file.senco ? [{ role: 'School SENCO', name: file.senco }] : []),
    ...(file.teamName ? [{ role: 'Team', name: file.teamName }] : []),
  ];
}

/** What whoever holds a case of this pathway is called beside their name. */
function holderWords({ heldBy: [usual] }: OpenedCase['pathway']): string {
  if (usual === 'panel_coordinator') return 'Coordinator';
  return usual && /officer/i.test(ROLES[usual]) && usual !== 'saso' ? 'Case officer' : 'Worker';
}

/** Whether something on this pathway is for a SEND manager alone to decide. */
function hasManagersDecision({ events }: OpenedCase['pathway']): boolean {
  return Object.values(events).some(
    ({ roles, prominence }) =>
      prominence !== 'rare' && roles.every((role) => role === 'send_manager'),
  );
}
