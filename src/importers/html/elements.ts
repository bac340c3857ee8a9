// What each element does to the visible text, as tables.

/** The attributes that say how something is shown; null where they are not stated. */
export interface Attributes {
  style: string | null;
  hidden: string | null;
  type: string | null;
  start: string | null;
  value: string | null;
  role: string | null;
  [name: string]: string | null;
}

export interface Tag {
  name: string;
  attributes: Attributes;
}

const words = (list: string) => new Set(list.split(' '));

/** Elements that are never shown. */
export const unseen = words(
  'script style head title noscript template iframe object embed svg math select datalist select audio video canvas',
);
/** Elements that may stand in the head of a page. */
export const ofHead = words('base link meta noscript script style template title');
/** Elements without content. */
export const empty = words('area base br col embed hr img input link meta source track wbr');
/** Elements that stand on lines of their own. */
export const blocks = words(
  'address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav ol p pre section summary table tbody tfoot thead ul',
);
/** Elements that hold the way around a site, not what the page says. */
export const aside = words('nav footer button');
/** An open one of these ends where the next begins, as in pages that leave its end tag out. */
export const selfEnding: Record<string, { closes: Set<string>; within: Set<string> }> = {
  p: { closes: words('p'), within: words('td th li div table body') },
  li: { closes: words('li'), within: words('ol ul menu') },
  tr: { closes: words('tr'), within: words('table') },
  td: { closes: words('td th'), within: words('tr table') },
  th: { closes: words('td th'), within: words('tr table') },
};

/** A tag as it is read, no attribute stated yet. */
export function readTag(name: string): Tag {
  return {
    name,
    attributes: { style: null, hidden: null, type: null, start: null, value: null, role: null },
  };
}

/** Whether an element is there but not shown, as the references that some systems hide in a page. */
export function isHidden({ name, attributes }: Tag): boolean {
  if (unseen.has(name) || attributes.hidden !== null) return true;
  const style = attributes.style?.toLowerCase().replace(/\s+/g, '') ?? '';
  return /(?:^|;)(?:display:none|visibility:hidden|mso-hide:all|font-size:0(?:p[xt]|r?em|%)?(?:;|!|$))/.test(
    style,
  );
}

/** Whether what stands in an element is the way around the site. */
export function isAside({ name, attributes }: Tag): boolean {
  return aside.has(name) || /^(?:navigation|contentinfo|search|banner)$/i.test(attributes.role ?? '');
}

/** How deep Word says a paragraph of a list stands, from 1; 0 for any other. */
export function wordLevel({ attributes }: Tag): number {
  return Number(/mso-list:[^;]*\blevel(\d)/i.exec(attributes.style ?? '')?.[1] ?? 0);
}
