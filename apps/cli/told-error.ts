import { BadUsage, type CommandIo, type ExitCode } from '@fuchi/platform-server/command';

/**
 * Runs what stands on data, network and settings: what keeps it from its work is a sentence for whoever started it, and
 * no fault of the program. Sentences hold Chinese; what holds none was meant for nobody and is thrown on.
 */
export async function toldErrors(
  command: string,
  io: Pick<CommandIo, 'err'>,
  run: () => Promise<ExitCode>,
): Promise<ExitCode> {
  try {
    return await run();
  } catch (error) {
    const told = error instanceof Error && /\p{Script=Han}/u.test(error.message);
    if (error instanceof BadUsage || !told || process.env['FUCHI_DEBUG'] === '1') throw error;
    io.err(`fuchi ${command}：${error.message}`);
    return 2;
  }
}
