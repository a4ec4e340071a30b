// Writes two banks in turn into a folder until it is killed: killed-writer.test.ts.
import { givenItem } from '../testing/given-item.ts';
import { writeCompiledBank } from './compiled-bank.ts';

const [folder = ''] = process.argv.slice(2);

/** Long enough that a kill finds a file half written now and then. */
const long = 'It is printed. '.repeat(20_000);

for (let turn = 0; ; turn++) {
  const items = ['a', 'b'].map((name) =>
    givenItem({ template: `pcep.flow-control.${name}`, explanation: `${turn % 2} ${long}` }),
  );
  writeCompiledBank(folder, items);
}
