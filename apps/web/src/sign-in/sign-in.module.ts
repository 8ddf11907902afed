import { Module } from '@nestjs/common';
import { AccountController } from './account.controller';
import { AccountsRepository } from './accounts.repository';
import { AttemptsRepository } from './attempts.repository';
import { PasswordService } from './password.service';
import { SignInController } from './sign-in.controller';
import { SignInService } from './sign-in.service';

/** Coming in, going out, and one's own account. */
@Module({
  controllers: [SignInController, AccountController],
  providers: [AccountsRepository, AttemptsRepository, PasswordService, SignInService],
})
export class SignInModule {}
