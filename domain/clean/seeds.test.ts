import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { MetadataField } from '../metadata/metadata.ts';
import type { StructureType } from '../structure/structure.ts';
import { pieces, transcribe } from '../transcription/transcription.ts';
import { clean } from './clean.ts';

const FOLDER = new URL('../../seeds/', import.meta.url);

/** A seed with what its cleaning gives, by the first three figures of its name. */
function seed(number: string) {
  const name = readdirSync(FOLDER).find((file) => file.startsWith(number));
  const original = readFileSync(new URL(name ?? number, FOLDER), 'utf8');
  const cleaning = clean(original);
  const transcription = transcribe(original, cleaning.changes);
  return {
    original,
    cleaning,
    transcription,
    text: transcription.text.toString(),
    values: (field: MetadataField) =>
      cleaning.metadata.filter((entry) => entry.field === field).map((entry) => entry.value),
    labels: (type: StructureType) =>
      cleaning.structure.filter((piece) => piece.type === type).map((piece) => piece.label),
    pointers: () =>
      cleaning.structure
        .filter((piece) => piece.type === 'noteReference')
        .map((piece) => [piece.label, piece.note]),
    out: (words: string) =>
      cleaning.changes
        .filter((change) => original.slice(change.from, change.to).trim().startsWith(words))
        .map((change) => change.rule),
  };
}

describe('seed 000, a circular telegram with a page inside a sentence', () => {
  const cable = seed('000');

  test('reads over the page', () => {
    expect(cable.text).toContain('US not involved organizing such raids');
    expect(cable.labels('pageBreak')).toEqual(['864']);
  });

  test('has mark 0 without a note', () => {
    expect(cable.pointers()).toEqual([['0', null]]);
    expect(cable.text).toContain('Certain Posts in the American Republics\n');
  });

  test('names itself', () => {
    expect(cable.values('number')).toEqual(['357']);
    expect(cable.values('telegramNumber')).toEqual(['109']);
    expect(cable.values('kind')).toEqual(['Circular Telegram']);
    expect(cable.values('title')).toEqual([
      'Circular Telegram From the Department of State to Certain Posts in the American Republics',
    ]);
    expect(cable.values('date')).toEqual([]);
    expect(cable.values('signatory')).toEqual([]);
  });
});

describe('seed 001, marks from 0 and notes from 1', () => {
  const cable = seed('001');

  test('pairs marks and notes by their order', () => {
    expect(cable.pointers()).toEqual([
      ['0', 0],
      ['1', 1],
      ['2', 2],
      ['3', 3],
    ]);
    expect(cable.labels('note')).toEqual(['1', '2', '3', '4']);
  });

  test('takes the digits out of the sentence and nothing else', () => {
    expect(cable.text).toContain(
      '171. Circular Telegram From the Department of State to All Posts in Latin America\n\n1661. Re Depcirtel 1662. Take early',
    );
    expect(cable.text).toContain('Khrushchev’s public message to President, disclosure');
    expect(cable.text).toContain('Ambassadors here. End FYI.');
    expect(cable.text.endsWith('\n\nRusk')).toBe(true);
  });

  test('reads the source note', () => {
    expect(cable.values('number')).toEqual(['171']);
    expect(cable.values('telegramNumber')).toEqual(['1661']);
    expect(cable.values('date')).toEqual(['1961-04-23']);
    expect(cable.values('classification')).toEqual(['Secret']);
    expect(cable.values('precedence')).toEqual(['Priority']);
    expect(cable.values('distribution')).toEqual(['Limit Distribution']);
    expect(cable.values('drafter')).toEqual(['Berle']);
    expect(cable.values('clearance')).toEqual(['Chayes', 'Rusk']);
    expect(cable.values('repeatedTo')).toEqual(['Ciudad Trujillo']);
    expect(cable.values('fileNumber')).toEqual(['737.00/4-2361']);
    expect(cable.values('signatory')).toEqual(['Rusk']);
  });
});

describe('seed 002, a scan of the form', () => {
  const cable = seed('002');

  test('reads as a clean message', () => {
    expect(cable.text).toMatchInlineSnapshot(`
      "OUTGOING TELEGRAM Department of State

      ACTION: CIRCULAR 938
      ALL LATIN AMERICAN DIPLOMATIC POSTS. NIACT
      RPTD INFO: JAMAICA, KINGSTON, PORT OF SPAIN, USUN
      POLADS CINCLANT, CINCARIB PRIORITY
      NIACT

      FOR AMBASSADOR

      EXCOM

      LIMIT DISTRIBUTION S/S

      As you know President is having press conference on Cuba November 20 at 6 p.m. Washington time. You are requested to make date with Chief of State or Foreign Minister at; your discretion prior to that time and convey the following to him as position of US Government:

      (a) The US has still been unable to obtain satisfactory performance from USSR with regard to withdrawal of IL-28s or adequate safeguards against presence and reintroduction of offensive weapons in Cuba.

      (b) Recent reconnaissance has confirmed the presence of organized Soviet military units in Cuba with most modern field equipment. These cannot be dismissed merely as "Soviet technicians".

      (c) Castro has now announced that he intends to fire on US reconnaissance planes. Continued US reconnaissance is essential action authorized by the OAS resolution.

      (d) Since the US must continue surveillance, there is serious possibility of incident against which US is determined to take retaliatory measures.

      (e) Situation is fluid and may take one of several courses. Soviets may act against Castro or, in any event, may not support him in exchanges that might follow his interference with US reconnaissance. On the other hand they may provide military support to Castro. Nature of future US action will naturally depend upon which option the Soviets elect.

      (f) Continued refusal on the part of the USSR to withdraw the IL-28s or active Soviet military participation in action against necessary surveillance might well require the reestablishment of the quarantine and its extension to POL.

      (g) The President intends to make clear to Nation and world on Tuesday afternoon the present posture of affairs and to indicate that early resolution of remaining problems must be achieved. This approach would of course be altered materially if favorable answers were received from Khrushchev on IL-28s before press conference.

      (h) US expects to be able to count on full cooperation of its Allies in event it becomes necessary to reimpose the quarantine--with or without an extended proscribed list--or to take other appropriate action to deal with the situation.

      You should also inform him that unless Soviets agree promptly to withdraw IL-28s US intends to ask for meeting of Organ of Consultation on Wednesday, November 21, to hear formal public report on situation and actions we may need to take under October 23 resolution. We would also make clear that if situation develops in way which would call for important new actions on our part, we will call on Organ for further consideration of situation.

      In period in which tension may be again heightened US is desirous of consulting and working closely with its allies in the Inter-American system and securing their support for such further actions as may be necessary in the light of situation as it develops. A continued demonstration of unity and firmness at Organ meeting would we feel be helpful in accomplishing our remaining objectives with a minimum risk of extending the area of conflict.

      Report promptly your government's reaction to statement of US views contained in preceding paragraphs.

      FYI Similar expression of views being made to NATO countries and will be conveyed here on 20th prior to press conference to LA Ambassadorial group. END FYI

      FOR USUN. You should inform SYG of points (a) through (g) for his own confidential information but not repeat not to be revealed to Russians.

      RUSK"
    `);
  });

  test('keeps what left with its rule', () => {
    expect(cable.out('~~dismissed~~')).toEqual(['strike-out']);
    expect(cable.out('☐ CHARGE TO')).toEqual(['check-box']);
    expect(cable.out('4266')).toEqual(['stray-number']);
    expect(cable.out('ARA:EMMartin:lh')).toEqual(['drafting-block']);
    expect(cable.out('FORM 05-322-11')).toEqual(['form-number']);
    expect(cable.out('REPRODUCTION FROM')).toEqual(['reproduction-warning']);
    expect(cable.out('DECLASSIFIED')).toEqual(['declassification-stamp']);
    expect(cable.out('SS')).toEqual(['office-symbol']);
  });

  test('knows what is struck out and what is X-ed out', () => {
    const struck = (type: StructureType) =>
      cable.cleaning.structure
        .filter((piece) => piece.type === type)
        .map((piece) => cable.original.slice(piece.from, piece.to));
    expect(struck('deletion')).toEqual(['dismissed', 'the', 'and', 'to']);
    expect(struck('illegible').every((words) => /^X+$/.test(words))).toBe(true);
    expect(struck('illegible')).toHaveLength(4);
  });

  test('turns pages whose number is not known', () => {
    expect(cable.labels('pageBreak')).toEqual([null, null, null]);
  });

  test('reads the form', () => {
    expect(cable.values('number')).toEqual([]);
    expect(cable.values('title')).toEqual(['Outgoing telegram, circular 938']);
    expect(cable.values('kind')).toEqual(['Outgoing telegram']);
    expect(cable.values('telegramNumber')).toEqual(['938']);
    expect(cable.values('date')).toEqual(['1962-11-19T17:18']);
    expect(cable.values('classification')).toEqual(['Secret']);
    expect(cable.values('precedence')).toEqual(['NIACT', 'Priority']);
    expect(cable.values('distribution')).toEqual(['LIMIT DISTRIBUTION']);
    expect(cable.values('to')).toEqual(['ALL LATIN AMERICAN DIPLOMATIC POSTS']);
    expect(cable.values('info')).toEqual([
      'JAMAICA',
      'KINGSTON',
      'PORT OF SPAIN',
      'USUN',
      'POLADS CINCLANT',
      'CINCARIB',
    ]);
    expect(cable.values('drafter')).toEqual(['ARA:EMMartin']);
    expect(cable.values('clearance')).toEqual(['White House/Mr. Bundy', 'S/S - Mr. Bruback']);
    expect(cable.values('approver')).toEqual(['G - Mr. U. Alexis Johnson']);
    expect(cable.values('signatory')).toEqual(['RUSK']);
  });
});

describe('seed 003, a telegram that has lost its signature', () => {
  const cable = seed('003');

  test('pairs its marks', () => {
    expect(cable.pointers()).toEqual([
      ['1', 0],
      ['2', 1],
      ['3', 2],
    ]);
    expect(cable.text).toContain('Rusk to the Department of State\n');
    expect(cable.text).toContain('uncleared memcon:\n');
    expect(cable.text).toContain('with Martin for more concrete');
    expect(cable.text).toContain('Sov involvement. Secy repeated');
    expect(cable.labels('pageBreak')).toEqual(['325']);
  });

  test('names itself and invents no signature', () => {
    expect(cable.values('number')).toEqual(['153']);
    expect(cable.values('telegramNumber')).toEqual(['Secto 21']);
    expect(cable.values('date')).toEqual(['1962-09-26']);
    expect(cable.values('classification')).toEqual(['Confidential']);
    expect(cable.values('received')).toEqual(['at 1:19 a.m. on September 27']);
    expect(cable.values('signatory')).toEqual([]);
  });
});

describe('seed 004, a circular telegram with a list', () => {
  const cable = seed('004');

  test('pairs its marks and keeps what the editor put in', () => {
    expect(cable.pointers()).toEqual([
      ['1', 0],
      ['2', 1],
    ]);
    expect(cable.text).toContain('Deptcirtel 14, but specifically');
    expect(cable.text).toContain('assure [assume?] full share');
    expect(cable.labels('supplied')).toEqual([null]);
    expect(cable.text).toContain('will have to make quickly is');
    expect(cable.labels('pageBreak')).toEqual(['1007']);
  });

  test('has two items', () => {
    expect(cable.labels('listItem')).toEqual(['(a)', '(b)']);
    expect(cable.text).toContain('(a) by return cable, your best estimate');
  });

  test('names itself', () => {
    expect(cable.values('number')).toEqual(['552']);
    expect(cable.values('telegramNumber')).toEqual(['47']);
    expect(cable.values('date')).toEqual(['1960-07-11']);
    expect(cable.values('classification')).toEqual(['Secret']);
    expect(cable.values('clearance')).toEqual([
      'Rubottom',
      'Jamison',
      'Wieland',
      'Merchant (in substance)',
    ]);
    expect(cable.values('approver')).toEqual(['Hill']);
    expect(cable.values('signatory')).toEqual(['Herter']);
  });
});

describe.each(['000', '001', '002', '003', '004'])('seed %s', (number) => {
  const { original, cleaning, transcription, text } = seed(number);

  test('has a map without a gap on either side', () => {
    let inOriginal = 0;
    let inText = 0;
    for (const piece of pieces(transcription)) {
      expect(piece.fromOriginal).toBe(inOriginal);
      expect(piece.fromTranscription).toBe(inText);
      inOriginal = piece.toOriginal;
      inText = piece.toTranscription;
    }
    expect([inOriginal, inText]).toEqual([original.length, text.length]);
  });

  test('leads back to its original to the letter', () => {
    const { map } = transcription;
    const back = map.invert(transcription.original).apply(transcription.text);
    expect(back.toString()).toBe(original);
  });

  test('is clean after one cleaning', () => {
    expect(clean(text).changes).toEqual([]);
  });

  test('keeps its evidence in the text', () => {
    for (const { evidence } of cleaning.metadata) {
      expect(evidence).not.toBeNull();
      expect(evidence?.to).toBeLessThanOrEqual(original.length);
    }
  });
});
