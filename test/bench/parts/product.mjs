/** The built product (`dist/`), as its own programs load it. */
import { createRequire } from 'node:module';

const require = createRequire(new URL('../../../dist/apps/', import.meta.url));
require('reflect-metadata');

export const { openDatabase, Statements } = require('../libs/database/src');
export const {
  brokenAt,
  Calendars,
  CaseLists,
  CaseworkService,
  historyOf,
  Worklist,
} = require('../libs/casework/src');
export const { WorklistRepository } = require('../libs/casework/src/reading/worklist.repository');
export const { Assessments, judgedStanding, Tallies } = require('../libs/reporting/src');
export const { asCorrected } = require('../libs/casework/src/history');
export const { replayed } = require('../libs/casework/src/replay-history');
export const { AtRiskReader } = require('../libs/attendance/src');
export const {
  Agendas,
  ItemSteps,
  Panels,
  Register,
  SittingsAhead,
  SittingSteps,
} = require('../libs/panels/src');

export const { pathwayNamed, pathways } = require('../libs/pathways/src');
export const { twoNewerVersions } = require('../libs/pathways/testing/newer-versions');
export const {
  addDays,
  DayClock,
  FixedClock,
  londonInstant,
} = require('../libs/statutory-calendar/src');
