/** The words of a page as a person reads them, without its marks. */
export function words(html: string): string {
  return withoutData(html)
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&amp;', '&')
    .replaceAll('&quot;', '"')
    .replace(/\s+/g, ' ');
}

/** A page without its one data block, which no browser runs; a block that could be ended early is not removed. */
export function withoutData(html: string): string {
  return html.replace(/<script type="application\/ld\+json">[^<>]*<\/script>/, '');
}
