// Names of places and people that are put together of syllables: they sound right and mean nobody.
import { random } from './random.js';

const beginnings = [
  ...['Aldmer', 'Brack', 'Calder', 'Dunmor', 'Elver', 'Farrow', 'Ganner', 'Hollin', 'Ister', 'Jarrel'],
  ...['Kelding', 'Lumber', 'Marrow', 'Nether', 'Orlin', 'Penwith', 'Quarrel', 'Risen', 'Selder', 'Tarrin'],
  ...['Ulmer', 'Varden', 'Wexen', 'Yarrow', 'Ashen', 'Birken', 'Corven', 'Dorrin', 'Embel', 'Fenner'],
  ...['Gorsel', 'Harrin', 'Ingle', 'Kirsen', 'Lorrin', 'Mossen', 'Norrel', 'Oaken', 'Pellin', 'Rushen'],
];
const endings = [
  ...['vale', 'holt', 'mere', 'stead', 'combe', 'ford', 'wick', 'garth', 'thorpe', 'beck'],
  ...['den', 'ley', 'hurst', 'moor', 'gate', 'field', 'bridge', 'port', 'worth', 'cliffe'],
];
const givenNames = [
  ...['Ada', 'Amir', 'Beth', 'Carys', 'Dev', 'Eilidh', 'Farah', 'George', 'Hana', 'Ines', 'Jonah', 'Kofi'],
  ...['Leila', 'Mair', 'Nadia', 'Owen', 'Priya', 'Quentin', 'Rhona', 'Samir', 'Tara', 'Una', 'Victor', 'Wen'],
  ...[
    'Yusuf',
    'Zoe',
    'Alun',
    'Bronagh',
    'Callum',
    'Divya',
    'Esme',
    'Femi',
    'Gwen',
    'Hamish',
    'Imran',
    'Joan',
  ],
];
const quarters = [
  'North',
  'South',
  'East',
  'West',
  'Old',
  'Upper',
  'Lower',
  'St Mary’s',
  'Castle',
  'Central',
];
const parts = ['Park', 'Green', 'Hill', 'Cross', 'Common', 'Heath', 'Quay', 'Road', 'End', 'Abbey', 'Wood'];

/** The name of the nth place; the first 800 all differ. */
export function placeName(n: number): string {
  const [width, height] = [beginnings.length, endings.length];
  const ending = (7 * n + Math.floor(n / width)) % height;
  return `${beginnings[n % width]}${endings[ending]}`;
}

/** The name of the nth ward of a place. */
export function wardName(place: number, n: number): string {
  const chance = random('ward', place, n);
  if (chance.chance(0.3)) return `${placeName(place)} ${chance.pick(quarters)}`;
  return `${chance.pick(beginnings)}${chance.pick(endings)} ${chance.pick(parts)}`;
}

/** The name of the nth councillor: given name and surname. */
export function personName(n: number): { given: string; family: string } {
  const chance = random('person', n);
  const family = `${chance.pick(beginnings)}${chance.pick(endings)}`;
  const second = chance.chance(0.08) ? `-${chance.pick(beginnings)}${chance.pick(endings)}` : '';
  return { given: chance.pick(givenNames), family: family + second };
}
