import { type Actor } from '@app/access';
import { canBeAsked, type OpenedCase } from '@app/casework';
import { Officers } from '@app/people';
import { Injectable } from '@nestjs/common';
import { type Choices } from '../forms/field-model';

/** The officers who can be asked to do something on a case. */
@Injectable()
export class Colleagues {
  constructor(private readonly officers: Officers) {}

  /** Those who work on it or speak for the child’s school, by name. */
  async of(actor: Actor, { file, today }: OpenedCase): Promise<Choices> {
    const all = await this.officers.list(actor);
    const able = all.filter(
      (officer) =>
        officer.active && canBeAsked({ ...officer, authority: actor.authority, day: today }, file),
    );
    return { officers: able.map(({ id, name }) => ({ value: id, text: name })) };
  }
}
