import { AccessLog, type Actor, firstPassword, hashPassword } from '@app/access';
import { Injectable, NotFoundException } from '@nestjs/common';
import { type FormBody, type Problem } from '../forms/form-body';
import { paths } from '../paths';
import { SessionRepository } from '../session/session.repository';
import { readOfficer } from './officer-form';
import {
  EmailTaken,
  type Officer,
  type OfficerDetails,
  OfficersRepository,
} from './officers.repository';
import { TeamsRepository } from './teams.repository';

/** What came of a form about an officer. */
export interface OfficerOutcome {
  readonly problems: readonly Problem[];
  /** Shown once, to hand over. */
  readonly password?: string;
}

const TAKEN: Problem = { field: 'email', text: 'Somebody has this e-mail address already' };

/** Adding and changing officers. Nobody changes their own roles: another administrator does. */
@Injectable()
export class OfficersService {
  constructor(
    private readonly officers: OfficersRepository,
    private readonly teams: TeamsRepository,
    private readonly sessions: SessionRepository,
    private readonly log: AccessLog,
  ) {}

  async offered(authority: string) {
    const teams = (await this.teams.all(authority)).map(({ id, name }) => ({
      value: id,
      text: name,
    }));
    return { teams, schools: await this.officers.schools(authority) };
  }

  /** @throws NotFoundException for an officer of another authority, or none */
  async one(authority: string, id: string): Promise<Officer> {
    const officer = await this.officers.one(authority, id);
    if (!officer) throw new NotFoundException();
    return officer;
  }

  async add(admin: Actor, body: FormBody): Promise<OfficerOutcome> {
    const { details, problems } = readOfficer(body, await this.offered(admin.authority));
    if (problems.length) return { problems };
    const password = firstPassword();
    const taken = await this.unlessTaken(() => this.addHashed(admin.authority, details, password));
    if (taken) return { problems: [taken] };
    await this.log.looked(admin, { action: 'added an officer', page: paths.admin.officers });
    return { problems: [], password };
  }

  async change(admin: Actor, officer: Officer, body: FormBody): Promise<OfficerOutcome> {
    if (officer.id === admin.id)
      return {
        problems: [
          {
            field: 'roles',
            text: 'You cannot change your own account here. Ask another administrator',
          },
        ],
      };
    const { details, problems } = readOfficer(body, await this.offered(admin.authority));
    if (problems.length) return { problems };
    const taken = await this.unlessTaken(() =>
      this.officers.change(admin.authority, officer.id, details),
    );
    if (taken) return { problems: [taken] };
    if (!details.active) await this.sessions.endOthers(officer.id, null);
    await this.log.looked(admin, {
      action: 'changed an officer',
      page: paths.admin.officer(officer.id),
    });
    return { problems: [] };
  }

  /** Gives an officer a new first password, takes away the code after it, and signs them out everywhere. */
  async newPassword(admin: Actor, officer: Officer): Promise<string> {
    const password = firstPassword();
    await this.officers.setPassword(admin.authority, officer.id, await hashPassword(password));
    await this.officers.removeSecondStep(admin.authority, officer.id);
    await this.sessions.endOthers(officer.id, null);
    await this.log.looked(admin, {
      action: 'gave an officer a new password',
      page: paths.admin.officer(officer.id),
    });
    return password;
  }

  private async addHashed(
    authority: string,
    details: OfficerDetails,
    password: string,
  ): Promise<void> {
    await this.officers.add(authority, details, await hashPassword(password));
  }

  private async unlessTaken(work: () => Promise<void>): Promise<Problem | undefined> {
    try {
      await work();
      return undefined;
    } catch (error) {
      if (error instanceof EmailTaken) return TAKEN;
      throw error;
    }
  }
}
