import { AccessLog, type Actor } from '@app/access';
import { CaseNotFound } from '@app/casework';
import { inForce, vulnerabilityScore, y6Policy } from '@app/pathways';
import { type ConfirmedScore, Scores, WaitingList } from '@app/placements';
import { longDay } from '@app/statutory-calendar';
import { Controller, Get, Param } from '@nestjs/common';
import { type Page, page } from '../page';
import { paths } from '../paths';
import { Policy } from '../policy/policy.decorator';
import { SignedIn } from '../session/signed-in.decorator';
import { PROGRAMME_ROLES } from './cohort-seen';

const OVERRIDES: Readonly<Record<string, string>> = {
  up: 'Sent to the panel all the same',
  down: 'Not sent to the panel',
};

/** A score is never shown without its sum: this page is where each one leads. */
@Controller()
export class ScoreController {
  constructor(
    private readonly scores: Scores,
    private readonly waiting: WaitingList,
    private readonly log: AccessLog,
  ) {}

  @Get(paths.year6.score(':reference'))
  @Policy({ action: 'see how a score was worked out', roles: PROGRAMME_ROLES, relation: 'case' })
  async show(@SignedIn() officer: Actor, @Param('reference') reference: string): Promise<Page> {
    const score = await this.scores.of(officer, reference);
    if (!score) throw new CaseNotFound(reference);
    const { caseId, childId } = score;
    await this.log.looked(officer, { action: 'case.seen', caseId, childId, page: 'score' });
    const rank = await this.waiting.rankOf(officer.authority, caseId);
    return page('cohort/score', { ...scoreModel(score), rank, caseHref: paths.case(reference) });
  }
}

function scoreModel(score: ConfirmedScore) {
  const given = vulnerabilityScore({}, inForce(y6Policy, score)).items.map(
    ({ code, label, max }) => ({
      label,
      most: max,
      points: score.items[code],
    }),
  );
  const answered = given.filter(({ points }) => points !== undefined);
  const raw = answered.reduce((sum, { points }) => sum + (points ?? 0), 0);
  const available = answered.reduce((sum, { most }) => sum + most, 0);
  return {
    ...score,
    given: answered.length ? given : [],
    raw,
    available,
    confirmed: longDay(score.confirmedOn),
    overrideWords: OVERRIDES[score.override ?? ''],
  };
}
