import { type Guard } from '../pathway';
import { panelGate } from '../panel-gate';
import { commonGuards } from '../regions';
import { panelGuards } from './guards-panel';
import { placeGuards } from './guards-place';

/** Conditions of handbook 7.4. */
export const hdGuards = {
  ...commonGuards,
  ...panelGate,
  ...panelGuards,
  ...placeGuards,
} satisfies Record<string, Guard>;
