// LICENCE.md of a snapshot: what a reader may do with it, and what the law asks of who reuses it.

/** The text of LICENCE.md. */
export const licenceText = `# Licence

- The compilation, our summaries and our readings are licensed under
  [Creative Commons Attribution 4.0](https://creativecommons.org/licenses/by/4.0/). Attribute them to "Open Motions".
- Identifiers and codes may be used without any condition
  ([CC0 1.0](https://creativecommons.org/publicdomain/zero/1.0/)).
- Quoted wording (\`clauses.text\`, \`clauses.lead_in\`, \`motion_events.outcome_text\`) stays under the rights of
  its source. The columns \`sources.licence_id\` and \`sources.rights\` say which, for each source. Wording that
  its source does not allow to be republished is not in these files: \`clauses.text_status\` says so.

Personal data is marked with † in README.md and with \`personalData\` in datapackage.json; PRIVACY.md says what
is held, why, and how to object.
`;
