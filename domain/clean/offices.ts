/** Symbols of offices as the margin of a State Department telegram lists them, and of other agencies. */
const OFFICES: ReadonlySet<string> = new Set(
  (
    'SS S/S S/P SP G L H P U E M A O B EUR ARA FE NEA AF INR IO IOP SAL SCA SCI NSC NSCE NSA CIA OSD ARMY NAVY AIR ' +
    'USIA AID RMR RMR/R JCS DCI DDP ADDP COP CI FI WH SAS TFW OCR ONE DIA PX STR GER SO RF VR OC TRSY COM ' +
    'HEW FAA XMB S/AL S/B S/O ICA P/M REP NIC OES PM CU EB WE EE'
  ).split(' '),
);

/** Whether a line holds nothing but the symbol of an office. */
export function isOffice(text: string): boolean {
  return text.length <= 6 && OFFICES.has(text);
}
