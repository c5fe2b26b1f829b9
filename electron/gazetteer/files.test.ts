import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { test } from '../testing/folder.ts';
import { readGazetteer } from './files.ts';

const TEI = 'xmlns="http://www.tei-c.org/ns/1.0"';

/** Lists as “Foreign Relations of the United States, 1955–1957, Volume XVII” has them (in the public domain). */
const VOLUME = `<?xml version="1.0" encoding="UTF-8"?>
<TEI ${TEI} xml:id="frus1955-57v17">
  <teiHeader><fileDesc><titleStmt><title>Arab-Israeli Dispute</title>
    <editor><persName xml:id="p_ED1">Noring, Nina J.</persName></editor></titleStmt></fileDesc></teiHeader>
  <text><front>
    <div type="section" xml:id="terms"><head>List of Abbreviations</head>
      <list type="names">
        <item><hi rend="italic">Editor’s Note:</hi> This list does not include standard abbreviations.</item>
        <item>
            <hi rend="strong">
                <term xml:id="t_Embtel1">Embtel</term>,</hi> Embassy telegram</item>
        <item><hi rend="strong"><term xml:id="t_Niact1">Niact</term>,</hi> night action, communications
          indicator requiring attention by the recipient at any hour of the day or night</item>
        <item><hi rend="strong"><term xml:id="t_Tedul1">Tedul</term>,</hi> series indicator for telegrams to Secretary of State <persName corresp="#p_DJF1">Dulles</persName> while away from Washington</item>
        <item><hi rend="strong"><term xml:id="t_TOE1">T/O &amp; E</term>,</hi> Table of Organization and Equipment</item>
        <pb xml:id="pg_XIX" n="XIX" facs="0023"/>
        <item><hi rend="strong"><term xml:id="t_WFTU1">WFTU (WFTCU)</term>,</hi> World Federation of Trade Unions</item>
        <item><hi rend="strong">USUN</hi>, United States Mission at the United Nations</item>
      </list></div>
    <div type="section" xml:id="persons"><head>List of Persons</head>
      <list type="names">
        <item>All titles and positions are American unless there is an indication to the contrary.</item>
        <item><hi rend="strong"><persName xml:id="p_BGD1">Ben Gurion, David</persName>,</hi> Israeli
          Minister of Defense from February 1955</item>
        <item><hi rend="strong"><persName xml:id="p_BAAA1">Burke, Adm. Arleigh A.</persName>,</hi> <gloss target="#t_USN1">USN</gloss>, Chief of Naval Operations</item>
        <item><hi rend="strong"><persName xml:id="p_DAW1">Dulles, Allen W.</persName>,</hi> Director of Central Intelligence</item>
        <item><hi rend="strong"><persName xml:id="p_DJF1">Dulles, John Foster</persName>,</hi> Secretary of State</item>
        <item><hi rend="strong"><persName xml:id="p_ECS1">Edwards, Colonel
                                Sheffield</persName></hi> (USA), Assistant Deputy Director</item>
        <item><hi rend="strong"><persName xml:id="p_N1">Nasser, Gamal Abdel</persName>,</hi> President of Egypt
          <list><item>on Israel, <persName corresp="#p_BGD1">Ben Gurion</persName>, 12</item></list></item>
      </list></div>
  </front><body>
    <div type="document" xml:id="d113">
      <head>113. Telegram From the <gloss type="from">Embassy in Israel</gloss> to the <gloss type="to">Department of State</gloss></head>
      <dateline><placeName>Tel Aviv</placeName>, <date>February 1, 1956</date></dateline>
      <list><label>A.</label><item>no word of any glossary</item></list>
      <p><gloss target="#t_Niact1">NIACT</gloss>. <persName corresp="#p_BGD1">BG</persName> told
        <persName corresp="#p_DJF1">the Secretary</persName> of <persName corresp="#p_DJF1">Mr. Dulles’</persName>
        letter, <persName corresp="#p_N1">Nasser’s</persName> and <persName corresp="#p_LEB1">Lawson</persName>’s.
        <orgName>Arab League</orgName> and <name type="place">Gaza</name>, <name type="ship">Nautilus</name>,
        <placeName>TEL AVIV</placeName>, <persName>Dulles</persName>.</p>
    </div>
  </body></text>
</TEI>
`;

/** The entries of a file as `kind: name | forms | description`, then its warnings. */
async function read(folder: string, name: string, content: string) {
  const path = join(folder, name);
  writeFileSync(path, content);
  const { entries, warnings, fileName } = await readGazetteer(path);
  const lines = entries.map(({ kind, name: own, forms, description }) =>
    [`${kind}: ${own}`, forms.join('; '), description].join(' | '),
  );
  return { lines, warnings, fileName, entries };
}

const ofBody = (body: string) => `<TEI ${TEI}><text><body>${body}</body></text></TEI>`;

describe('TEI', () => {
  test('a volume of FRUS: its lists, and what its text calls the same', async ({ folder }) => {
    const { lines, warnings, fileName, entries } = await read(folder, 'frus.xml', VOLUME);
    expect(lines).toEqual([
      'term: Embtel |  | Embassy telegram',
      'term: Niact | NIACT | night action, communications indicator requiring attention by the recipient at any hour of the day or night',
      'term: Tedul |  | series indicator for telegrams to Secretary of State Dulles while away from Washington',
      'abbreviation: T/O & E |  | Table of Organization and Equipment',
      'abbreviation: WFTU (WFTCU) | WFTU; WFTCU | World Federation of Trade Unions',
      'abbreviation: USUN |  | United States Mission at the United Nations',
      'person: Ben Gurion, David | David Ben Gurion; Ben Gurion; BG | Israeli Minister of Defense from February 1955',
      'person: Burke, Adm. Arleigh A. | Arleigh A. Burke; Arleigh Burke; Burke | USN, Chief of Naval Operations',
      'person: Dulles, Allen W. | Allen W. Dulles; Allen Dulles; Dulles | Director of Central Intelligence',
      'person: Dulles, John Foster | John Foster Dulles; Dulles | Secretary of State',
      'person: Edwards, Colonel Sheffield | Sheffield Edwards; Edwards | (USA), Assistant Deputy Director',
      'person: Nasser, Gamal Abdel | Gamal Abdel Nasser; Nasser | President of Egypt',
      'abbreviation: USN |  | ',
      'person: Lawson |  | ',
      'place: Tel Aviv |  | ',
      'organisation: Arab League |  | ',
      'place: Gaza |  | ',
    ]);
    expect(warnings).toEqual([
      '2 marks of names stand on titles or offices (“the Secretary”) and were passed over.',
      '2 names in the text point to a list that is not in this file; they are called by the words of the text, without a description.',
      '3 names in the text are in no list; they are called by the words of the text, without a description.',
    ]);
    expect(fileName).toBe('frus.xml');
    expect(new Set(entries.map(({ source }) => source))).toEqual(new Set(['frus.xml']));
    expect(new Set(entries.map(({ id }) => id)).size).toBe(entries.length);
  });

  test.for([
    [
      'records of persons, places and organisations',
      `<listPerson><person xml:id="a"><persName><forename>Fidel</forename> <surname>Castro</surname></persName>
       <persName>El Líder</persName><note>Premier of <placeName>Cuba</placeName>.</note><birth>1926</birth></person></listPerson>
       <listPlace><place><placeName>Habana</placeName><placeName>Havana</placeName></place></listPlace>
       <listOrg><org><orgName>OAS</orgName><desc>The American states.</desc></org></listOrg>
       <p><persName ref="#a">Fidel</persName></p>`,
      [
        'person: Castro, Fidel | Fidel Castro; Castro; El Líder; Fidel | Premier of Cuba.',
        'place: Habana | Havana | ',
        'organisation: OAS |  | The American states.',
        'place: Cuba |  | ',
      ],
    ],
    [
      'lists whose names have no ids',
      `<div xml:id="persons"><list><item><persName>Rusk, Dean</persName>, Secretary of State, see
       <persName>Castro</persName></item></list></div>
       <list><item><persName>Berle</persName> drafted it.</item></list>`,
      [
        'person: Rusk, Dean | Dean Rusk; Rusk | Secretary of State, see Castro',
        'person: Castro |  | ',
        'person: Berle |  | ',
      ],
    ],
    [
      'a glossary of labels',
      '<list type="gloss"><label>reftel</label><item>the telegram referred to</item></list>',
      ['term: reftel |  | the telegram referred to'],
    ],
    [
      'abbreviations with what they stand for',
      '<p><choice><abbr>JCS</abbr><expan>Joint Chiefs of Staff</expan></choice></p>',
      ['abbreviation: JCS |  | Joint Chiefs of Staff'],
    ],
    [
      'names with notes and breaks in them',
      '<p><persName>Rusk<note>Secretary.</note>, <lb/>Dean</persName></p>',
      ['person: Rusk, Dean |  | '],
    ],
    [
      'elements of other languages',
      '<p xmlns:x="urn:x"><x:persName>Nobody</x:persName> <persName>So<x:b>mebod</x:b>y</persName></p>',
      ['person: Somebody |  | '],
    ],
    [
      'names without a list, called by the longest words',
      '<p><persName key="k">Rusk</persName> <persName key="k">Dean Rusk</persName></p>',
      ['person: Dean Rusk | Rusk | '],
    ],
  ] as const)('%s', async ([, body, expected], { folder }) => {
    const { lines } = await read(folder, 'a.xml', ofBody(body));
    expect(lines).toEqual(expected);
  });

  test('entities are never resolved', async ({ folder }) => {
    writeFileSync(join(folder, 'secret.txt'), 'SECRET');
    const bomb = `<!DOCTYPE TEI [<!ENTITY a SYSTEM "secret.txt"><!ENTITY b "&a;&a;">]>
      <TEI ${TEI}><text><p><persName>Rusk &b; &constructor; Dean</persName></p></text></TEI>`;
    const { lines, warnings } = await read(folder, 'bomb.xml', bomb);
    expect(lines).toEqual(['person: Rusk &b; &constructor; Dean |  | ']);
    expect(warnings.slice(1)).toEqual([
      'The file declares a document type. It was not read.',
      '2 entities stay as written (&…;): entities are never resolved.',
    ]);
  });

  test.for([
    ['<TEI>\n<p>\n</TEI>', 'line 3'],
    ['<TEI>\n<p', 'line 2'],
    [`<TEI ${TEI}><p>a < b</p></TEI>`, 'line 1'],
    ['<TEI><x:p/></TEI>', 'unbound namespace prefix'],
  ] as const)('%j is broken', async ([xml, what], { folder }) => {
    await expect(read(folder, 'a.xml', xml)).rejects.toMatchObject({
      code: 'bad-input',
      message: expect.stringMatching(new RegExp(`is not whole XML: .*${what}`, 'u')) as string,
    });
  });

  test('a file of another language has no names', async ({ folder }) => {
    const { lines, warnings } = await read(
      folder,
      'a.xml',
      '<html xmlns="http://www.w3.org/1999/xhtml"><p>Rusk</p></html>',
    );
    expect([lines, warnings]).toEqual([
      [],
      ['The file has no elements of TEI, so there are no names in it.'],
    ]);
  });

  test('a long volume is read, and others have a turn meanwhile', async ({ folder }) => {
    const person = (at: number) =>
      `<item><hi rend="strong"><persName xml:id="p_${at}">Surname${at}, Given</persName>,</hi> somebody</item>`;
    const all = Array.from({ length: 20_000 }, (_, at) => person(at)).join('\n');
    let turns = 0;
    const timer = setInterval(() => (turns += 1), 1);
    const { lines } = await read(folder, 'long.xml', ofBody(`<list>${all}</list>`));
    clearInterval(timer);
    expect(lines).toHaveLength(20_000);
    expect(turns).toBeGreaterThan(2);
  });
});

describe('CSV', () => {
  test('a table of names', async ({ folder }) => {
    const table = `Name,Kind,Forms,Description,Source
"Khrushchev, Nikita S.",person,,"Chairman, Council of Ministers",A list
Habana,Place,Havana; La Habana ;,,
NIACT,abbr,Niact,Night action,
Nautilus,ship,,,
,term,,,

Other,,,,
`;
    const { lines, warnings, entries } = await read(folder, 'names.csv', table);
    expect(lines).toEqual([
      'person: Khrushchev, Nikita S. | Nikita S. Khrushchev; Nikita Khrushchev; Khrushchev | Chairman, Council of Ministers',
      'place: Habana | Havana; La Habana | ',
      'abbreviation: NIACT | Niact | Night action',
    ]);
    expect(entries.map(({ source }) => source)).toEqual(['A list', 'names.csv', 'names.csv']);
    expect(warnings).toEqual([
      '1 line was passed over: “ship” is no kind. Kinds are person, place, organisation, abbreviation and term.',
      '1 line was passed over: no kind is given. Kinds are person, place, organisation, abbreviation and term.',
      '1 line was passed over: no name is given.',
    ]);
  });

  test('other signs may part the columns', async ({ folder }) => {
    const { lines } = await read(
      folder,
      'a.csv',
      '\ufeffkind;name;description\r\nterm;reftel;"a; b"\r\n',
    );
    expect(lines).toEqual(['term: reftel |  | a; b']);
  });

  test('a table without the columns is refused', async ({ folder }) => {
    await expect(read(folder, 'a.csv', 'a,b\n1,2\n')).rejects.toMatchObject({
      code: 'bad-input',
      message:
        'a.csv has no column “kind” and no column “name”. The first line must name the columns: kind, name, forms, description, source.',
    });
  });

  test('names too long to be one are passed over', async ({ folder }) => {
    const { lines, warnings } = await read(folder, 'a.csv', `kind,name\nterm,${'x'.repeat(501)}\n`);
    expect([lines, warnings]).toEqual([
      [],
      ['1 name has more than 500 characters, and was passed over.'],
    ]);
  });
});

test('a file that is not there, and one that is a folder', async ({ folder }) => {
  await expect(readGazetteer(join(folder, 'none.xml'))).rejects.toMatchObject({
    code: 'file-missing',
  });
  await expect(readGazetteer(folder)).rejects.toMatchObject({ code: 'file-not-text' });
});
