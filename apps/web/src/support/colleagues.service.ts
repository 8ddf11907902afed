import { type Actor, relationTo } from '@app/access';
import { type OpenedCase } from '@app/casework';
import { Officers } from '@app/people';
import { Injectable } from '@nestjs/common';
import { type Choices } from '../forms/field-model';

/** The officers who can be asked to do something on a case. */
@Injectable()
export class Colleagues {
  constructor(private readonly officers: Officers) {}

  /** Those who can open it, by name. */
  async of(actor: Actor, { file }: OpenedCase): Promise<Choices> {
    const all = await this.officers.list(actor);
    const able = all.filter(
      (officer) =>
        officer.active &&
        relationTo({ ...officer, authority: actor.authority, schoolUrn: null }, file) !== 'none',
    );
    return { officers: able.map(({ id, name }) => ({ value: id, text: name })) };
  }
}
