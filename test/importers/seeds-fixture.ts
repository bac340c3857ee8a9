// A small world of seeds to break on purpose: one council, one ward, one review of two
// recommendations and one motion of four clauses.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const source = 'source/minutes';

/** Where the motion of the small world stands. */
export const motionFile = 'motions/ashford/2024-05-01-safer-streets.yaml';

/** The files of the small world, as an editor would have written them. */
export const smallWorld: Readonly<Record<string, string>> = {
  'sources.csv': `id,title,kind,published_precision,completeness
${source},Minutes of 1 May 2024,council_page,unknown,full
source/news,A news report,news,unknown,partial
`,
  'themes.csv': 'id,name\ntheme/oversight,Oversight\n',
  'councils.csv': `id,name,short_name,slug,gss_code,type,sources
council/ashford,Ashford Borough Council,Ashford,ashford,E07000105,district,${source}
`,
  'wards.csv': `id,council_id,council_inferred,name,gss_code,seats,seats_status,sources
ward/E05004880,council/ashford,false,Aylesford Green,E05004880,1,verified,${source} source/news
`,
  'bodies.csv': `id,council_id,name,kind,sources\nbody/ashford/council,council/ashford,Council,full_council,${source}\n`,
  'organisations.csv': `id,name,kind,council_id,sources
organisation/ashford,Ashford Borough Council,own_council,council/ashford,${source}
organisation/police,The police,police,,${source}
`,
  'reviews.csv': `id,title,short_name,slug,reviewer,date_precision,sources
review/first,The first review,First,first,A reviewer,unknown,${source}
`,
  'recommendations.csv': `id,review_id,slug,number,number_status,title,summary_status,sources
recommendation/first/vetting,review/first,vetting,1,unverified,Vetting,unverified,${source}
recommendation/first/board,review/first,board,2,unverified,A board,unverified,${source}
`,
  [motionFile]: `title: Safer streets
kind: members_motion
text_status: full
sources: [${source}]
events:
  - stage: debated
    body: body/ashford/council
    date: 2024-05-01
    sources: [${source}]
  - stage: decided
    body: body/ashford/council
    date: 2024-05-01
    authoritative: true
    outcome: carried
    sources: [${source}]
reading:
  source: ${source}
  wording: as_decided
  review: review/first
  review_state: drafted
  coded_by: seed
clauses:
  - label: "1."
    kind: heading
    stance: none
    clauses:
      - label: (a)
        kind: notes
        stance: states
        summary: Streets are less safe.
      - part: b
        kind: calls_on_external
        stance: demands
        summary: The police should vet better.
        asks:
          - actor: organisation/ashford
            verb: call_on
            addressee: organisation/police
            object: better vetting
            themes: [theme/oversight]
            state: unknown
        citations:
          - recommendation: recommendation/first/vetting
            direction: supports
            basis: paraphrased
            strength: calls_on_others
            scope: as_recommended
  - label: "2."
    kind: supports
    stance: states
    citations:
      - direction: supports
        basis: collective_all
        strength: states_view
        scope: as_recommended
`,
};

/** A folder of seeds on disk. */
export interface SeedFolder {
  readonly path: string;
  /** Replaces the first `from` of a file by `to`, which must be there. */
  edit(file: string, from: string, to: string): Promise<void>;
  write(file: string, content: string | Uint8Array): Promise<void>;
  /** Takes one file out. */
  drop(file: string): Promise<void>;
  remove(): Promise<void>;
}

/** The small world in a folder of its own. */
export async function seedFolder(): Promise<SeedFolder> {
  const path = join(await mkdtemp(join(tmpdir(), 'open-motions-seeds-')), 'seeds');
  const texts = new Map(Object.entries(smallWorld));
  const write = async (file: string, content: string | Uint8Array) => {
    texts.set(file, content.toString());
    await mkdir(dirname(join(path, file)), { recursive: true });
    await writeFile(join(path, file), content);
  };
  for (const [file, text] of texts) await write(file, text);
  const edit = (file: string, from: string, to: string) => {
    const text = texts.get(file) ?? '';
    if (!text.includes(from)) throw new Error(`${file} does not hold ${from}`);
    return write(
      file,
      text.replace(from, () => to),
    );
  };
  return {
    path,
    edit,
    write,
    drop: (file) => rm(join(path, file)),
    remove: () => rm(dirname(path), { recursive: true }),
  };
}
