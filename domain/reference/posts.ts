/**
 * Where American posts stood, by the country to which they were accredited, so that `Embassy in Egypt`
 * and `Cairo` are one post. Countries are named as the series Foreign Relations of the United States does.
 */
const SEATS: Readonly<Record<string, string>> = {
  Afghanistan: 'Kabul',
  Algeria: 'Algiers',
  Argentina: 'Buenos Aires',
  Australia: 'Canberra',
  Austria: 'Vienna',
  Belgium: 'Brussels',
  Bolivia: 'La Paz',
  Brazil: 'Rio de Janeiro, Brasilia',
  Bulgaria: 'Sofia',
  Burma: 'Rangoon',
  Cambodia: 'Phnom Penh',
  Canada: 'Ottawa',
  Ceylon: 'Colombo',
  Chile: 'Santiago',
  China: 'Taipei, Nanking, Chungking, Peiping, Peking',
  Colombia: 'Bogotá, Bogota',
  'Costa Rica': 'San José, San Jose',
  Cuba: 'Havana, Habana',
  Cyprus: 'Nicosia',
  Czechoslovakia: 'Prague, Praha',
  Denmark: 'Copenhagen',
  'Dominican Republic': 'Ciudad Trujillo, Santo Domingo',
  Ecuador: 'Quito',
  Egypt: 'Cairo',
  'El Salvador': 'San Salvador',
  Ethiopia: 'Addis Ababa',
  Finland: 'Helsinki',
  France: 'Paris',
  Germany: 'Bonn, Berlin',
  Ghana: 'Accra',
  Greece: 'Athens',
  Guatemala: 'Guatemala City',
  Guinea: 'Conakry',
  Haiti: 'Port-au-Prince',
  Honduras: 'Tegucigalpa',
  Hungary: 'Budapest',
  Iceland: 'Reykjavik',
  India: 'New Delhi, Delhi',
  Indonesia: 'Djakarta, Jakarta, Batavia',
  Iran: 'Tehran, Teheran',
  Iraq: 'Baghdad',
  Ireland: 'Dublin',
  Israel: 'Tel Aviv',
  Italy: 'Rome',
  Jamaica: 'Kingston',
  Japan: 'Tokyo',
  Jordan: 'Amman',
  Kenya: 'Nairobi',
  Korea: 'Seoul',
  Kuwait: 'Kuwait City',
  Laos: 'Vientiane',
  Lebanon: 'Beirut',
  Liberia: 'Monrovia',
  Libya: 'Tripoli, Benghazi',
  Luxembourg: 'Luxembourg City',
  Malaysia: 'Kuala Lumpur',
  Mexico: 'Mexico City',
  Morocco: 'Rabat',
  Nepal: 'Kathmandu, Katmandu',
  Netherlands: 'The Hague, Hague',
  'New Zealand': 'Wellington',
  Nicaragua: 'Managua',
  Nigeria: 'Lagos',
  Norway: 'Oslo',
  Pakistan: 'Karachi, Rawalpindi, Islamabad',
  Panama: 'Panama City',
  Paraguay: 'Asunción, Asuncion',
  Peru: 'Lima',
  Philippines: 'Manila',
  Poland: 'Warsaw',
  Portugal: 'Lisbon',
  Rumania: 'Bucharest',
  'Saudi Arabia': 'Jidda, Jedda, Jeddah',
  Senegal: 'Dakar',
  Singapore: '',
  Somalia: 'Mogadiscio, Mogadishu',
  'South Africa': 'Pretoria, Capetown',
  'Soviet Union': 'Moscow',
  Spain: 'Madrid',
  Sudan: 'Khartoum',
  Sweden: 'Stockholm',
  Switzerland: 'Bern',
  Syria: 'Damascus',
  Thailand: 'Bangkok',
  Trinidad: 'Port of Spain, Port-of-Spain',
  Tunisia: 'Tunis',
  Turkey: 'Ankara',
  'United Kingdom': 'London',
  Uruguay: 'Montevideo',
  Venezuela: 'Caracas',
  Vietnam: 'Saigon',
  Yemen: 'Taiz, Sanaa',
  Yugoslavia: 'Belgrade',
  Zaire: 'Kinshasa, Leopoldville, Léopoldville',
  'United Nations': 'USUN, New York',
};

/** Other words for a country, as titles of documents have them. */
const OTHERS: Readonly<Record<string, string>> = {
  burma: 'Burma',
  'great britain': 'United Kingdom',
  'federal republic of germany': 'Germany',
  'republic of china': 'China',
  'republic of korea': 'Korea',
  'union of south africa': 'South Africa',
  'united arab republic': 'Egypt',
  'viet-nam': 'Vietnam',
  'viet nam': 'Vietnam',
  'south vietnam': 'Vietnam',
  'union of soviet socialist republics': 'Soviet Union',
  ussr: 'Soviet Union',
  siam: 'Thailand',
  persia: 'Iran',
  congo: 'Zaire',
  'trinidad and tobago': 'Trinidad',
};

const countries = new Map<string, string>([
  ...Object.entries(OTHERS),
  ...Object.entries(SEATS).flatMap(([country, seats]) =>
    [country, ...seats.split(', ')]
      .filter((name) => name !== '')
      .map((name): [string, string] => [name.toLowerCase(), country]),
  ),
]);

/** The country to which the post of a name belongs; null where the name is not known as one. */
export function countryOf(name: string): string | null {
  return countries.get(name.toLowerCase()) ?? null;
}

const lastWords = new Set([...countries.keys()].map((name) => name.split(/[ -]/u).at(-1) ?? name));

/** Whether the name of a post may end with a word, written in small letters. */
export function endsPost(word: string): boolean {
  return lastWords.has(word);
}

/** The Department of State in Washington. */
export const DEPARTMENT = 'Department';

const WASHINGTON =
  /^(?:department(?: of state)?|dept|secstate|(?:acting |under )?secretary of state|state(?: department)?|washington)$/i;
const AT_A_PLACE = /\b(?:in|at|to|near)\s+(?:the\s+)?(.+)$/iu;
const MANY = /\b(?:posts|missions|embassies|consulates|legations)\b/i;

/**
 * The post that somebody named as sender or receiver speaks for: a country or a place, or the
 * Department; null for many posts, and for persons on their way. What is no place goes by its own name.
 */
export function postOf(named: string): string | null {
  const words = named
    .replace(/\([^)]*\)/gu, '')
    .replace(/^(?:the )?(?:am)?(?:embassy|consul|consulate general|consulate) (?=[A-Z]{2})/iu, '')
    .replace(/^the /iu, '')
    .trim();
  if (words === '' || MANY.test(words)) return null;
  if (WASHINGTON.test(words)) return DEPARTMENT;
  const known = countryOf(words);
  if (known !== null) return known;
  const place = AT_A_PLACE.exec(words)?.[1]?.trim();
  if (place !== undefined) return countryOf(place) ?? place;
  return /^secretary of state /iu.test(words) ? null : words;
}
