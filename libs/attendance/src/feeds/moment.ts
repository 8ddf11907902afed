import { quoted, type Reading, readTypedDay } from '@app/people';
import { londonInstant } from '@app/statutory-calendar';

const TIME = /[ T](\d{1,2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?(Z|[+-]00:?00)?$/;

/** A day with a time of day, as systems write it: 2026-11-20T15:30:00, 20/11/2026 15:30. Without a time it is the start of the day. */
export function readMoment(text: string): Reading<Date> {
  const time = TIME.exec(text.trim());
  const day = readTypedDay(text);
  if ('problem' in day) return day;
  const [hour = '0', minute = '00', second = '00'] = time?.slice(1, 4) ?? [];
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59)
    return { problem: `${quoted(text)} has no real time of day. Type it like 20/11/2026 15:30` };
  const clock = `${hour.padStart(2, '0')}:${minute}`;
  if (time?.[4]) return { value: new Date(`${day.value}T${clock}:${second}Z`) };
  const start = londonInstant(day.value, clock).getTime();
  return { value: new Date(start + Number(second) * 1_000) };
}
