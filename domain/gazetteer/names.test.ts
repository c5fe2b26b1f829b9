import { expect, test } from 'vitest';
import { formsOfPerson, kindOfTerm } from './names.ts';

test.each([
  ['Khrushchev, Nikita S.', 'Nikita S. Khrushchev|Nikita Khrushchev|Khrushchev'],
  ['Dulles, John Foster', 'John Foster Dulles|Dulles'],
  ['Fulbright, J. William', 'J. William Fulbright|Fulbright'],
  ['King, Colonel J.C.', 'J.C. King'],
  ['Burke, Adm. Arleigh A.', 'Arleigh A. Burke|Arleigh Burke|Burke'],
  ['Burns, Maj. Gen. Eedson L.M.', 'Eedson L.M. Burns|Eedson Burns|Burns'],
  ['Eden, Rt. Hon. Sir Anthony', 'Anthony Eden|Eden'],
  [
    'Blackiston, Slator C., Jr.',
    'Slator C. Blackiston|Slator Blackiston|Slator C. Blackiston, Jr.|Blackiston',
  ],
  ['Truman, Harry S', 'Harry S Truman|Harry Truman|Truman'],
  ['Black, Eugene', 'Eugene Black'],
  ['Field, John', 'John Field'],
  ['Bourgès-Maunoury, Maurice', 'Maurice Bourgès-Maunoury|Bourgès-Maunoury'],
  ['Nasser, Gamal Abdel (Colonel)', 'Gamal Abdel Nasser|Nasser'],
  ['Ho, Chi Minh', 'Chi Minh Ho'],
  ['Faisal ibn abd al-Aziz', ''],
  ['Starke', ''],
  ['Faisal II', ''],
  ['Smith, a clerk', ''],
  ['Prime Minister, Egypt, since 1954', ''],
  ['', ''],
])('%s is also written %s', (name, forms) => expect(formsOfPerson(name).join('|')).toBe(forms));

test.each([
  ['NATO', 'abbreviation'],
  ['USDel', 'abbreviation'],
  ['S/S-RO', 'abbreviation'],
  ['Embtel', 'term'],
  ['memcon', 'term'],
])('%s is taken for a(n) %s', (name, kind) => expect(kindOfTerm(name)).toBe(kind));
