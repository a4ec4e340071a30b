import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type AssemblyItem, type Blueprint, listBreaches } from '@pyladder/psychometrics/assembly';
import { describe, expect, onTestFinished, test } from 'vitest';
import { runCommandLine, startCommand } from '../testing/given-clone.ts';

function givenFiles(files: Record<string, string | Uint8Array>): string {
  const folder = mkdtempSync(join(tmpdir(), 'pyladder-psychometrics-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

/** The patterns of LSAT section 6, as Bock & Lieberman (1970) printed them: 1,000 people, five items. */
const lsat6 = readFileSync(
  join(import.meta.dirname, '..', '..', 'psychometrics', 'testing', 'golden', 'LSAT6_patterns.csv'),
  'utf8',
).replace('Freq', 'count');

describe('pyladder calibrate', () => {
  test('a table of patterns as R writes it counts people, too', async () => {
    const folder = givenFiles({ 'count.csv': lsat6, 'freq.csv': lsat6.replace('count', 'Freq') });
    const [ours, theirs] = [
      await runCommandLine(folder, 'calibrate', 'count.csv', '--json'),
      await runCommandLine(folder, 'calibrate', 'freq.csv', '--json'),
    ];
    expect(theirs).toEqual(ours);
    expect(JSON.parse(ours.stdout).items).toHaveLength(5);
  });

  test('LSAT6 as JSON has the parameters that mirt has, and all that a program needs', async () => {
    const folder = givenFiles({ 'lsat6.csv': lsat6 });
    const words = ['--model', '2pl', '--nodes', '121', '--range', '8', '--tolerance', '1e-9', '--json'];
    const { code, stdout, stderr } = await runCommandLine(folder, 'calibrate', 'lsat6.csv', ...words);
    expect([code, stderr]).toEqual([0, '']);
    const found = JSON.parse(stdout) as Record<string, number[]> & { logLik: number; converged: boolean };
    expect(Object.keys(found)).toEqual(['items', 'a', 'd', 'b', 'se_a', 'se_d', 'logLik', 'iterations', 'converged']);
    for (const [j, a] of [0.82566, 0.722744, 0.890875, 0.688368, 0.656856].entries()) {
      expect(found.a?.[j]).toBeCloseTo(a, 5);
      expect(found.b?.[j]).toBeCloseTo(-(found.d?.[j] ?? 0) / a, 4);
    }
    expect(found.logLik).toBeCloseTo(-2466.653377, 5);
    expect(found.se_a).toHaveLength(5);
    expect(found.converged).toBe(true);
  });

  test('a person a row, missing answers, and what spreadsheets do to a file make no difference', async () => {
    const [header = '', ...rows] = lsat6
      .trim()
      .split(/\r?\n/)
      .map((line) => line.replaceAll('"', '').split(','));
    const people = rows.flatMap((row) => Array.from({ length: Number(row.at(-1)) }, () => row.slice(0, -1)));
    const table = [header.slice(0, -1), ...people].map((row) => [...row, '']);
    table[0]?.splice(-1, 1, 'an item, "quoted"');
    for (const [at, answer] of [...'01010101'].entries()) table[at + 1]?.splice(-1, 1, answer);
    const plain = table.map((row) => row.map((cell) => cell.replaceAll('"', "'").replace(',', ''))).join('\n');
    const quoted = table.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(';')).join('\r\n');
    const folder = givenFiles({ 'plain.csv': plain, 'sheet.csv': `\ufeff${quoted}\r\n\r\n` });
    const one = await runCommandLine(folder, 'calibrate', 'plain.csv', '--model', '1pl', '--json');
    const other = await runCommandLine(folder, 'calibrate', 'sheet.csv', '--model', '1pl', '--json');
    const [plainly, sheet] = [JSON.parse(one.stdout), JSON.parse(other.stdout)];
    expect(sheet.items.at(-1)).toBe('an item, "quoted"');
    expect({ ...sheet, items: [] }).toEqual({ ...plainly, items: [] });
  });

  test('for people it is a table, with the lower asymptote of the 3PL', async () => {
    const folder = givenFiles({ 'lsat6.csv': lsat6 });
    const { code, stdout } = await runCommandLine(folder, 'calibrate', 'lsat6.csv', '--model', '3pl');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^item +a +d +b +c +se_a +se_d +se_c\nItem_1 /);
    expect(stdout.trimEnd()).toMatch(/log-likelihood -24\d\d\.\d{4} after \d+ steps, converged$/);
  });

  test('an item that is there twice is named on standard error, and the exit code keeps its figures from use', async () => {
    const copied = lsat6.replace(',"count"', ',"copy","count"').replaceAll(/^(\d),(.*),(\d+)$/gm, '$1,$2,$1,$3');
    const folder = givenFiles({ 'lsat6.csv': copied });
    const { code, stdout, stderr } = await runCommandLine(
      folder,
      'calibrate',
      'lsat6.csv',
      '--json',
      '--plots',
      'drawn',
    );
    expect(stderr).toBe(
      'It has not converged (the discrimination of Item_1, copy grows without end, as that of copies does): do not use these figures.\n',
    );
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ converged: false, se_a: null, logLik: expect.any(Number) });
    expect(existsSync(join(folder, 'drawn'))).toBe(false);
  });

  test('answers that cannot tell the parameters are said to be so', async () => {
    const folder = givenFiles({ 'one.csv': 'x\n1\n0\n1\n' });
    const { code, stdout, stderr } = await runCommandLine(folder, 'calibrate', 'one.csv', '--json');
    expect(stderr).toBe('The answers do not determine all parameters, so there are no standard errors.\n');
    expect([code, JSON.parse(stdout).se_d]).toEqual([0, null]);
  });

  test('curves of the items and the test are drawn into a folder, and nothing there is ever overwritten', async () => {
    const folder = givenFiles({ 'lsat6.csv': lsat6.replace('Item_1', '<1 & 2>') });
    const words = ['calibrate', 'lsat6.csv', '--plots', 'drawn/here'];
    const { code, stdout, stderr } = await runCommandLine(folder, ...words);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain('converged');
    const names = ['item-curves.svg', 'item-information.svg', 'test-curve.svg', 'test-information.svg'];
    expect(readdirSync(join(folder, 'drawn', 'here')).toSorted()).toEqual(names);
    const curves = readFileSync(join(folder, 'drawn', 'here', 'item-curves.svg'), 'utf8');
    expect(curves).toMatch(/^<svg xmlns="[\s\S]+<\/svg>\n$/);
    expect(curves).toContain('&lt;1 &amp; 2&gt;: difficulty');
    rmSync(join(folder, 'drawn', 'here', 'item-curves.svg'));
    const again = await runCommandLine(folder, ...words);
    expect(again).toMatchObject({ code: 2, stdout: '' });
    expect(again.stderr).toBe(`${join('drawn', 'here', 'item-information.svg')} is there already.\n`);
    expect(existsSync(join(folder, 'drawn', 'here', 'item-curves.svg'))).toBe(false);
  });

  test('a folder for plots that can be none is told before any work', async () => {
    const folder = givenFiles({ 'lsat6.csv': lsat6 });
    const { code, stdout, stderr } = await runCommandLine(folder, 'calibrate', 'lsat6.csv', '--plots', 'lsat6.csv');
    expect(stderr).toBe(`${join('lsat6.csv', 'item-curves.svg')} cannot be written (ENOTDIR).\n`);
    expect([code, stdout]).toEqual([2, '']);
  });

  test.each<[string, string | Uint8Array, string]>([
    ['a cell that is no answer', 'x,y\n1,0\n0,2\n', 'row 3, column y: "2" is not 0, 1 or empty'],
    ['a name', 'id,y\nann,0\n', 'row 2, column id: "ann" is not 0, 1 or empty. Only items may have columns.'],
    ['a row too long', 'x,y\n1,0\n0,1,1\n', 'row 3: 3 cells, but the header names 2 columns'],
    ['a row too short', 'x,y\n1,0\n0\n', 'row 3: 1 cells'],
    ['an empty row in the middle', 'x,y\n1,0\n\n0,1\n', 'row 3: 1 cells'],
    ['an empty column', 'x,y\n1,\n0,\n', 'column y: nobody answered it'],
    ['an item all have right', 'x,y\n1,0\n1,1\n', 'column x: all 2 answers are right'],
    ['a name twice', 'x,y,x\n1,0,1\n', 'columns 1 and 3 are both named x'],
    ['no name', 'x,,z\n1,0,1\n', 'column 2 has no name'],
    ['a count that is none', 'x,y,count\n1,0,3\n0,1,many\n', 'row 3, column count: "many" is not a number of people'],
    [
      'a count with another name',
      'x,y,weight\n1,0,5\n',
      'If it counts people, it should be the last column and its name count.',
    ],
    [
      'a count before the items',
      'count,x,y\n5,1,0\n',
      'row 2, column count: "5" is not 0, 1 or empty. If it counts people',
    ],
    ['more people than can be', `x,y,count\n1,0,${'9'.repeat(400)}\n`, 'is not a number of people'],
    ['a negative count', 'x,y,count\n1,0,-3\n', 'row 2, column count: "-3"'],
    ['an open quotation mark', 'x,y\n1,"0\n', 'a quotation mark is not closed'],
    ['something after a quotation', 'x,y\n"1"0,1\n', 'row 2, column 1: "0" after a closing quotation mark'],
    ['nothing', '', 'is empty'],
    ['only a header', 'x,y\n', 'has a header and no answers'],
    ['no text', Uint8Array.of(0x78, 0x2c, 0xff, 0xfe, 0x0a), 'is no text in UTF-8'],
  ])('a table with %s is refused by its place, and nothing is printed', async (_, table, what) => {
    const { code, stdout, stderr } = await runCommandLine(givenFiles({ 'bad.csv': table }), 'calibrate', 'bad.csv');
    expect(stderr).toContain(what);
    expect(stderr).toContain('bad.csv');
    expect(stderr).not.toContain('    at ');
    expect([code, stdout]).toEqual([2, '']);
  });

  test.each([
    [['calibrate', 'nowhere.csv'], 'nowhere.csv does not exist.'],
    [['calibrate', '.'], '. cannot be read (EISDIR).'],
    [['calibrate', 'a'.repeat(5000)], 'cannot be read (ENAMETOOLONG).'],
    [['calibrate', 'a.csv', '--nodes', '1000000000'], 'whole number from 3 to 2000'],
    [['simulate', '--items', '9007199254740991'], 'whole number from 1 to 100000'],
    [['calibrate', 'a.csv', '--model', '4pl'], "argument '4pl' is invalid"],
    [['calibrate', 'a.csv', '--nodes', '2'], 'whole number from 3'],
    [['calibrate', 'a.csv', '--nodes', '3'], '3 nodes from -6 to 6 are too far apart for a spread of 1: give more.'],
    [['calibrate', 'a.csv', '--tolerance', '-1'], 'number above 0'],
  ])('a misused command says what it takes: %j', async (words, expected) => {
    const { code, stderr } = await runCommandLine(givenFiles({ 'a.csv': lsat6 }), ...words);
    expect(stderr).toContain(expected);
    expect(stderr).not.toContain('    at ');
    expect(code).toBe(2);
  });
});

describe('pyladder simulate', () => {
  test('draws the same answers for the same seed, and calibrating them finds the items again', async () => {
    const folder = givenFiles({});
    const words = ['simulate', '--persons', '3000', '--items', '12', '--seed', '7'];
    const { code, stdout } = await runCommandLine(folder, ...words, '--save-bank', 'bank.csv');
    expect(code).toBe(0);
    expect(stdout.split('\n')).toHaveLength(3002);
    expect((await runCommandLine(folder, ...words)).stdout).toBe(stdout);
    writeFileSync(join(folder, 'answers.csv'), stdout);
    const found = JSON.parse((await runCommandLine(folder, 'calibrate', 'answers.csv', '--json')).stdout);
    const truth = readFileSync(join(folder, 'bank.csv'), 'utf8').trim().split('\n').slice(1);
    for (const [j, row] of truth.entries()) {
      const [id, a, b] = row.split(',');
      expect(found.items[j]).toBe(id);
      expect(Math.abs(found.a[j] - Number(a))).toBeLessThan(0.35);
      expect(Math.abs(found.b[j] - Number(b))).toBeLessThan(0.4);
    }
    const again = await runCommandLine(folder, ...words, '--save-bank', 'bank.csv');
    expect(again).toMatchObject({ code: 2, stdout: '', stderr: 'bank.csv is there already.\n' });
  });

  test('takes items from a bank', async () => {
    const folder = givenFiles({ 'bank.csv': 'id,b\nvery easy,-9\nvery hard,9\n' });
    const { stdout } = await runCommandLine(folder, 'simulate', '--bank', 'bank.csv', '--persons', '5');
    expect(stdout).toBe(`very easy,very hard\n${'1,0\n'.repeat(5)}`);
  });
});

describe('pyladder assemble', () => {
  const items = Array.from({ length: 40 }, (_, at) => ({
    id: `q${at}`,
    section: at % 2 === 0 ? 'loops' : 'lists',
    a: 1 + (at % 7) / 10,
    b: (at - 20) / 10,
    seconds: 60 + (at % 3) * 10,
    enemies: at % 8 === 0 ? 'story' : '',
    kind: at % 3 === 0 ? 'trace' : 'concept',
  }));
  const columns = ['id', 'section', 'a', 'b', 'seconds', 'enemies', 'kind'] as const;
  const bank = [columns.join(','), ...items.map((item) => columns.map((name) => item[name]).join(','))].join('\n');
  const blueprint = `
forms: 2
length: 8
sections: { loops: 4, lists: { least: 3, most: 5 } }
counts: [{ attribute: kind, value: trace, items: { least: 2, most: 3 } }]
seconds: { most: 600 }
aims: [{ theta: 0 }]
`;

  test('makes forms that keep the blueprint, as JSON and for people', async () => {
    const folder = givenFiles({ 'exam.yaml': blueprint, 'bank.csv': bank });
    const { code, stdout, stderr } = await runCommandLine(folder, 'assemble', 'exam.yaml', 'bank.csv', '--json');
    expect([code, stderr]).toEqual([0, '']);
    const { status, forms, worst, bound } = JSON.parse(stdout);
    expect(status).toBe('assembled');
    expect(worst).toBeGreaterThan(0.99 * bound);
    const asked: Blueprint = {
      forms: 2,
      length: 8,
      sections: { loops: 4, lists: { least: 3, most: 5 } },
      counts: [{ attribute: 'kind', value: 'trace', items: { least: 2, most: 3 } }],
      seconds: { most: 600 },
      goal: 'most',
      aims: [{ theta: 0, information: 1 }],
    };
    const same = items.map(
      ({ id, section, a, b, seconds, enemies, kind }): AssemblyItem => ({
        id,
        section,
        seconds,
        item: { model: '3pl', a, b, c: 0 },
        attributes: { kind },
        enemies: enemies === '' ? [] : [enemies],
      }),
    );
    expect(listBreaches(same, asked, forms)).toEqual([]);
    const words = await runCommandLine(folder, 'assemble', 'exam.yaml', 'bank.csv');
    expect(words.stdout).toContain(`form 1: information `);
    expect(words.stdout).toContain(forms[0].join(' '));
  });

  test('names the rules that conflict where there are no such forms', async () => {
    const folder = givenFiles({ 'exam.yaml': blueprint.replace('most: 600', 'most: 400'), 'bank.csv': bank });
    const { code, stdout } = await runCommandLine(folder, 'assemble', 'exam.yaml', 'bank.csv');
    expect(code).toBe(1);
    expect(stdout).toContain('seconds: at most 400 on each of 2 forms');
  });

  test.each([
    ['forms: 2\n', bank, 'length: Invalid input'],
    [blueprint.replace('length', 'lenght'), bank, 'Unrecognized key: "lenght"'],
    [blueprint.replace('loops: 4', 'loops: four'), bank, 'sections.loops: expected a number, or least and most'],
    ['{ forms: [', bank, 'exam.yaml: '],
    [blueprint.replace('length: 8', 'length: 0'), bank, 'exam.yaml: length of a form: 0'],
    [blueprint, bank.replace('q3,lists,1.3', 'q3,lists,steep'), 'bank.csv, row 5, column a: "steep" is not a number'],
    [blueprint, bank.replace('q3,lists,1.3', 'q3,lists,0'), 'bank.csv, row 5: discrimination 0'],
    [blueprint, bank.replace('q3,', 'q1,'), 'bank.csv, row 5, column id: q1 is in row 3, too'],
    [blueprint, bank.replace('id,', 'name,'), 'bank.csv has no column id'],
  ])('says what is wrong with its files (%#)', async (yaml, csv, what) => {
    const folder = givenFiles({ 'exam.yaml': yaml, 'bank.csv': csv });
    const { code, stdout, stderr } = await runCommandLine(folder, 'assemble', 'exam.yaml', 'bank.csv');
    expect(stderr).toContain(what);
    expect(stderr).not.toContain('    at ');
    expect([code, stdout]).toEqual([2, '']);
  });

  test('Ctrl-C ends it between two forms, and nothing is printed', async () => {
    // A task of many minutes.
    const row = (at: number) => `q${at},s${at % 30},${1 + (at % 97) / 100},${(at % 501) / 200 - 1}`;
    const rows = Array.from({ length: 3000 }, (_, at) => row(at));
    const sections = Object.fromEntries(Array.from({ length: 30 }, (_, at) => [`s${at}`, { least: 1, most: 2 }]));
    const large = { forms: 60, length: 40, sections, aims: [{ theta: 0 }, { theta: 1 }] };
    const folder = givenFiles({
      'exam.json': JSON.stringify(large),
      'bank.csv': `id,section,a,b\n${rows.join('\n')}\n`,
    });
    const { child, finished } = startCommand(folder, 'assemble', 'exam.json', 'bank.csv');
    setTimeout(() => child.kill('SIGINT'), 6000);
    expect(await finished).toMatchObject({ code: 130, stdout: '', stderr: 'Interrupted; nothing was written.\n' });
  });
});
