// Words of the trade: those that any motion of any council may use to say who asks what of whom. A passage
// made of nothing else shows no common origin.

const grammar = `a about above across after again against all also am among an and any are as at be because been
before being below between both but by can could did do does doing down during each either even every few for from
further had has have having he her here hers him his how however i if in into is it its itself more most must no nor
not of off on once only or other our out over own per same shall she should since so some such than that the their
theirs them then there therefore these they this those through thus to too under until up upon us very was we were
what when where whereby whether which while who whom whose why will with within without would yet you your`;

const formulae = `accordingly act action actions additional administration adopt adopted agenda agree agreed agrees
amended amendment annual appropriate ask asked asking asks authorities authority behalf believe believes bring
cabinet call calling calls chair chief cllr commit commits committed committee committees commons communities
community condemn condemns consider considers continue continues continuing council councillor councillors councils
county current debate department departments deputy director district draw ensure ensures ensuring executive express
following full fully future general give given government governments group groups hereby hold house housing include
including inform instruct instructs issue issues joint keep lead leader leaders letter level levelling local lord
lords make makes making mayor mayors meeting meetings member members minister ministers month months motion motions
mp mps national new next note noted notes number office officer officers overview parliament parliamentary part party
people plan policies policy possible present previous prime provide public publish raise receive recent recently
recognise recognises recommend recommendation recommendations regard regarding relevant report reported reporting
reports request requests residents resolve resolved resolves respond response review scrutiny secretary section seek
set six state states steps support supports take takes taking thank thanks this three time today twelve two uk urge
urges urgent urgently ward welcome welcomes work working works write writes writing year years`;

/** Words that tell nothing of where a passage comes from. */
export const formulaic: ReadonlySet<string> = new Set(`${grammar} ${formulae}`.split(/\s+/));
