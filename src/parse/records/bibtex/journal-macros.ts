/** The journals that astronomers name by commands of TeX, as NASA's library exports them and their classes define them. */
const JOURNALS: Readonly<Record<string, string>> = {
  aap: 'Astronomy and Astrophysics',
  aapr: 'Astronomy and Astrophysics Reviews',
  aaps: 'Astronomy and Astrophysics Supplement Series',
  aj: 'The Astronomical Journal',
  apj: 'The Astrophysical Journal',
  apjl: 'The Astrophysical Journal Letters',
  apjs: 'The Astrophysical Journal Supplement Series',
  ao: 'Applied Optics',
  apss: 'Astrophysics and Space Science',
  araa: 'Annual Review of Astronomy and Astrophysics',
  baas: 'Bulletin of the American Astronomical Society',
  grl: 'Geophysical Research Letters',
  icarus: 'Icarus',
  jcap: 'Journal of Cosmology and Astroparticle Physics',
  jgr: 'Journal of Geophysical Research',
  memras: 'Memoirs of the Royal Astronomical Society',
  mnras: 'Monthly Notices of the Royal Astronomical Society',
  nar: 'New Astronomy Reviews',
  nat: 'Nature',
  pasa: 'Publications of the Astronomical Society of Australia',
  pasj: 'Publications of the Astronomical Society of Japan',
  pasp: 'Publications of the Astronomical Society of the Pacific',
  physrep: 'Physics Reports',
  planss: 'Planetary and Space Science',
  pra: 'Physical Review A',
  prb: 'Physical Review B',
  prc: 'Physical Review C',
  prd: 'Physical Review D',
  pre: 'Physical Review E',
  prl: 'Physical Review Letters',
  qjras: 'Quarterly Journal of the Royal Astronomical Society',
  skytel: 'Sky and Telescope',
  solphys: 'Solar Physics',
  ssr: 'Space Science Reviews',
};

/** The journal that a command of TeX stands for: `\mnras`; null for an unknown one and any other text. */
export function journalOfMacro(text: string): string | null {
  const [, name] = /^\\([a-z]+)$/i.exec(text.trim()) ?? [];
  return name !== undefined && Object.hasOwn(JOURNALS, name.toLowerCase())
    ? (JOURNALS[name.toLowerCase()] as string)
    : null;
}
