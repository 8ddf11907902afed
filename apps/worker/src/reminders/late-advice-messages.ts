import { adviserWords } from '@app/casework';
import { type DigestLine, letterSettings, n64ToLead, n64ToManager } from '@app/letters';
import { type CalendarDay } from '@app/statutory-calendar';
import { type AboutMany, messageAboutMany, type Reader } from './message-about-many';
import { type Morning } from './morning';

const MOST_LINES = 50;

/** Advice that has not come, 5 working days after its day or more. */
export interface LateAdvice {
  readonly reference: string;
  readonly adviser: string;
  readonly dueOn: CalendarDay;
}

/** Who we are, and who hears where the settings know no lead of a service. */
export interface Council {
  readonly name: string;
  readonly settings: unknown;
  readonly managers: readonly Reader[];
}

type Asked = readonly [council: Council, morning: Morning];

/** One message for each service; the settings know who leads it as `ep_manager`. For the rest, one for each of our managers. */
export function lateAdviceMessages(late: readonly LateAdvice[], ...asked: Asked): AboutMany[] {
  const [{ settings, name }] = asked;
  const { addresses } = letterSettings(settings, name);
  const leadOf = ({ adviser }: LateAdvice) => addresses[`${adviser}_manager`];
  const services = [...new Set(late.filter(leadOf).map(({ adviser }) => adviser))];
  const toLeads = services.map((adviser) => {
    const own = late.filter((it) => it.adviser === adviser);
    return toLead(own, { adviser, address: addresses[`${adviser}_manager`]! }, ...asked);
  });
  const rest = late.filter((it) => !leadOf(it));
  return [...toLeads, ...(rest.length ? toManagers(rest, ...asked) : [])];
}

function toLead(
  own: readonly LateAdvice[],
  { adviser, address }: { adviser: string; address: string },
  ...[council, morning]: Asked
): AboutMany {
  const { authority, day } = morning;
  const words = n64ToLead({
    service: adviserWords(adviser).service,
    lines: own.map((it) => lineOf(it, morning)),
    contact: letterSettings(council.settings, council.name).contact,
    council: council.name,
  });
  return messageAboutMany(words, {
    authority,
    key: `late-advice:${authority}:${adviser}:${day}`,
    notice: n64ToManager.code,
    recipient: `lead:${adviser}`,
    officerId: null,
    address,
  });
}

function toManagers(rest: readonly LateAdvice[], ...[council, morning]: Asked): AboutMany[] {
  const { authority, day } = morning;
  const lines = rest.slice(0, MOST_LINES).map((it) => lineOf(it, morning));
  const more = rest.length - lines.length;
  return council.managers.map(({ id, name }) =>
    messageAboutMany(
      n64ToManager.words({ council: council.name, reader: name, day, lines, more }),
      {
        authority,
        key: `late-advice:${authority}:${id}:${day}`,
        notice: n64ToManager.code,
        recipient: `officer:${id}`,
        officerId: id,
        address: null,
      },
    ),
  );
}

function lineOf({ reference, adviser, dueOn }: LateAdvice, { day, calendar }: Morning): DigestLine {
  const left = `${calendar.workingDaysBetween(dueOn, day)} working days late`;
  return { reference, what: adviserWords(adviser).advice, dueOn, left, overdue: true };
}
