// What generated motions are about: for each topic the words that its sentences are filled with.

/** One topic, which is a theme of the record as well. */
export interface Topic {
  readonly slug: string;
  readonly name: string;
  readonly subjects: readonly string[];
  readonly concerns: readonly string[];
  readonly measures: readonly string[];
  readonly addressees: readonly string[];
}

function topic(
  name: string,
  subjects: readonly string[],
  concerns: readonly string[],
  measures: readonly string[],
  addressees: readonly string[],
): Topic {
  return { slug: name.toLowerCase().replaceAll(' ', '-'), name, subjects, concerns, measures, addressees };
}

/** Every topic. */
export const topics: readonly Topic[] = [
  topic(
    'Stop and search',
    ['stop and search', 'the use of search powers', 'section 60 authorisations', 'traffic stops'],
    [
      'the disproportionate searching of young Black residents',
      'searches without recorded grounds',
      'the loss of trust in policing',
    ],
    [
      'a fundamental reset of stop and search',
      'the recording of every stop with its grounds',
      'a community scrutiny panel with access to body-worn video',
    ],
    ['Chief Constable', 'Police and Crime Commissioner', 'Home Secretary'],
  ),
  topic(
    'Vetting',
    ['the vetting of officers', 'checks on new recruits', 'misconduct proceedings'],
    [
      'officers remaining in post after serious allegations',
      'complaints that take years to resolve',
      'the abuse of police powers',
    ],
    [
      'tougher vetting without delay',
      'an independent team for misconduct cases',
      'the publication of misconduct outcomes each quarter',
    ],
    ['Chief Constable', 'Home Secretary', 'College of Policing'],
  ),
  topic(
    'Violence against women and girls',
    ['violence against women and girls', 'domestic abuse services', 'safety on the way home at night'],
    [
      'survivors who are turned away from refuges',
      'harassment on public transport',
      'low rates of prosecution',
    ],
    [
      'specialist advocates in every custody suite',
      'long-term funding for refuges',
      'safer routes with better lighting',
    ],
    ['Home Secretary', 'Minister for Women and Equalities', 'Chief Constable'],
  ),
  topic(
    'Neighbourhood policing',
    ['neighbourhood policing', 'ward officers', 'local police counters'],
    [
      'officers abstracted from their wards',
      'the closure of police counters',
      'antisocial behaviour that goes unanswered',
    ],
    [
      'dedicated ward officers who stay for at least two years',
      'the reopening of front counters',
      'ward panels that meet in public',
    ],
    ['Chief Constable', 'Police and Crime Commissioner', 'Mayor'],
  ),
  topic(
    'Social housing',
    ['the supply of social homes', 'the housing waiting list', 'repairs in council homes'],
    ['families in temporary accommodation', 'damp and mould', 'homes lost through the right to buy'],
    [
      'the building of new council homes at social rent',
      'an end to no-fault evictions',
      'a repairs charter agreed with tenants',
    ],
    ['Secretary of State for Housing', 'Chancellor of the Exchequer', 'housing associations of the area'],
  ),
  topic(
    'Private renting',
    ['private rented homes', 'landlord licensing', 'rising rents'],
    [
      'evictions without a reason',
      'homes that fail the decency standard',
      'rents that take half of a household’s income',
    ],
    ['a selective licensing scheme', 'a register of landlords', 'a tenants’ advice service'],
    ['Secretary of State for Housing', 'Mayor', 'Local Government Association'],
  ),
  topic(
    'Climate emergency',
    ['the climate emergency', 'carbon emissions of the area', 'the heating of public buildings'],
    ['extreme heat and flooding', 'the slow pace of retrofit', 'emissions that have fallen too little'],
    [
      'a carbon budget for every year to 2030',
      'the retrofit of all council buildings',
      'a citizens’ assembly on climate',
    ],
    ['Secretary of State for Energy', 'National Grid', 'pension fund committee'],
  ),
  topic(
    'Clean air',
    ['air quality', 'particulate pollution', 'idling near schools'],
    ['asthma among children', 'monitors that exceed the legal limit', 'early deaths linked to polluted air'],
    [
      'school streets outside every primary school',
      'a clean air plan with yearly targets',
      'zero-emission buses',
    ],
    ['Secretary of State for Environment', 'bus operators', 'Mayor'],
  ),
  topic(
    'Rivers and sewage',
    ['sewage discharges', 'the state of local rivers', 'the performance of water companies'],
    ['untreated sewage in bathing waters', 'fines that do not deter', 'the loss of river wildlife'],
    [
      'monitoring at every outfall with live data',
      'the right of rivers in planning policy',
      'a halt to bonuses while discharges continue',
    ],
    ['water company of the area', 'Environment Agency', 'Ofwat'],
  ),
  topic(
    'Buses',
    ['bus services', 'rural routes', 'the cost of fares'],
    [
      'villages left without a bus',
      'services cut at short notice',
      'people who cannot reach work or hospital',
    ],
    ['franchising of the bus network', 'a fare cap', 'consultation before any route is withdrawn'],
    ['Secretary of State for Transport', 'bus operators', 'combined authority'],
  ),
  topic(
    'Road safety',
    ['road safety', 'speeding in residential streets', 'safe crossings'],
    [
      'people killed or seriously injured on our roads',
      'speeding outside schools',
      'crossings that fail disabled people',
    ],
    ['20 mph as the default in built-up areas', 'a Vision Zero action plan', 'community speed watch'],
    ['Secretary of State for Transport', 'Chief Constable', 'highway authority'],
  ),
  topic(
    'Adult social care',
    ['adult social care', 'unpaid carers', 'the wages of care workers'],
    [
      'people who wait for an assessment',
      'vacancies in care homes',
      'carers who have had no break in a year',
    ],
    ['a national care service', 'the real living wage for care workers', 'a carers’ strategy'],
    ['Secretary of State for Health', 'integrated care board', 'Chancellor of the Exchequer'],
  ),
  topic(
    'NHS dentistry',
    ['access to NHS dentists', 'children’s oral health', 'waiting lists for treatment'],
    [
      'residents who cannot register with a dentist',
      'children in hospital for tooth extractions',
      'practices leaving the NHS',
    ],
    ['reform of the dental contract', 'supervised toothbrushing in nurseries', 'an emergency dental service'],
    ['Secretary of State for Health', 'integrated care board', 'NHS England'],
  ),
  topic(
    'Mental health',
    ['mental health services', 'young people’s wellbeing', 'crisis care'],
    ['young people who wait more than a year', 'the closure of inpatient beds', 'suicide among men'],
    [
      'mental health support teams in every school',
      'a crisis line staffed day and night',
      'a member champion for mental health',
    ],
    ['integrated care board', 'Secretary of State for Health', 'mental health trust'],
  ),
  topic(
    'School funding',
    ['school funding', 'special educational needs', 'school meals'],
    ['deficits in the high needs block', 'families who wait for a plan', 'hunger in the classroom'],
    [
      'free school meals for every primary pupil',
      'full funding of the high needs deficit',
      'a breakfast club in each school',
    ],
    ['Secretary of State for Education', 'Chancellor of the Exchequer', 'schools forum'],
  ),
  topic(
    'Libraries',
    ['libraries', 'opening hours of branches', 'community archives'],
    ['branches under threat of closure', 'falling budgets for books', 'children without books at home'],
    ['no closures during this administration', 'a library card for every newborn', 'longer opening hours'],
    ['Secretary of State for Culture', 'Arts Council', 'friends of the libraries'],
  ),
  topic(
    'Local government finance',
    ['local government funding', 'the council’s budget gap', 'council tax'],
    ['a decade of reduced grants', 'services at breaking point', 'settlements for one year only'],
    ['a fair multi-year settlement', 'reform of council tax', 'the return of business rates in full'],
    [
      'Chancellor of the Exchequer',
      'Secretary of State for Local Government',
      'Local Government Association',
    ],
  ),
  topic(
    'Electoral reform',
    ['the voting system', 'voter identification', 'votes at sixteen'],
    ['votes that count for nothing', 'electors turned away at polling stations', 'low turnout'],
    ['proportional representation for local elections', 'automatic voter registration', 'votes at sixteen'],
    ['Prime Minister', 'Electoral Commission', 'Members of Parliament of the area'],
  ),
  topic(
    'Refugees',
    ['people seeking sanctuary', 'asylum accommodation', 'refugee resettlement'],
    ['families in hotels for months', 'people who may not work', 'hostility towards newcomers'],
    [
      'recognition as a council of sanctuary',
      'the right to work after six months',
      'English classes for every newcomer',
    ],
    ['Home Secretary', 'Immigration Minister', 'City of Sanctuary'],
  ),
  topic(
    'Modern slavery',
    ['modern slavery', 'labour exploitation', 'supply chains'],
    [
      'exploitation in car washes and nail bars',
      'victims who are treated as offenders',
      'contracts without checks',
    ],
    ['a charter against modern slavery', 'checks on every tender', 'training for front-line staff'],
    ['Gangmasters and Labour Abuse Authority', 'Home Secretary', 'suppliers of the council'],
  ),
  topic(
    'Planning',
    ['the planning system', 'building on the green belt', 'infrastructure for new homes'],
    ['permissions that are never built', 'development without doctors or schools', 'planning by appeal'],
    [
      'brownfield first in the local plan',
      'infrastructure before occupation',
      'a charge on unbuilt permissions',
    ],
    ['Secretary of State for Housing', 'Planning Inspectorate', 'developers active in the area'],
  ),
  topic(
    'Biodiversity',
    ['nature recovery', 'the use of pesticides', 'trees and hedgerows'],
    ['the decline of pollinators', 'verges cut too early', 'the felling of street trees'],
    ['an end to glyphosate on council land', 'a tree for every resident', 'wildflower verges'],
    ['Natural England', 'Secretary of State for Environment', 'parish councils'],
  ),
  topic(
    'High streets',
    ['high streets', 'empty shops', 'access to cash'],
    ['the closure of the last bank', 'shops boarded up for years', 'business rates that favour the internet'],
    ['a register of empty shops', 'a banking hub', 'reform of business rates'],
    ['Chancellor of the Exchequer', 'banks of the area', 'Post Office'],
  ),
  topic(
    'Cost of living',
    ['the cost of living', 'fuel poverty', 'food banks'],
    [
      'families who choose between heating and eating',
      'prepayment meters fitted by force',
      'record demand at food banks',
    ],
    ['a local welfare scheme', 'an essentials guarantee in social security', 'warm spaces in every ward'],
    ['Chancellor of the Exchequer', 'Secretary of State for Work and Pensions', 'Ofgem'],
  ),
];
