import { addDays, type CalendarDay } from '@app/statutory-calendar';

/** Easter Sunday of a year (the Gregorian reckoning of Meeus, Jones and Butcher). */
export function easterSunday(year: number): CalendarDay {
  const century = Math.floor(year / 100);
  const golden = year % 19;
  const leapOfCentury = Math.floor(century / 4);
  const lunar = Math.floor((8 * century + 13) / 25);
  const epact = (19 * golden + century - leapOfCentury - lunar + 15) % 30;
  const shift = Math.floor((golden + 11 * epact) / 319);
  const inCentury = year % 100;
  const weekday =
    (2 * (century % 4) + 2 * Math.floor(inCentury / 4) - (inCentury % 4) - epact + shift + 32) % 7;
  const fullMoon = epact - shift + weekday;
  return addDays(`${year}-03-22`, fullMoon);
}
