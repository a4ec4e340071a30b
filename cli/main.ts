import { Command } from 'commander';
import { addAuditCommands } from './audit/audit-commands.ts';
import { addBankCommands } from './bank/bank-commands.ts';
import { addProveCommand } from './prove/add-prove-command.ts';
import { addPsychometricCommands } from './psychometrics/add-psychometric-commands.ts';
import { runCommand } from './run-command.ts';
import { addVerifyCommand } from './verify/add-verify-command.ts';

const program = new Command('pyladder')
  .description('Pyladder: the Python certification ladder, from items to credentials.')
  .version('0.1.0')
  .exitOverride()
  .showHelpAfterError('(pyladder --help shows what there is)');

addBankCommands(program.command('bank').description('Items: build, check, count and export them.'));
addProveCommand(program);
addVerifyCommand(program);
addPsychometricCommands(program);
addAuditCommands(program.command('audit').description('The audit log: check and export it.'));

await runCommand(() => program.parseAsync());
