import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  agreementShare,
  agreementShareOfUnits,
  alphaOfUnits,
  cohensKappa,
  krippendorffsAlpha,
  tallyOfTable,
  together,
  type Unit,
} from './coefficients.ts';

/** Units from one line of values a judge; `.` where a judge has left one out. */
function judged(...judges: readonly string[]): Unit[] {
  const rows = judges.map((judge) => judge.split(' '));
  return (rows[0] ?? []).map((_, at) =>
    rows.map((row) => (row[at] === '.' ? null : (row[at] ?? null))),
  );
}

/** The contingency table of two judges who have judged every unit. */
function tableOf(units: readonly Unit[]): number[][] {
  const categories = [...new Set(units.flat())];
  return categories.map((row) =>
    categories.map((column) => units.filter(([a, b]) => a === row && b === column).length),
  );
}

/** Agrees with a fraction of the published table to 1e-6, and with the published number to its last digit. */
function agrees(found: number | null, fraction: number, published: number, digits = 3) {
  expect(Math.abs((found ?? NaN) - fraction)).toBeLessThan(1e-6);
  expect(Number((found ?? NaN).toFixed(digits))).toBe(published);
}

describe('Cohen’s κ is as published', () => {
  // Jacob Cohen, “A Coefficient of Agreement for Nominal Scales”, Educational and Psychological
  // Measurement 20 (1960), 37–46, table 2 on p. 45: N = 200, κ = .492.
  // po = (88 + 40 + 12) / 200 = .70; pc = (120·100 + 60·60 + 20·40) / 200² = .41; κ = .29 / .59.
  const cohen = [
    [88, 14, 18],
    [10, 40, 10],
    [2, 6, 12],
  ];
  test('Cohen 1960, p. 45', () => {
    expect(agreementShare(tallyOfTable(cohen))).toBeCloseTo(0.7, 12);
    agrees(cohensKappa(tallyOfTable(cohen)), 29 / 59, 0.492);
  });
  // The same as proportions, as table 1 of Jacob Cohen, “Weighted Kappa”, Psychological Bulletin 70
  // (1968), 213–220, prints them.
  test('Cohen 1968, table 1, from proportions', () => {
    const shares = cohen.map((row) => row.map((cell) => cell / 200));
    agrees(cohensKappa(tallyOfTable(shares)), 29 / 59, 0.492);
  });
  // Wikipedia, “Cohen's kappa”: fifty applications for grants, and the two tables with the same
  // percentage and other margins.
  test.each([
    // po = 35/50, pe = (25·30 + 25·20) / 50² = 1/2.
    [[20, 5], [10, 15], 2 / 5, 0.4],
    // po = 60/100, pe = (60·70 + 40·30) / 100² = .54.
    [[45, 15], [25, 15], 3 / 23, 0.1304],
    // po = 60/100, pe = (60·30 + 40·70) / 100² = .46.
    [[25, 35], [5, 35], 7 / 27, 0.2593],
  ])('Wikipedia, “Cohen’s kappa”: %o, %o', (first, second, fraction, published) => {
    agrees(cohensKappa(tallyOfTable([first, second])), fraction, published, 4);
  });
});

describe('Krippendorff’s α is as published', () => {
  // Klaus Krippendorff, “Computing Krippendorff's Alpha-Reliability”, University of Pennsylvania,
  // Annenberg School for Communication, 2011 (repository.upenn.edu/asc_papers/43).
  test('Krippendorff 2011, A: binary, two observers, α = 0.095', () => {
    // Meg and Owen. o01 = o10 = 4, n0 = 14, n1 = 6: α = 1 − (20 − 1) · 4 / (14 · 6) = 8/84.
    const units = judged('0 1 0 0 0 0 0 0 1 0', '1 1 1 0 0 1 0 0 0 0');
    agrees(alphaOfUnits(units), 2 / 21, 0.095);
    agrees(krippendorffsAlpha(tallyOfTable(tableOf(units))), 2 / 21, 0.095);
    expect(agreementShareOfUnits(units)).toBeCloseTo(0.6, 12);
  });
  test('Krippendorff 2011, B: nominal, two observers, twelve units, α = 0.692', () => {
    // Ben and Gerry. n = 24, Σo = 18, n = 4, 6, 6, 6, 2, so Σn(n − 1) = 104:
    // α = ((24 − 1) · 18 − 104) / (24 · 23 − 104) = 310/448.
    const units = judged('a a b b d c c c e d d a', 'b a b b b c c c e d d d');
    agrees(alphaOfUnits(units), 155 / 224, 0.692);
    agrees(krippendorffsAlpha(tallyOfTable(tableOf(units))), 155 / 224, 0.692);
  });
  test('Krippendorff 2011, C: nominal, four observers, values missing, α = 0.743', () => {
    // n = 40 values that can be paired, Σo = 7 + 10 + 8 + 4 + 3 = 32, n = 9, 13, 10, 5, 3, so
    // Σn(n − 1) = 344: α = ((40 − 1) · 32 − 344) / (40 · 39 − 344) = 904/1216.
    const units = judged(
      '1 2 3 3 2 1 4 1 2 . . .',
      '1 2 3 3 2 2 4 1 2 5 . 3',
      '. 3 3 3 2 3 4 2 2 5 1 .',
      '1 2 3 3 2 4 4 1 2 5 1 .',
    );
    agrees(alphaOfUnits(units), 113 / 152, 0.743);
  });
  test('Wikipedia, “Krippendorff’s alpha”, A computational example: three coders, values missing, α = 0.691', () => {
    // n = 26 values that can be paired, n = 7, 4, 10, 5; off the diagonal stand 2 of the unit 3 4 3, and
    // 2 each of 1 3 and 3 4: α = 1 − (26 − 1) · 6 / (26² − 190) = 336/486.
    const units = judged(
      '. . . . . 3 4 1 2 1 1 3 3 . 3',
      '1 . 2 1 3 3 4 3 . . . . . . .',
      '. . 2 1 3 4 4 . 2 1 1 3 3 . 4',
    );
    agrees(alphaOfUnits(units), 56 / 81, 0.691);
  });
});

describe('a measure is null where it is not defined, and never NaN', () => {
  it.each([
    [
      'no units',
      [
        [0, 0],
        [0, 0],
      ],
      null,
      null,
      null,
    ],
    [
      'nobody marked anything',
      [
        [9, 0],
        [0, 0],
      ],
      1,
      null,
      null,
    ],
    [
      'both marked everything',
      [
        [0, 0],
        [0, 9],
      ],
      1,
      null,
      null,
    ],
    [
      'one unit, agreed',
      [
        [0, 0],
        [0, 1],
      ],
      1,
      null,
      null,
    ],
    // What each expects of chance differs: by their own margins these two could not agree.
    [
      'one marked everything, the other nothing',
      [
        [0, 9],
        [0, 0],
      ],
      0,
      0,
      1 - 17 / 9,
    ],
  ])('%s', (_, table, share, kappa, alpha) => {
    const tally = tallyOfTable(table);
    expect(agreementShare(tally)).toBe(share);
    expect(cohensKappa(tally)).toBe(kappa);
    expect(krippendorffsAlpha(tally)).toBe(alpha);
  });
});

test('α of a tally is α of its units, and κ does not ask who is first', () => {
  const category = fc.constantFrom('a', 'b', 'c');
  const pairs = fc.array(fc.tuple(category, category), { maxLength: 40 });
  fc.assert(
    fc.property(pairs, (units) => {
      const tally = tallyOfTable(tableOf(units));
      const [alpha, same] = [alphaOfUnits(units), krippendorffsAlpha(tally)];
      expect(alpha === null).toBe(same === null);
      expect(alpha ?? 0).toBeCloseTo(same ?? 0, 10);
      expect(agreementShare(tally)).toBe(agreementShareOfUnits(units));
      const turned = { ...tally, first: tally.second, second: tally.first };
      expect(cohensKappa(turned) ?? 2).toBeCloseTo(cohensKappa(tally) ?? 2, 10);
    }),
  );
});

test('tallies of parts add up to that of the whole', () => {
  const cell = fc.nat(50);
  const table = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), {
    minLength: 3,
    maxLength: 3,
  });
  fc.assert(
    fc.property(table, table, (a, b) => {
      const whole = a.map((row, at) => row.map((each, column) => each + (b[at]?.[column] ?? 0)));
      expect(together([tallyOfTable(a), tallyOfTable(b)])).toEqual(tallyOfTable(whole));
    }),
  );
});
