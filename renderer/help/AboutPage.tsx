import { useQuery } from '@tanstack/react-query';
import { Button } from 'react-aria-components';
import { type KnownPlace, placeNames, reportOf } from '../../domain/help/about.ts';
import { request } from '../bridge.ts';
import { copy } from '../desk/copy.ts';
import { report } from '../desk/desk.ts';
import { sentenceOf } from '../desk/words.ts';
import { announce } from '../status/announce.ts';

/** What program this is, what it runs on, and where all that it keeps lies. */
export function AboutPage() {
  const { data: about, error } = useQuery({
    queryKey: ['about'],
    queryFn: () => request('help.about', {}),
    gcTime: 0,
  });
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- What scrolls must be reachable by the keyboard.
    <div className="help-page about-page" role="region" aria-label="About" tabIndex={0}>
      <p className="help-lead">
        A desk for those who read diplomatic cables closely: the scan’s text beside its
        transcription, with an exact map between them. It works on this machine alone and makes no
        connection to any other.
      </p>
      {error && <p role="alert">{sentenceOf(error)}</p>}
      {about && (
        <>
          <dl className="about-facts">
            {about.versions.map(({ name, version }) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{version}</dd>
              </div>
            ))}
          </dl>
          <h3 className="label">Where it lies</h3>
          <dl className="about-facts">
            {about.places.map(({ place, path }) => (
              <div key={place}>
                <dt>{placeNames[place]}</dt>
                <dd>
                  <span className="about-path">{path}</span>
                  <Button
                    className="link"
                    aria-label={`Show ${placeNames[place]} in its folder`}
                    onPress={() => show(place)}
                  >
                    Show
                  </Button>
                </dd>
              </div>
            ))}
          </dl>
          <p className="about-report">
            <Button
              className="button"
              onPress={() => {
                copy(reportOf(about));
                announce('Copied: versions and places.');
              }}
            >
              Copy for a report
            </Button>
            <span>
              Versions and places only. The log beside it tells what the program did; neither holds
              words of your cables.
            </span>
          </p>
        </>
      )}
    </div>
  );
}

function show(place: KnownPlace) {
  request('help.show', { place }).catch(report);
}
