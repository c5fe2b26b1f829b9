import './safety.css';
import { create } from 'zustand';
import { Button } from 'react-aria-components';
import type { CheckResult, Fault, VerifyReport } from '../../domain/safety/verify.ts';
import { request } from '../bridge.ts';
import { useCommand } from '../commands/commands.ts';
import { openCable, report as tell, useDesk } from '../desk/desk.ts';
import { useLibrary } from '../desk/queries.ts';
import { closeSheet, SheetFrame } from '../desk/SheetFrame.tsx';
import { count, sentenceOf } from '../desk/words.ts';
import { ImportProgress } from '../library/ImportProgress.tsx';
import { working } from '../library/work.ts';
import { showBackups } from './shelf.ts';
import { outcomeWords, provesWords, reportWords } from './words.ts';

/** The proof that is under way, or the last one, and of which library it is. */
interface Proof {
  readonly path: string | null;
  readonly running: boolean;
  readonly report: VerifyReport | null;
  readonly said: string;
}

const useProof = create<Proof>(() => ({ path: null, running: false, report: null, said: '' }));

/** Proves the library that is open, line by line. */
export function VerifySheet() {
  const { data: library } = useLibrary();
  const path = library?.path ?? null;
  useCommand('library.verify', () => void verify(path).catch(tell), path !== null);
  return (
    <SheetFrame sheet="verify" title="Verify the library" className="verify">
      <Verifying path={path} />
    </SheetFrame>
  );
}

async function verify(path: string | null) {
  useDesk.setState({ sheet: 'verify' });
  if (useProof.getState().running) return;
  useProof.setState({ path, running: true, report: null, said: '' });
  try {
    const work = { name: 'Verification', thing: 'record' };
    const report = await working(work, request('library.verify', {}));
    useProof.setState({ report, said: report ? reportWords(report) : 'It was stopped.' });
  } catch (error) {
    useProof.setState({ said: sentenceOf(error) });
  } finally {
    useProof.setState({ running: false });
  }
}

function Verifying({ path }: { readonly path: string | null }) {
  const proof = useProof();
  const report = proof.path === path ? proof.report : null;
  return (
    <>
      <ul className="verify-checks">
        {(report?.checks ?? []).map((result) => (
          <CheckLine key={result.check} result={result} />
        ))}
      </ul>
      <ImportProgress />
      <footer className="backups-foot">
        <p role="status">{proof.running ? 'The library is being proven …' : proof.said}</p>
        {report && !report.sound && (
          <Button className="button" onPress={() => showBackups(null)}>
            Backups…
          </Button>
        )}
        {!proof.running && (
          <Button className="button" onPress={() => void verify(path).catch(tell)}>
            Verify again
          </Button>
        )}
      </footer>
    </>
  );
}

function CheckLine({ result }: { readonly result: CheckResult }) {
  const { check, faults, looked, named, remark } = result;
  const state = faults > 0 ? 'faulty' : looked > 0 ? 'sound' : 'open';
  return (
    <li className="verify-check" data-state={state}>
      <p className="verify-proves">
        <span className="verify-sign" aria-hidden>
          {SIGN[state]}
        </span>
        {provesWords(check)}
      </p>
      <p className="verify-outcome">{outcomeWords(result)}</p>
      {remark !== '' && <p className="verify-remark">{remark}</p>}
      {named.length > 0 && (
        <ul className="verify-faults">
          {named.map((fault, at) => (
            // oxlint-disable-next-line react/no-array-index-key -- the list never changes, and faults may be alike
            <FaultLine key={at} fault={fault} />
          ))}
          {faults > named.length && (
            <li className="verify-remark">and {count(faults - named.length, 'more', 'more')}</li>
          )}
        </ul>
      )}
    </li>
  );
}

const SIGN = { sound: '✓', faulty: '!', open: '–' } as const;

function FaultLine({ fault: { message, cable, cableId } }: { readonly fault: Fault }) {
  return (
    <li>
      {cableId !== null && (
        <>
          <Button
            className="link"
            onPress={() => {
              openCable(cableId);
              closeSheet();
            }}
          >
            {cable ?? 'A cable'}
          </Button>
          {': '}
        </>
      )}
      {message}
    </li>
  );
}
