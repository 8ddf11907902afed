import { type Actor } from '@app/access';
import {
  type DaySet,
  type Member,
  movedWords,
  type PanelSeat,
  type PanelSitting,
  quorumGaps,
  SERVICES,
} from '@app/panels';
import { londonDay, londonTime, longDay, plainDay } from '@app/statutory-calendar';
import { paths } from '../paths';
import { REPLY_WORDS, stageWords, timesWords } from './panel-words';
import { movedLine } from './sitting-row';

interface Shown {
  readonly seat: PanelSeat;
  readonly officer: Actor;
  readonly sitting: PanelSitting;
  readonly people: readonly Member[];
  readonly daysSet: readonly DaySet[];
  readonly mayReply: boolean;
}

/** One sitting as its page shows it: when, who comes, and how it came to its day. */
export function sittingModel({ seat, officer, sitting, people, daysSet, mayReply }: Shown) {
  const { panel, runs } = seat;
  const isMovable = sitting.stage === 'scheduled' || sitting.stage === 'agenda_open';
  return {
    panel: panel.name,
    title: longDay(sitting.sitsOn),
    facts: [
      { label: 'Time', value: timesWords(sitting) },
      { label: 'Papers due', value: instantWords(sitting.papersDueAt) },
      { label: 'Papers go out', value: instantWords(sitting.papersOutAt) },
      { label: 'Where it stands', value: stageWords(sitting) },
      ...(movedLine(sitting) ? [{ label: 'The day', value: movedLine(sitting) }] : []),
    ],
    moveHref:
      runs && mayReply && isMovable ? paths.panels.moveSitting(panel.code, sitting.id) : undefined,
    links: linksOf(seat, sitting).map((link, index) => ({ ...link, isFirst: index === 0 })),
    ownReplies: people
      .filter(({ officerId }) => mayReply && officerId === officer.id)
      .map((member) => ({
        href: paths.panels.reply(panel.code, sitting.id, member.id),
        service: SERVICES[member.service],
        isGiven: member.answer !== null,
        text: member.answer ? 'Change your answer' : 'Say whether you come',
      })),
    people: people.map((member) => ({
      name: member.name,
      service: SERVICES[member.service],
      answer: answerWords(member),
      href: runs && mayReply ? paths.panels.reply(panel.code, sitting.id, member.id) : undefined,
    })),
    outlook: mayReply && people.length ? outlookOf(seat, people) : undefined,
    daysSet: daysSet.map(dayLine),
  };
}

/** Where its work is done: the agenda, the room and the minutes, as far as it has come. */
function linksOf({ runs, memberIds }: PanelSeat, { id, stage }: PanelSitting) {
  const pages = paths.sittings;
  const all = [
    {
      text: 'Agenda',
      href: pages.agenda(id),
      at: runs ? ['scheduled', 'agenda_open', ...OUT] : OUT,
    },
    { text: 'In the room', href: pages.room(id), at: OUT },
    { text: 'Minutes', href: pages.minutes(id), at: ['minutes_draft', 'closed'] },
    { text: 'Call it off', href: pages.cancel(id), at: runs ? BEFORE : [] },
  ];
  return runs || memberIds.length ? all.filter(({ at }) => at.includes(stage)) : [];
}

const OUT: readonly string[] = ['papers_out', 'in_session', 'inquorate'];
const BEFORE: readonly string[] = ['scheduled', 'agenda_open', 'papers_out'];

/** Whether enough can come, as far as is known. */
function outlookOf(
  { panel }: PanelSeat,
  people: readonly Member[],
): { met: boolean; words: string } {
  const canCome = people.filter(({ answer, deputyName }) => answer !== 'apologies' || deputyName);
  const missing = quorumGaps(panel.terms.quorum, canCome);
  if (missing.length)
    return {
      met: false,
      words: `There will be no quorum. Nobody comes for: ${missing.join('; ')}.`,
    };
  const open = people.filter(({ answer, deputyOf }) => answer === null && !deputyOf).length;
  const coming = people.filter(({ answer, deputyName }) => answer === 'coming' || deputyName);
  const isSure = quorumGaps(panel.terms.quorum, coming).length === 0;
  if (isSure) return { met: true, words: 'Those who have said that they come make a quorum.' };
  return {
    met: true,
    words: `There can be a quorum. ${open} ${open === 1 ? 'member has' : 'members have'} not answered yet.`,
  };
}

function answerWords({ answer, deputyName }: Member): string {
  if (!answer) return 'No answer yet';
  return deputyName ? `${REPLY_WORDS[answer]}; ${deputyName} comes instead` : REPLY_WORDS[answer];
}

const instantWords = (at: Date) => `${plainDay(londonDay(at))}, ${londonTime(at)}`;

function dayLine({ fromOn, toOn, because, by }: DaySet): string {
  const what = fromOn
    ? `Moved from ${plainDay(fromOn)} to ${plainDay(toOn)}`
    : `Added for ${plainDay(toOn)}`;
  return `${what}${by ? ` by ${by}` : ''}: ${movedWords(because)}`;
}
