import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { itemInformation, testInformation, twoPl } from '../models/index.ts';
import { normalNumber, seededRandom } from '../simulation/index.ts';
import {
  type Assembly,
  type AssemblyItem,
  type AssemblyProgress,
  assembleForms,
  type Blueprint,
  listBreaches,
  loadSolver,
  type Solver,
} from './index.ts';

let solver: Solver;
beforeAll(async () => {
  solver = await loadSolver();
});

/** Items of two kinds in three sections, the first ones of two texts, always the same ones. */
function givenBank(count = 60): AssemblyItem[] {
  const random = seededRandom(count);
  return Array.from({ length: count }, (_, at) => ({
    id: `q${at}`,
    item: twoPl(0.8 + 0.6 * random(), normalNumber(random)),
    section: ['loops', 'lists', 'functions'][at % 3] ?? '',
    attributes: { kind: at % 2 === 0 ? 'trace' : 'concept', words: 20 + (at % 5) },
    seconds: 60 + (at % 4) * 10,
    enemies: at % 10 === 5 ? ['same story'] : [],
    ...(at < 6 ? { set: at < 3 ? 'weather' : 'trains' } : {}),
  }));
}

const blueprint: Blueprint = {
  forms: 3,
  length: 9,
  sections: { loops: 3, lists: { least: 2, most: 4 }, functions: { least: 2 } },
  counts: [{ attribute: 'kind', value: 'trace', items: { least: 4, most: 5 } }],
  sums: [{ attribute: 'words', total: { most: 205 } }],
  seconds: { least: 600, most: 700 },
  goal: 'most',
  aims: [{ theta: 0.5, information: 1 }],
};

async function assemble(bank: AssemblyItem[], change: Partial<Blueprint> = {}): Promise<Assembly> {
  return assembleForms(bank, { ...blueprint, ...change }, { solver });
}

async function assembled(bank: AssemblyItem[], change: Partial<Blueprint> = {}) {
  const found = await assemble(bank, change);
  if (found.status !== 'assembled') throw new Error(JSON.stringify(found));
  expect(listBreaches(bank, { ...blueprint, ...change }, found.forms)).toEqual([]);
  return found;
}

describe('forms by a blueprint', () => {
  test('meet every rule, and the worst is as good as the relaxed model allows, within a hundredth', async () => {
    const bank = givenBank();
    const { forms, information, worst, bound } = await assembled(bank);
    expect(forms).toHaveLength(3);
    expect(worst).toBeGreaterThan(0.99 * bound);
    expect(worst).toBeLessThanOrEqual(bound * (1 + 1e-6));
    for (const [at, ids] of forms.entries()) {
      const items = bank.filter(({ id }) => ids.includes(id)).map(({ item }) => item);
      expect(information[at]?.[0]).toBeCloseTo(testInformation(items, 0.5), 12);
    }
    expect(worst).toBeCloseTo(Math.min(...information.flat()), 12);
  });

  test('without rules a form has the items that tell most at the cut', async () => {
    const bank = givenBank(20);
    const { forms } = await assembleForms(
      bank,
      { forms: 1, length: 5, goal: 'most', aims: [{ theta: 0, information: 1 }] },
      { solver, gap: 0 },
    ).then((found) => (found.status === 'assembled' ? found : { forms: [] }));
    // The sets of the bank bind, too: so the best five are looked for among the items of none.
    const free = await assembleForms(
      bank.map(({ set: _, enemies: __, ...item }) => item),
      { forms: 1, length: 5, goal: 'most', aims: [{ theta: 0, information: 1 }] },
      { solver, gap: 0 },
    );
    const best = bank
      .toSorted((l, r) => itemInformation(r.item, 0) - itemInformation(l.item, 0))
      .slice(0, 5)
      .map(({ id }) => id);
    expect(free.status === 'assembled' && free.forms[0]?.toSorted()).toEqual(best.toSorted());
    expect(listBreaches(bank, { forms: 1, length: 5, goal: 'most', aims: [] }, forms)).toEqual([]);
  });

  test('closest to a target, each form keeps near it on both sides', async () => {
    const aims = [
      { theta: -1, information: 1.6 },
      { theta: 0, information: 2 },
      { theta: 1, information: 1.6 },
    ];
    const { information, worst, bound } = await assembled(givenBank(), { goal: 'closest', aims });
    for (const row of information) {
      for (const [at, amount] of row.entries()) {
        const target = aims[at]?.information ?? 0;
        expect(Math.abs(amount - target)).toBeLessThanOrEqual(worst * target + 1e-9);
      }
    }
    expect(worst).toBeLessThan(0.08);
    expect(bound).toBeLessThanOrEqual(worst + 1e-9);
  });

  test('an item may be used again only as often as allowed, and two forms share only so many', async () => {
    const bank = givenBank(24);
    expect((await assemble(bank)).status).toBe('impossible');
    const { forms } = await assembled(bank, { mostUses: 2, mostShared: 4 });
    const earlier = forms.slice(0, 1);
    await assembled(bank, { forms: 1, mostShared: 5, earlier });
  });

  test('an item that has been seen too often is not used', async () => {
    const bank = givenBank();
    const { forms } = await assembled(bank);
    const spent = new Set(forms.flat());
    const rested = bank.map((item) => (spent.has(item.id) ? { ...item, mostUses: 0 } : item));
    const next = await assembled(rested, { forms: 1 });
    expect(next.forms.flat().filter((id) => spent.has(id))).toEqual([]);
  });

  test('a set comes whole, or with as many items as its rule says', async () => {
    const bank = givenBank().map((item) => (item.set === 'weather' ? { ...item, item: twoPl(3, 0.5) } : item));
    const { forms } = await assembled(bank, { forms: 2 });
    const weather = forms.map((ids) => ids.filter((id) => ['q0', 'q1', 'q2'].includes(id)).length);
    expect(weather.toSorted()).toEqual([0, 3]);
    const parted = await assembled(bank, { forms: 2, sets: { weather: { least: 1, most: 2 } } });
    const inEach = parted.forms.map((ids) => ids.filter((id) => ['q0', 'q1', 'q2'].includes(id)).length);
    expect(Math.max(...inEach)).toBeLessThanOrEqual(2);
    expect(Math.max(...inEach)).toBeGreaterThan(0);
  });

  test('the same bank and blueprint make the same forms again', async () => {
    const bank = givenBank();
    expect(await assemble(bank)).toEqual(await assemble(bank));
  });

  test('whatever is asked of a bank, the forms keep it or the rules that conflict are named', async () => {
    const bank = givenBank(30);
    const some = fc.record({
      forms: fc.integer({ min: 1, max: 3 }),
      length: fc.integer({ min: 2, max: 8 }),
      most: fc.integer({ min: 100, max: 700 }),
      loops: fc.integer({ min: 0, max: 5 }),
      mostShared: fc.integer({ min: 0, max: 4 }),
      mostUses: fc.integer({ min: 1, max: 2 }),
    });
    await fc.assert(
      fc.asyncProperty(some, async ({ loops, most, ...rest }) => {
        const asked: Blueprint = {
          ...rest,
          counts: [{ attribute: 'kind', value: 'trace', items: { least: 1 } }],
          sections: { loops, lists: { least: 0 }, functions: { most: 3 } },
          seconds: { most },
          goal: 'most',
          aims: [{ theta: 0, information: 1 }],
        };
        const found = await assembleForms(bank, asked, { solver });
        if (found.status === 'assembled') expect(listBreaches(bank, asked, found.forms)).toEqual([]);
        else expect(found.status === 'impossible' && found.conflict.length).toBeGreaterThan(0);
      }),
      { numRuns: 20 },
    );
  });
});

describe('a blueprint that cannot be met', () => {
  test('names the section that is too small, and nothing that does not matter', async () => {
    const found = await assemble(givenBank(), { sections: { loops: 7 }, length: 7, seconds: {}, sums: [], counts: [] });
    expect(found).toEqual({
      status: 'impossible',
      conflict: [
        'section loops: 7 on each of 3 forms; the bank has 20',
        'how often an item may be used: at most 1 of the forms, and 40 items not at all',
      ],
    });
  });

  test('names rules that contradict each other', async () => {
    const found = await assemble(givenBank(), { forms: 1, seconds: { most: 500 }, sums: [], counts: [], sections: {} });
    expect(found.status === 'impossible' && found.conflict[0]).toContain('length: 9');
    const short = await assemble(givenBank(), { seconds: { most: 500 }, sections: { loops: 9 }, counts: [], sums: [] });
    expect(short.status === 'impossible' && short.conflict).toContain(
      'seconds: at most 500 on each of 3 forms; the bank has 4500',
    );
  });

  test('is told also where only whole items do not add up', async () => {
    const bank = givenBank(6).map(({ set: _, ...item }) => ({ ...item, enemies: [], seconds: 60 }));
    const odd = { forms: 1, length: 3, sections: { loops: {}, lists: {}, functions: {} }, counts: [], sums: [] };
    const found = await assemble(bank, { ...odd, seconds: { least: 170, most: 175 } });
    expect(found.status === 'impossible' && found.conflict.toSorted()).toEqual([
      'length: 3; the bank has 6',
      'seconds: 170 to 175; the bank has 360',
    ]);
    const even = { length: 2, sums: [{ attribute: 'words', total: 41.5 }], seconds: {} };
    const whole = await assemble(bank, { ...odd, ...even });
    expect(whole.status === 'impossible' && whole.conflict).toContainEqual(expect.stringContaining('sum of words'));
  });
});

describe('an assembly on its way', () => {
  test('says how far it is', async () => {
    const seen: AssemblyProgress[] = [];
    await assembleForms(givenBank(), blueprint, { solver, onProgress: (progress) => void seen.push(progress) });
    expect(seen.map(({ made, forms }) => [made, forms])).toEqual([
      [0, 3],
      [1, 3],
      [2, 3],
      [3, 3],
    ]);
    expect(seen.every(({ reach }) => reach > 0)).toBe(true);
  });

  test('is stopped between two forms by a signal, with its reason', async () => {
    const controller = new AbortController();
    let made = 0;
    const stopped = assembleForms(givenBank(), blueprint, {
      solver,
      signal: controller.signal,
      onProgress: (progress) => {
        made = progress.made;
        if (made === 1) controller.abort(new Error('enough'));
      },
    });
    await expect(stopped).rejects.toThrow('enough');
    expect(made).toBe(1);
  });

  test('is stopped within a form by a signal that another thread sets', async () => {
    // Read by the solver while it searches: from the tenth look on it is aborted.
    let looks = 0;
    const signal = {
      get aborted() {
        looks++;
        return looks > 10;
      },
    };
    const large = Array.from({ length: 400 }, (_, at) => ({ ...givenBank(400)[at] }) as AssemblyItem);
    await expect(assembleForms(large, { ...blueprint, forms: 6 }, { signal, gap: 0 })).rejects.toThrow('was stopped');
    expect(looks).toBeLessThan(100);
  });
});

test('the check by counting sees every kind of breach', () => {
  const bank = givenBank(12);
  const asked: Blueprint = {
    ...blueprint,
    forms: 2,
    length: 2,
    sections: { loops: 1, lists: 1 },
    seconds: { most: 100 },
    mostShared: 0,
    earlier: [['q9']],
  };
  expect(
    listBreaches(bank, asked, [
      ['q0', 'q0'],
      ['q9', 'q11', 'nowhere'],
    ]),
  ).toEqual([
    'form 1: different items: 1',
    'form 1: section loops: 2',
    'form 1: section lists: 0',
    'form 1: kind trace: 2',
    'form 1: seconds: 120',
    'form 2: an item that the bank does not have',
    'form 2: section lists: 0',
    'form 2: items of no section: 1',
    'form 2: kind trace: 0',
    'form 2: seconds: 160',
    'item q0 is used 2 times, not 1',
    'form 1: set weather is not whole',
    'form 2 and earlier form 1 share 1 items',
  ]);
  const enemies = listBreaches(bank, { ...asked, forms: 1 }, [['q5', 'q5']]);
  expect(enemies).toContain('form 1: enemies same story: 2');
});

test('a bank or blueprint that makes no sense is refused by the name of what is wrong', async () => {
  const bank = givenBank(10);
  const [first] = bank;
  if (first === undefined) throw new Error('no items');
  await expect(assemble([...bank, first])).rejects.toThrow('item q0 is in the bank twice');
  await expect(assemble(bank, { length: 2.5 })).rejects.toThrow('length of a form: 2.5');
  await expect(assemble(bank, { forms: 0 })).rejects.toThrow('number of forms: 0');
  await expect(assemble(bank, { aims: [] })).rejects.toThrow('no aim');
  await expect(assemble(bank, { aims: [{ theta: Number.NaN, information: 1 }] })).rejects.toThrow('ability NaN');
  await expect(assemble(bank, { sections: { loops: { least: 3, most: 2 } } })).rejects.toThrow('section loops');
  await expect(assemble(bank, { sums: [{ attribute: 'kind', total: 1 }] })).rejects.toThrow(
    'item q0: kind is no number',
  );
  await expect(assemble(bank, { earlier: [['q99']] })).rejects.toThrow('earlier form 1: the bank has no item q99');
  await expect(assemble([{ ...first, mostUses: -1 }])).rejects.toThrow('item q0: most uses: -1');
  expect(await assemble([])).toMatchObject({ status: 'impossible' });
});
