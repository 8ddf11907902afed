import {
  attendanceClocks,
  attendanceEvents,
  attendanceGuards,
  attendanceRegion,
  attendanceStates,
} from './attendance';
import { lifeEvents, lifeGuards } from './case-life';
import {
  consentClocks,
  consentEvents,
  consentGuards,
  consentRegion,
  consentStates,
} from './consent';
import { holdClocks, holdEvents, holdRegion, holdStates } from './hold';
import {
  ownershipClocks,
  ownershipEvents,
  ownershipGuards,
  ownershipRegion,
  ownershipStates,
} from './ownership';
import {
  safeguardingClocks,
  safeguardingEvents,
  safeguardingGuards,
  safeguardingRegion,
  safeguardingStates,
} from './safeguarding';

export {
  lifeArrows,
  lifeStates,
  localEndings,
  localEndStates,
  withdrawalEvents,
} from './case-life';
export {
  appealCheck,
  destinationConfirmed,
  destinationEvents,
  destinationIn,
  destinationRegion,
  destinationStates,
  inYearOfMove,
} from './destination';
export { agreementForVisits, consentChase } from './consent';
export { ownershipEvents, workerNeededFrom } from './ownership';
export { schoolAnswerArrows, schoolAnswerClocks, schoolAnswerEvents } from './school-answers';
export { LEADS, WORKERS } from './people-who-act';
export { commonTasks } from './tasks';

/** What every child-level case carries beside its own work (handbook 2.3 and 2.4). */
export const commonEvents = {
  ...consentEvents,
  ...ownershipEvents,
  ...safeguardingEvents,
  ...attendanceEvents,
  ...holdEvents,
  ...lifeEvents,
} as const;

export const commonGuards = {
  ...consentGuards,
  ...ownershipGuards,
  ...safeguardingGuards,
  ...attendanceGuards,
  ...lifeGuards,
};

export const commonRegions = {
  consent: consentRegion,
  ownership: ownershipRegion,
  safeguarding: safeguardingRegion,
  attendance: attendanceRegion,
  hold: holdRegion,
} as const;

export const commonClocks = [
  ...consentClocks,
  ...ownershipClocks,
  ...safeguardingClocks,
  ...attendanceClocks,
  ...holdClocks,
];

export const commonStates = {
  consent: consentStates,
  ownership: ownershipStates,
  safeguarding: safeguardingStates,
  attendance: attendanceStates,
  hold: holdStates,
} as const;
