// The end of every page: a line to cite it by, its other forms, and where to report an error.
import type { VNode } from 'preact';
import { useContext } from 'preact/hooks';
import { addressOf, HereContext, type OtherForm, otherForm } from './here.js';

const formName: Readonly<Record<OtherForm, string>> = {
  json: 'This page as JSON',
  csv: 'This page as CSV',
  atom: 'Follow it as an Atom feed',
};

/** The foot of a page that has an address; nothing under a failure. */
export function PageFoot({
  name,
  contactUrl,
}: {
  name: string;
  contactUrl: string | undefined;
}): VNode | null {
  const here = useContext(HereContext);
  if (here.publicUrl === '') return null;
  return (
    <section class="page-foot" aria-label="This page">
      <p>
        Cite as:{' '}
        <span class="citation">
          “{name}”, Open Motions, <span class="cited-address">{addressOf(here)}</span>
        </span>
      </p>
      <p class="report">
        {here.forms.map((form) => (
          <a key={form} href={otherForm(here, form)}>
            {formName[form]}
          </a>
        ))}
        <ReportError contactUrl={contactUrl} about={addressOf(here)} />
      </p>
    </section>
  );
}

/**
 * The link by which a reader reports an error; nothing where no address is set. A letter begins with the
 * address of the page it is about.
 */
export function ReportError(props: { contactUrl: string | undefined; about?: string }): VNode | null {
  const { contactUrl, about } = props;
  if (!contactUrl) return null;
  return <a href={about ? withSubject(contactUrl, about) : contactUrl}>Report an error</a>;
}

// Only mail has a field for it; what a web form would make of a parameter it does not know is not ours to guess.
function withSubject(contactUrl: string, about: string): string {
  if (!contactUrl.startsWith('mailto:') || /[?&]subject=/i.test(contactUrl)) return contactUrl;
  return `${contactUrl}${contactUrl.includes('?') ? '&' : '?'}subject=${encodeURIComponent(`Error on ${about}`)}`;
}
