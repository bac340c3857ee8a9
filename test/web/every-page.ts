/** One address for each kind of page, as the seeds have it: what must hold for every page is tried on these. */
export const everyPage = [
  '/',
  '/coverage',
  '/glossary',
  '/data/',
  '/council/southwark',
  '/recommendation/casey-2023/vetting',
  '/review/casey-2023',
  '/councillor/southwark/dora-dixon-fyle',
  '/source/southwark-motion-as-agreed',
  '/motion/southwark/2023-03-22/safer-southwark-communities',
  '/ward/E05011107',
  '/theme/stop-and-search',
  '/organisation/metropolitan-police',
  '/organisation/metropolitan-police?state=unknown',
  '/search',
  '/search?q=police&council=council%2Fsouthwark',
] as const;
