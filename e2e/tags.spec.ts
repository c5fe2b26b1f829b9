import type { Locator, Page } from 'playwright/test';
import { expect, test } from './support/app.ts';
import { serious } from './support/axe.ts';
import { cards, list, openCable, select } from './support/reader.ts';

/** Opens the vocabulary by its key. */
async function openTags(window: Page): Promise<Locator> {
  await window.keyboard.press('Control+Shift+t');
  const sheet = window.getByRole('dialog', { name: 'Tags' });
  await expect(sheet).toBeVisible();
  return sheet;
}

/** Makes tags by typing, a path where one is to stand below another. */
async function make(sheet: Locator, paths: readonly string[]): Promise<void> {
  const field = sheet.getByLabel('Name of a new tag');
  for (const path of paths) {
    await field.fill(path);
    await field.press('Enter');
    const name = path.split('/').at(-1) ?? '';
    await expect(row(sheet, name)).toHaveAttribute('aria-selected', 'true');
    await expect(field).toHaveValue('');
  }
}

/** The row of a tag, by its name. */
function row(sheet: Locator, name: string): Locator {
  return sheet.getByRole('row', { name, exact: true });
}

/** The tree as it is seen: each row's name, with a `>` for each tag above it. */
function tree(sheet: Locator): Promise<string> {
  return sheet.getByRole('row').evaluateAll((rows) =>
    rows
      .map((each) => {
        const level = Number(each.getAttribute('aria-level'));
        return '>'.repeat(level - 1) + (each.querySelector('.tag-name')?.textContent ?? '');
      })
      .join(' '),
  );
}

/** Tags words of the open cable. */
async function tag(window: Page, words: string, names: readonly string[]): Promise<void> {
  await select(window, 'transcription', words);
  await window.keyboard.press('Control+t');
  for (const name of names) {
    await window.getByLabel('Tag', { exact: true }).fill(name);
    await window.keyboard.press('Enter');
    await expect(
      cards(window)
        .filter({ hasText: words })
        .getByText(name.split('/').at(-1) ?? ''),
    ).toBeVisible();
  }
  await window.keyboard.press('Escape');
}

test('a tag tree is built, opened, searched and changed by keys alone', async ({ launch }) => {
  test.slow();
  const { window } = await launch();
  const { keyboard } = window;
  await expect(list(window).getByRole('option')).toHaveCount(5);
  const sheet = await openTags(window);
  await make(sheet, ['Persons', 'Persons/Soviet', 'Soviet/Khrushchev', 'Places', 'Persons/Cuban']);
  expect(await tree(sheet)).toBe('Persons >Cuban >Soviet >>Khrushchev Places');

  // From the field of the new tag back to the tree.
  await keyboard.press('Shift+Tab');
  await expect(row(sheet, 'Cuban')).toBeFocused();
  await keyboard.press('Home');
  await expect(row(sheet, 'Persons')).toBeFocused();
  await keyboard.press('ArrowLeft');
  await expect.poll(() => tree(sheet)).toBe('Persons Places');
  await keyboard.press('ArrowRight');
  await expect.poll(() => tree(sheet)).toBe('Persons >Cuban >Soviet >>Khrushchev Places');
  await keyboard.type('kh');
  await expect(row(sheet, 'Khrushchev')).toBeFocused();
  await keyboard.press('Enter');
  await expect(sheet.getByLabel('Name', { exact: true })).toHaveValue('Khrushchev');
  expect(await serious(window)).toEqual([]);

  await sheet.getByLabel('Find tags').focus();
  await keyboard.type('persons/so');
  await expect.poll(() => tree(sheet)).toBe('Persons >Soviet >>Khrushchev');
  await expect(sheet.getByText('2 of 5 tags')).toBeVisible();
  await sheet.getByLabel('Find tags').fill('');
  await expect.poll(() => tree(sheet)).toBe('Persons >Cuban >Soviet >>Khrushchev Places');
});

test('a tag is moved by keys alone, and undo moves it back', async ({ launch }) => {
  const { window } = await launch();
  const { keyboard } = window;
  await expect(list(window).getByRole('option')).toHaveCount(5);
  const sheet = await openTags(window);
  await make(sheet, ['Persons', 'Persons/Soviet', 'Places']);

  // The handle of a row is reached by an arrow; Enter takes it up, arrows choose, Enter puts it down.
  await sheet.getByRole('treegrid', { name: 'Tags' }).focus();
  await keyboard.press('Home');
  await keyboard.type('sov');
  await expect(row(sheet, 'Soviet')).toBeFocused();
  const handle = row(sheet, 'Soviet').getByRole('button', { name: 'Drag Soviet' });
  for (
    let steps = 0;
    steps < 3 && !(await handle.evaluate((one) => one.matches(':focus')));
    steps++
  )
    await keyboard.press('ArrowRight');
  await expect(handle).toBeFocused();
  await keyboard.press('Enter');
  const places = sheet.getByRole('button', { name: /Drop on Places/u });
  for (
    let steps = 0;
    steps < 8 && !(await places.evaluate((one) => one.matches(':focus')));
    steps++
  )
    await keyboard.press('ArrowDown');
  await expect(places).toBeFocused();
  await keyboard.press('Enter');
  await expect.poll(() => tree(sheet)).toBe('Persons Places >Soviet');

  // The same by a choice: whichever place suits.
  await sheet.getByRole('button', { name: 'Below: Places' }).press('Enter');
  await expect(window.getByRole('dialog', { name: 'Below' })).toBeVisible();
  await keyboard.type('pers');
  await keyboard.press('Enter');
  await expect.poll(() => tree(sheet)).toBe('Persons >Soviet Places');
  await sheet.getByRole('treegrid', { name: 'Tags' }).focus();
  await keyboard.press('Control+z');
  await expect.poll(() => tree(sheet)).toBe('Persons Places >Soviet');
  await keyboard.press('Control+z');
  await expect.poll(() => tree(sheet)).toBe('Persons >Soviet Places');
});

test('a tag is dragged below another by the pointer, never below itself', async ({ launch }) => {
  const { window } = await launch();
  await expect(list(window).getByRole('option')).toHaveCount(5);
  const sheet = await openTags(window);
  await make(sheet, ['arms', 'arms/bombers', 'bombers/IL-28s', 'ships']);
  await row(sheet, 'arms').dragTo(row(sheet, 'ships'));
  await expect.poll(() => tree(sheet)).toBe('ships >arms >>bombers >>>IL-28s');
  await row(sheet, 'arms').dragTo(row(sheet, 'IL-28s'));
  await row(sheet, 'IL-28s').dragTo(row(sheet, 'ships'));
  await expect.poll(() => tree(sheet)).toBe('ships >arms >>bombers >IL-28s');
});

test('tags are merged after a look at what that does, and undo brings them back', async ({
  launch,
}) => {
  test.slow();
  const { window } = await launch();
  await openCable(window, /circular 938/iu);
  await tag(window, 'the quarantine', ['measures', 'blockade']);
  await tag(window, 'US expects', ['blockade']);
  const sheet = await openTags(window);
  await make(sheet, ['blockade/ships']);
  await row(sheet, 'blockade').click();
  await sheet.getByRole('button', { name: 'Merge…' }).click();
  await sheet.getByRole('button', { name: 'Into: Choose a tag …' }).click();
  expect(await serious(window), 'choice').toEqual([]);
  await window.keyboard.type('meas');
  await window.keyboard.press('Enter');
  await expect(sheet.getByRole('status').first()).toHaveText(
    '2 annotations change. 1 of them has both and will have one. 1 tag moves below measures: ships.',
  );
  expect(await serious(window), 'merge').toEqual([]);
  await sheet.getByRole('button', { name: 'Merge blockade into measures' }).click();
  await expect.poll(() => tree(sheet)).toBe('measures >ships');
  await expect(row(sheet, 'measures')).toContainText('2 uses');
  await window.keyboard.press('Escape');
  await expect(cards(window).getByText('blockade')).toHaveCount(0);
  await expect(cards(window).getByText('measures')).toHaveCount(2);

  await window.keyboard.press('Control+z');
  await expect(cards(window).getByText('blockade')).toHaveCount(2);
  await expect(cards(window).getByText('measures')).toHaveCount(1);
});

test('several tags are merged at once', async ({ launch }) => {
  const { window } = await launch();
  await openCable(window, /circular 938/iu);
  await tag(window, 'the quarantine', ['measures', 'blockade', 'hopes']);
  const sheet = await openTags(window);
  await make(sheet, ['blockade/ships']);
  await row(sheet, 'hopes').click();
  await row(sheet, 'blockade').click({ modifiers: ['Control'] });
  await row(sheet, 'measures').click({ modifiers: ['Control'] });
  await sheet.getByRole('button', { name: /^Into/u }).click();
  await window.keyboard.type('hopes');
  await window.keyboard.press('Enter');
  await sheet.getByRole('button', { name: 'Merge 2 tags into hopes' }).click();
  await expect.poll(() => tree(sheet)).toBe('hopes >ships');
  await expect(row(sheet, 'hopes')).toContainText('1 use');
  await sheet.getByRole('treegrid', { name: 'Tags' }).focus();
  await window.keyboard.press('Control+z');
  await expect.poll(() => tree(sheet)).toBe('blockade >ships hopes measures');
});

test('a tag is split by ticking its uses, and undo makes it whole', async ({ launch }) => {
  const { window } = await launch();
  await openCable(window, /circular 938/iu);
  for (const words of ['the quarantine', 'US expects', 'military'])
    await tag(window, words, ['measures']);
  const sheet = await openTags(window);
  await sheet.getByRole('button', { name: 'Split…' }).click();
  await window.keyboard.type('hopes');
  const uses = sheet.getByRole('listbox', { name: 'Uses of measures' });
  await expect(uses.getByRole('option')).toHaveCount(3);
  await sheet.getByLabel('Find among the uses').fill('EXPECTS');
  await window.keyboard.press('Enter');
  await expect(uses.getByRole('option')).toHaveCount(1);
  await uses.focus();
  await window.keyboard.press('ArrowDown');
  await window.keyboard.press('Space');
  await expect(
    sheet.getByText('1 annotation gets hopes in the place of measures. 2 keep measures.'),
  ).toBeVisible();
  expect(await serious(window)).toEqual([]);
  await sheet.getByRole('button', { name: 'Split', exact: true }).click();
  await expect.poll(() => tree(sheet)).toBe('hopes measures');
  await expect(row(sheet, 'hopes')).toContainText('1 use');
  await window.keyboard.press('Escape');
  await expect(cards(window).filter({ hasText: 'US expects' }).getByText('hopes')).toBeVisible();
  await window.keyboard.press('Control+z');
  await expect(cards(window).getByText('measures')).toHaveCount(3);
});

test('a key is given to one tag only', async ({ launch }) => {
  const { window } = await launch();
  await expect(list(window).getByRole('option')).toHaveCount(5);
  const sheet = await openTags(window);
  await make(sheet, ['arms', 'ships']);
  const key = sheet.getByLabel('Key, with Alt');
  await key.fill('s');
  await expect(row(sheet, 'ships')).toContainText('Alt S');
  await row(sheet, 'arms').click();
  await key.fill('S');
  await expect(sheet.getByText('The key S is that of the tag “ships” already.')).toBeVisible();
  await expect(key).toHaveValue('');
  await key.fill('?');
  await expect(sheet.getByText('A key is one letter from A to Z, or a digit.')).toBeVisible();
  await key.fill('7');
  await expect(row(sheet, 'arms')).toContainText('Alt 7');
  await key.fill('');
  await expect(row(sheet, 'arms')).not.toContainText('Alt');
});

test('a new tag is made below another where its path is typed', async ({ launch }) => {
  const { window } = await launch();
  await openCable(window, /circular 938/iu);
  await tag(window, 'the quarantine', ['measures', 'measures/naval']);
  await expect(cards(window).getByTitle('measures › naval')).toHaveText('naval');
  const sheet = await openTags(window);
  expect(await tree(sheet)).toBe('measures >naval');
});

test('of two thousand tags those in sight are drawn, and letters and keys reach all', async ({
  launch,
}) => {
  // Two thousand tags are made first.
  test.slow();
  const { window } = await launch();
  await openCable(window, /circular 938/iu);
  await window.evaluate(async () => {
    const { cablewright } = globalThis as unknown as {
      cablewright: { request(name: string, input: unknown): Promise<{ readonly ok: boolean }> };
    };
    const concepts = Array.from({ length: 2_000 }, (_, at) => ({
      ...{ id: `c${at}`, iri: null, description: null, colour: null, key: null },
      name: `ship ${at}`,
      // Forty stand at the top, the others below these.
      parent: at < 40 ? null : `c${at % 40}`,
    }));
    const { ok } = await cablewright.request('vocabulary.take', { concepts });
    if (!ok) throw new Error('the tags have not been taken over');
  });
  const sheet = await openTags(window);
  await expect(sheet.getByText('2,000 tags, 0 uses')).toBeVisible();
  await sheet.getByRole('treegrid', { name: 'Tags' }).focus();
  await window.keyboard.press('Home');
  await window.keyboard.press('ArrowRight');
  await expect(row(sheet, 'ship 40')).toBeVisible();
  expect(await sheet.getByRole('row').count()).toBeLessThan(60);
  await window.keyboard.press('End');
  await expect(row(sheet, 'ship 39')).toBeFocused();
  await expect(row(sheet, 'ship 39')).toBeInViewport();
  await sheet.getByLabel('Find tags').fill('ship 19/ship 1999');
  await expect.poll(() => tree(sheet)).toBe('');
  await sheet.getByLabel('Find tags').fill('ship 39/ship 1999');
  await expect.poll(() => tree(sheet)).toBe('ship 39 >ship 1999');
  await window.keyboard.press('Escape');
  await select(window, 'transcription', 'the quarantine');
  await window.keyboard.press('Control+t');
  await window.keyboard.type('1999');
  await window.keyboard.press('Enter');
  await expect(cards(window).getByTitle('ship 39 › ship 1999')).toBeVisible();
});
