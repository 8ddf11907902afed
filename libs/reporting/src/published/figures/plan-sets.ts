import { type FigureSet, inYear } from './figure-set';
import { PLACE_COLUMN } from './kinds-of-place';
import { NEED_COLUMNS, PLACE_COLUMNS } from './plan-figures';

/** Plans in force on survey day. */
export const STANDING = `
standing AS (
  SELECT p.*, coalesce(p.transferred_in_on, p.made_on) AS held_from FROM ehc_plan p
  WHERE p.authority = $1 AND p.made_on <= $4 AND coalesce(p.transferred_in_on, p.made_on) <= $4 AND (p.ceased_on IS NULL OR p.ceased_on > $4))`;

const MADE = `made AS (SELECT p.* FROM ehc_plan p WHERE p.authority = $1 AND ${inYear('p.made_on')})`;

const needs = (table: FigureSet['table'], plans: string, from: string): FigureSet => ({
  table,
  rows: `${plans}, counted AS (SELECT child_id, from_case AS case_id, primary_need FROM ${from})`,
  counts: {
    ehc_plans: 'true',
    ...Object.fromEntries(
      Object.entries(NEED_COLUMNS).map(([column, code]) => [
        column,
        code === 'OTH' ? `primary_need IN ('OTH', 'DS')` : `primary_need = '${code}'`,
      ]),
    ),
    number_need_unknown: 'primary_need IS NULL',
  },
});

const places = (
  table: FigureSet['table'],
  all: string,
  plans: string,
  from: string,
): FigureSet => ({
  table,
  rows: `${plans},
found AS (
  SELECT p.child_id, p.from_case AS case_id, lower(s.type) AS type, o.setting, o.ukprn, coalesce(o.sen_unit, false) AS unit,
    coalesce(o.resourced, false) AS resourced, k.dob > ($4::date - interval '16 years')::date AS under_16
  FROM ${from} p JOIN child k ON k.id = p.child_id
  LEFT JOIN LATERAL (SELECT * FROM ehc_plan_placement o WHERE o.plan_id = p.id AND o.rank = 1 AND (o.entry_on IS NULL OR o.entry_on <= $4)
    AND (o.left_on IS NULL OR o.left_on > $4) ORDER BY o.entry_on DESC NULLS LAST LIMIT 1) o ON true
  LEFT JOIN school s ON s.authority = p.authority AND s.urn = o.urn),
counted AS MATERIALIZED (SELECT child_id, case_id, ${PLACE_COLUMN} AS place FROM found)`,
  counts: {
    [all]: 'true',
    ...Object.fromEntries(PLACE_COLUMNS.map((column) => [column, `place = '${column}'`])),
  },
});

const CEASED: FigureSet = {
  table: 'ceased_plans',
  rows: `counted AS (SELECT child_id, from_case AS case_id, cease_reason FROM ehc_plan WHERE authority = $1 AND ${inYear('ceased_on')} AND ceased_on <= $4)`,
  counts: {
    ...Object.fromEntries(
      [
        'max_age',
        'needs_met',
        'he',
        'employ',
        'transfer',
        'no_engage',
        'moved_outside_eng',
        'deceased',
        'other',
      ].map((column, at) => [column, `cease_reason = '${at + 1}'`]),
    ),
    not_rec: 'cease_reason IS NULL',
    total_ceased: 'true',
  },
};

/** What is counted of plans. */
export const PLAN_SETS = [
  places('newplans', 'new_ehc_plans', MADE, 'made'),
  needs('sen_need_newplans', MADE, 'made'),
  places('caseload', 'ehcplans', STANDING, 'standing'),
  needs('sen_needs_all_plans', STANDING, 'standing'),
  CEASED,
];
