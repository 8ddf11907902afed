import { adviserWords, type OpenedCase, stateOfClock } from '@app/casework';
import { ADVISERS } from '@app/pathways';
import { plainDay, shortDay } from '@app/statutory-calendar';
import { namedState } from './state-model';
import { stepHref, whyHref } from './step-address';

const QUALITY: Readonly<Record<string, string>> = {
  good: 'Good enough',
  gaps: 'Has gaps we accept',
  back: 'Went back',
};

/** One line an adviser: asked, due, chased, arrived, quality. */
export function adviceRows({ file, history, today, calendar }: OpenedCase) {
  const awaiting = (file.state.context['awaiting'] ?? []) as string[];
  const received = (file.state.context['received'] ?? {}) as Record<string, string>;
  const asked = [...new Set([...Object.keys(received), ...awaiting])].sort(
    (a, b) => order(a) - order(b),
  );
  return asked.map((adviser) => {
    const clock = file.clocks
      .filter(
        ({ code, subject, status }) =>
          code === 'advice_due' && subject === adviser && status !== 'void',
      )
      .at(-1);
    const state = clock && stateOfClock(clock, { today, calendar });
    const about = history.filter(({ payload }) => payload['adviser'] === adviser);
    const chased = about
      .filter(({ type }) => type === 'ADVICE_CHASED')
      .map(({ occurredOn }) => plainDay(occurredOn));
    const arrival = about.find(({ type }) => type === 'ADVICE_RECEIVED');
    const isAwaited = awaiting.includes(adviser);
    return {
      name: ADVISERS[adviser as keyof typeof ADVISERS] ?? 'Adviser',
      service: adviserWords(adviser).service,
      asked: clock ? plainDay(clock.anchor) : 'With the request',
      due: clock && {
        text: shortDay(clock.dueOn),
        whyHref: whyHref(file.reference, clock),
        whyOf: `about the advice of ${ADVISERS[adviser as keyof typeof ADVISERS]}`,
        state: state && namedState(state),
      },
      received: received[adviser] ? plainDay(received[adviser]) : '',
      quality: arrival ? QUALITY[String(arrival.payload['quality'])] : '',
      gap: arrival?.payload['gapAccepted'],
      chased,
      chaseHref:
        isAwaited && file.stage === 'advice'
          ? stepHref(file.reference, 'ADVICE_CHASED', adviser)
          : undefined,
      recordHref:
        isAwaited && file.stage === 'advice'
          ? stepHref(file.reference, 'ADVICE_RECEIVED', adviser)
          : undefined,
    };
  });
}

function order(adviser: string): number {
  return Object.keys(ADVISERS).indexOf(adviser);
}
