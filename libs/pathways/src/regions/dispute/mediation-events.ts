import { z } from 'zod';
import { type EventDefinition } from '../../event';
import { area, choice, day, text, yesNo } from '../../fields';
import { type Role } from '../../role';
import { type About } from './about';

/** Mediation: SEND Regulations 2014, regulations 32 to 42. */
export const mediationEvents = <Asked extends About>(officers: readonly Role[], about: Asked) =>
  ({
    MEDIATION_REQUESTED: {
      title: 'Record that the family asks for mediation',
      happened: 'Mediation asked for',
      payload: z.strictObject({
        about: text('What about?').optional(),
        ...about,
        healthInIssue: yesNo('Is health care in the plan in issue?').optional(),
      }),
      example: {},
      roles: officers,
      prominence: 'rare',
    },
    HEALTH_BODY_TOLD: {
      title: 'Record that the health body and the council have told each other',
      happened: 'Health body and council told each other about the mediation',
      payload: z.strictObject({
        which: choice('Who told whom?', {
          to_health: 'We told the health body that health care is in issue',
          from_health: 'The health body told us what it agreed without us',
        }),
      }),
      example: { which: 'to_health' },
      roles: officers,
      prominence: 'usual',
    },
    MEDIATION_ARRANGED: {
      title: 'Record the date of the mediation',
      happened: 'Mediation arranged',
      payload: z.strictObject({
        mediationOn: day('Date of the mediation'),
        place: text('Where is it?').optional(),
      }),
      example: { mediationOn: '2026-12-10' },
      roles: officers,
      prominence: 'usual',
    },
    MEDIATION_DATE_TOLD: {
      title: 'Record that the family was told the date and place',
      happened: 'Family told the date and place of the mediation',
      payload: z.strictObject({ how: text('How?').optional() }),
      example: {},
      roles: officers,
      prominence: 'usual',
    },
    MEDIATION_HELD: {
      title: 'Record how the mediation went',
      happened: 'Mediation held',
      payload: z.strictObject({
        result: choice('What came of it?', {
          agreed: 'Agreement',
          part_agreed: 'Agreement on a part',
          not_agreed: 'No agreement',
        }),
        canBeAppealed: yesNo(
          'Could what was agreed have been appealed?',
          'Then its dates are those of a Tribunal order: agree to assess or to issue a plan, or record what must change.',
        ).optional(),
        toDo: area('What was agreed?').optional(),
        doneBy: day('If a day was agreed in writing: which?').optional(),
        withoutUs: yesNo('Did the health body agree to something without us?').optional(),
      }),
      example: { result: 'not_agreed' },
      roles: officers,
      prominence: 'hoped',
    },
    AGREEMENT_CARRIED_OUT: {
      title: 'Record that the mediation agreement was carried out',
      happened: 'Mediation agreement carried out',
      payload: z.strictObject({ what: text('What was done?').optional() }),
      example: {},
      roles: officers,
      prominence: 'usual',
    },
    MEDIATION_NOT_PURSUED: {
      title: 'Record that there will be no mediation',
      happened: 'No mediation: certificate to come',
      payload: z.strictObject({
        why: choice('Why not?', {
          not_wanted: 'The family does not want it',
          not_arranged: 'It could not be arranged within 30 days',
        }),
        ...about,
      }),
      example: { why: 'not_wanted' },
      roles: officers,
      prominence: 'rare',
    },
    MEDIATION_CERTIFICATE_ISSUED: {
      title: 'Record a mediation certificate',
      happened: 'Mediation certificate issued',
      hint: 'The family then has one month from its date to appeal, if that is later.',
      payload: z.strictObject({ issuedOn: day('Date on the certificate'), ...about }),
      example: { issuedOn: '2026-12-14' },
      roles: officers,
      prominence: 'rare',
    },
    MEDIATION_TIME_ENDED: {
      title: 'Record that the time to ask for mediation has passed',
      happened: 'The time to ask for mediation passed',
      payload: z.strictObject({}),
      example: {},
      roles: ['system'],
      prominence: 'rare',
    },
  }) as const satisfies Record<string, EventDefinition>;
