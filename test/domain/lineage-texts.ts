// Wordings written for trying text lineage: families, each a wording with what later councils made of it,
// and clauses that share nothing with any other but the phrases of the trade.

/** A family: the first wording, and later ones that carry it on. */
export interface Family {
  readonly name: string;
  readonly wordings: readonly string[];
}

export const families: readonly Family[] = [
  {
    name: 'street lighting, council and figure changed',
    wordings: [
      'Notes that more than four hundred street lamps in Ashmere have been dark since the contractor withdrew in January, and that women walking home from the station have told councillors they feel unsafe.',
      'Notes that more than ninety street lamps in Pelham Vale have been dark since the contractor withdrew in March, and that women walking home from the station have told councillors they feel unsafe.',
      'This Council notes that more than two hundred street lamps across Thornbury have been dark since the contractor withdrew, and that women walking home from the bus station have told ward councillors that they feel unsafe.',
    ],
  },
  {
    name: 'swimming lessons, carried word for word with other punctuation',
    wordings: [
      'Believes that every child should leave primary school able to swim twenty-five metres, and that closing the lido would put that out of reach for families without a car.',
      'believes that every child should leave primary school able to swim twenty five metres – and that closing the lido would put that out of reach for families without a car;',
    ],
  },
  {
    name: 'bus route, embedded in a longer clause',
    wordings: [
      'Transport for Greater Ashmere should restore the evening services on route 17 that were withdrawn without consultation last autumn.',
      'Resolves to ask the Cabinet Member to make the case, at the next liaison meeting and in writing, that Transport for Greater Ashmere should restore the evening services on route 17 that were withdrawn without consultation last autumn, and to publish the reply on the website within a month of its arrival.',
    ],
  },
  {
    name: 'strip search, lightly edited',
    wordings: [
      'Calls for an independent audit of every strip search of a child carried out in the borough since 2018, with the findings shared with safeguarding partners and the families concerned.',
      'Calls on the Commissioner to order an independent audit of every strip search of a child carried out in our borough since 2018, with its findings shared with safeguarding partners and with the families concerned.',
      'Asks for an independent audit of each strip search of a child that was carried out in the borough from 2018 onwards, and for the findings to be shared with safeguarding partners and the families concerned.',
    ],
  },
  {
    name: 'river, one sentence of two kept',
    wordings: [
      'The water company discharged sewage into the Lea brook on one hundred and twelve days last year. No director has met residents of the mill cottages since the flood.',
      'The water company discharged sewage into the Lea brook on one hundred and twelve days last year. Anglers have counted fewer trout each spring, and the paddling spot is shut.',
    ],
  },
  {
    name: 'vetting, carried by three councils of a campaign',
    wordings: [
      'No officer accused of domestic abuse should remain in a public-facing role while the allegation is being investigated, and vetting should be repeated at least every five years.',
      'That no officer accused of domestic abuse should remain in a public facing role while the allegation is being investigated and that vetting should be repeated at least every five years.',
      'Supports the principle that no officer accused of domestic abuse should remain in a public-facing role whilst the allegation is being investigated, with vetting repeated at least every five years thereafter.',
    ],
  },
  {
    name: 'allotments, words put in between',
    wordings: [
      'Recognises that allotments give people without gardens a place to grow food, meet neighbours and recover from illness, and that the waiting list has doubled since 2020.',
      'Recognises that our allotments give many people without gardens a safe place to grow fresh food, to meet neighbours and to recover from illness, and that the waiting list here has more than doubled since 2020.',
    ],
  },
];

export const unrelated: readonly string[] = [
  'Resolves to write to the Secretary of State for Levelling Up, Housing and Communities to request a meeting about the funding of youth clubs.',
  'Resolves to write to the Secretary of State for Levelling Up, Housing and Communities to request a meeting about cladding on tower blocks.',
  'Asks the Leader of the Council and the Chief Executive to report back to the next meeting of the Council on library opening hours.',
  'Asks the Leader of the Council and the Chief Executive to report back to the next meeting of the Council on potholes in Vine Lane.',
  'This Council therefore resolves to request that the Cabinet Member for Environment and the Overview and Scrutiny Committee consider the recommendations of the review of hedgerows.',
  'This Council therefore resolves to request that the Cabinet Member for Finance and the Overview and Scrutiny Committee consider the recommendations of the review of parking charges.',
  'Notes the report of the Director of Public Health and thanks officers for their work with schools during the measles outbreak.',
  'Notes the report of the Director of Public Health and thanks officers for their work on damp in temporary accommodation.',
  'Believes that every resident deserves clean air, and that idling engines outside nurseries should be stopped.',
  'Believes that trees planted by volunteers deserve watering in their first two summers.',
  'Calls on the government to give local authorities the powers and the funding they need to license short-term lets.',
  'Calls on the government to give local authorities the powers and the funding they need to build council homes.',
  'Condemns in the strongest terms the vandalism of the mosque on Cobden Street and stands with worshippers.',
  'Welcomes the appointment of a neighbourhood sergeant for the market and hopes that he stays longer than the last.',
  'Instructs the monitoring officer to bring forward changes to the constitution so that petitions of a thousand names are debated.',
  'Commits to paying the real living wage to cleaners employed through contractors by April.',
  'Stop and search must be proportionate, recorded on video and explained to the person who is stopped.',
  'Burglary victims in Fenwick waited on average nine days for a visit last winter.',
  'Trust in the police among young black men has fallen faster than among any other group surveyed.',
  'The museum lends its Roman coins to primary schools that cannot afford the coach.',
];
