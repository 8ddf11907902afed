import { type Guard } from '../pathway';
import { panelGate } from '../panel-gate';
import { commonGuards } from '../regions';
import { referralGuards } from './guards-referral';
import { supportGuards } from './guards-support';
import { timetableGuards } from './guards-timetable';

/** Conditions of handbook 5.4, each with the words of its refusal. */
export const ebsnaGuards = {
  ...commonGuards,
  ...panelGate,
  ...referralGuards,
  ...supportGuards,
  ...timetableGuards,
} satisfies Record<string, Guard>;
