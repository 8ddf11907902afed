import { type Guard } from '../pathway';
import { commonGuards } from '../regions';
import { panelGuards } from './guards-panel';
import { placeGuards } from './guards-place';

/** Conditions of handbook 7.4. */
export const hdGuards = {
  ...commonGuards,
  ...panelGuards,
  ...placeGuards,
} satisfies Record<string, Guard>;
