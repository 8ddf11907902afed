import { type Actor } from '@app/access';
import { SittingRoom } from '@app/panels';
import { Controller, Get, Param } from '@nestjs/common';
import { ApiOperation, ApiParam, ApiResponse, ApiTags } from '@nestjs/swagger';
import { paths } from '../paths';
import { Policy } from '../policy/policy.decorator';
import { SignedIn } from '../session/signed-in.decorator';

/** Sittings, for programs: the same items as on the page of the one who asks. */
@ApiTags('Panels')
@Controller()
export class SittingsApiController {
  constructor(private readonly room: SittingRoom) {}

  @Get(paths.api.sitting(':id'))
  @Policy({ action: 'see a sitting', roles: 'any' })
  @ApiOperation({ summary: 'A sitting with the items that are for you, and how many are not' })
  @ApiParam({ name: 'id', description: 'The sitting' })
  @ApiResponse({ status: 200, description: 'As it stands' })
  @ApiResponse({ status: 404, description: 'There is no such sitting for you' })
  async show(@SignedIn() officer: Actor, @Param('id') id: string) {
    const { sitting, items, hidden, members } = await this.room.enter(officer, id);
    return {
      panel: sitting.kind.code,
      name: sitting.panel,
      sitsOn: sitting.sitsOn,
      plannedFor: sitting.plannedFor,
      movedBecause: sitting.movedBecause,
      startsAt: sitting.startsAt,
      stage: sitting.stage,
      items: items.map(
        ({
          id: itemId,
          position,
          kind,
          reference,
          childName,
          school,
          status,
          because,
          lateWhy,
          outcome,
        }) => ({
          id: itemId,
          position,
          kind,
          reference,
          name: childName ?? school,
          status,
          because,
          lateWhy,
          outcome,
        }),
      ),
      notForYou: hidden,
      members: members.map(({ name, service, answer, deputyName }) => ({
        name,
        service,
        answer,
        deputyName,
      })),
    };
  }
}
