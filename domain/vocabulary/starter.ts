import type { TagColour, TagKey } from '../tag/tag.ts';
import type { Concept } from './concept.ts';
import type { z } from 'zod';

/** A tag of the starter: its name, when to use it, and the last digits of its id. */
type Entry = readonly [
  digits: string,
  name: string,
  description: string,
  key?: z.infer<typeof TagKey>,
];

/** A tag at the top with those below it. */
interface Branch {
  readonly colour: TagColour;
  readonly top: Entry;
  readonly below: readonly Entry[];
}

/**
 * Two levels, as deep as a library needs to begin with. The digits are never given to another tag:
 * a library that takes a tag, or takes it again later, knows it by them.
 */
const BRANCHES: readonly Branch[] = [
  {
    colour: 'blue',
    top: [
      '100',
      'Persons',
      'Anybody named, or meant by an office (“the Secretary”, “Ambassador”). Tag the words as they stand, and say in the note who it is where the cable does not.',
      'p',
    ],
    below: [
      [
        '101',
        'Heads of state and government',
        'Presidents, prime ministers, monarchs, party leaders who govern.',
      ],
      [
        '102',
        'Ministers and envoys',
        'Foreign ministers, ambassadors, chargés, special emissaries and delegates.',
      ],
      [
        '103',
        'Officials and officers',
        'Civil servants and military officers below the rank of minister; desk officers, attachés.',
      ],
      [
        '104',
        'Private persons',
        'Journalists, businessmen, clergy, émigrés and others who hold no office.',
      ],
    ],
  },
  {
    colour: 'green',
    top: [
      '200',
      'Places',
      'Any place that matters to what is told, not the place in the dateline, which the cable’s data have already.',
      'l',
    ],
    below: [
      [
        '201',
        'Countries and regions',
        'States, territories, and regions such as “the Hemisphere” or “Near East”.',
      ],
      [
        '202',
        'Cities and posts',
        'Towns, and diplomatic posts when the place and not the office is meant.',
      ],
      [
        '203',
        'Military places',
        'Bases, missile sites, sea lanes, zones and lines of demarcation.',
      ],
    ],
  },
  {
    colour: 'sky',
    top: [
      '300',
      'Organisations',
      'Bodies that act or are spoken of as acting: governments, services, alliances, parties, firms.',
      'o',
    ],
    below: [
      [
        '301',
        'Governments and ministries',
        'A government as a whole, or one of its departments (“Department”, “FonOff”, “MinDef”).',
      ],
      [
        '302',
        'International organisations',
        'United Nations, OAS, NATO, and their councils and committees.',
      ],
      ['303', 'Intelligence and armed forces', 'Services, commands, units and their staffs.'],
      [
        '304',
        'Parties and movements',
        'Political parties, unions, fronts, juntas and exile groups.',
      ],
    ],
  },
  {
    colour: 'vermilion',
    top: [
      '400',
      'Operations and events',
      'What is done or happens: something with a time, told as a fact or a plan. One event told in several cables is best linked as “same event”.',
      'e',
    ],
    below: [
      [
        '401',
        'Military operations',
        'Movements, exercises, landings, overflights, blockade and quarantine.',
      ],
      [
        '402',
        'Covert operations',
        'Actions whose author is to stay hidden, even where only hinted at.',
      ],
      [
        '403',
        'Meetings and démarches',
        'Conversations, calls, notes handed over, conferences, votes.',
      ],
      ['404', 'Crises and unrest', 'Coups, riots, strikes, incidents, breaches of relations.'],
    ],
  },
  {
    colour: 'orange',
    top: [
      '500',
      'Commitments',
      'Words that bind somebody to do something or to leave it: what was promised, to whom, on what condition.',
      'c',
    ],
    below: [
      ['501', 'Promises and assurances', 'Given by one party to another, orally or in writing.'],
      [
        '502',
        'Treaties and agreements',
        'Obligations by treaty, exchange of notes or understanding, when appealed to.',
      ],
      [
        '503',
        'Aid and trade',
        'Loans, credits, arms, shipments, quotas: what is given and for what in return.',
      ],
      [
        '504',
        'Warnings and threats',
        'What somebody says will follow if another does or does not do something.',
      ],
    ],
  },
  {
    colour: 'purple',
    top: [
      '600',
      'Instructions',
      'What the sender tells the addressee to do, to say, or not to say. Tag the verb with its object.',
      'i',
    ],
    below: [
      [
        '601',
        'Action to take',
        'Steps the post or the Department is to take: “you should see”, “request you inform”.',
      ],
      [
        '602',
        'Line to take',
        'Words to be used or points to be made; talking points and contingency guidance.',
      ],
      [
        '603',
        'Discretion and limits',
        'What is left to the addressee’s judgment, and what may not be done or disclosed.',
      ],
      [
        '604',
        'Requests for views',
        'Questions to the addressee: comment, estimate, recommendation wanted by a date.',
      ],
    ],
  },
  {
    colour: 'yellow',
    top: [
      '700',
      'Assessments',
      'What the writer thinks, as against what is reported: judgments, explanations, forecasts. Look for “Comment”, “I believe”, “Embassy feels”.',
      'a',
    ],
    below: [
      ['701', 'Motives and intentions', 'Why somebody acts, and to what end.'],
      ['702', 'Forecasts', 'What is expected to happen, with its degree of confidence.'],
      ['703', 'Recommendations', 'What the writer advises should be done.'],
      [
        '704',
        'Doubt and dissent',
        'Where the writer is unsure, corrects an earlier view, or differs from the instructions.',
      ],
    ],
  },
  {
    colour: 'grey',
    top: [
      '800',
      'Sources',
      'Where the cable has its knowledge from, so that what rests on one voice can be told from what several say.',
      's',
    ],
    below: [
      ['801', 'Conversations', 'What somebody told the writer, or told another who passed it on.'],
      [
        '802',
        'Intelligence',
        'Agents, intercepts, photographs and reports said to come from a service.',
      ],
      ['803', 'Press and radio', 'Newspapers, broadcasts, public statements.'],
      [
        '804',
        'Other documents',
        'References to telegrams, memoranda and letters: “Deptel 938”, “reftel”, “Embtel”.',
      ],
    ],
  },
  {
    colour: 'grey',
    top: [
      '900',
      'Form and language',
      'The cable as a document: its telegraphese, its handling, its gaps. For questions of text, not of matter.',
      't',
    ],
    below: [
      [
        '901',
        'Telegraphese',
        'Codewords and clipped forms that need explaining: “Depcirtel”, “NIACT”, “FYI”. What holds for all cables belongs in the glossary.',
      ],
      [
        '902',
        'Handling',
        'Captions and limits on distribution: “Eyes only”, “Limdis”, “Noforn”, and signs of who saw it.',
      ],
      [
        '903',
        'Omissions and deletions',
        'What was excised at declassification, left out by the editors, or is garbled.',
      ],
    ],
  },
];

/** The vocabulary that a library of diplomatic cables may begin with. */
export const starterVocabulary: readonly Concept[] = BRANCHES.flatMap(({ colour, top, below }) => {
  const above = conceptOf(top, colour, null);
  return [above, ...below.map((entry) => conceptOf(entry, colour, above.id))];
});

function conceptOf(entry: Entry, colour: TagColour, parent: string | null): Concept {
  const [digits, name, description, key = null] = entry;
  const iri = `urn:uuid:019a9f00-0000-7000-8000-000000000${digits}`;
  return { id: iri, iri, name, description, colour, key, parent };
}
