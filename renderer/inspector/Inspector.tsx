import './Inspector.css';
import { useRef } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { AnnotationsPanel } from '../annotations/AnnotationsPanel.tsx';
import { ApparatusPanel } from '../apparatus/ApparatusPanel.tsx';
import { useCommand } from '../commands/commands.ts';
import { type InspectorPanel, useDesk } from '../desk/desk.ts';
import { useCable } from '../desk/queries.ts';
import { count, inDigits } from '../desk/words.ts';
import { HistoryPanel } from '../history/HistoryPanel.tsx';
import { SuggestionsPanel } from '../gazetteer/SuggestionsPanel.tsx';
import { CablePanel } from '../metadata/CablePanel.tsx';
import { TourPlace } from '../tour/TourPlace.tsx';

const panels: Record<InspectorPanel, string> = {
  annotations: 'Annotations',
  apparatus: 'Apparatus',
  cable: 'Cable',
  history: 'History',
  // Five titles have to stand side by side.
  suggestions: 'Names',
};

function show(inspector: InspectorPanel) {
  useDesk.setState({ inspector });
}

/** The right column: what can be said about the cable, one panel at a time. */
export function Inspector() {
  const tabs = useRef<HTMLDivElement>(null);
  const inspector = useDesk((desk) => desk.inspector);
  useCommand('inspector.annotations', () => show('annotations'));
  useCommand('inspector.apparatus', () => show('apparatus'));
  useCommand('inspector.cable', () => show('cable'));
  useCommand('inspector.history', () => show('history'));
  useCommand('inspector.suggestions', () => show('suggestions'));
  useCommand('go.inspector', () =>
    tabs.current?.querySelector<HTMLElement>('[role=tab][aria-selected=true]')?.focus(),
  );
  return (
    <aside className="inspector" aria-label="Inspector">
      <Tabs
        className="tabs"
        selectedKey={inspector}
        onSelectionChange={(key) => show(key as InspectorPanel)}
      >
        <TabList ref={tabs} className="tab-list" aria-label="Inspector">
          {Object.entries(panels).map(([panel, title]) => (
            <Tab key={panel} id={panel} className="tab">
              {title}
              {panel === 'apparatus' && <Waiting />}
            </Tab>
          ))}
        </TabList>
        <TabPanel id="annotations" className="panel">
          <AnnotationsPanel />
        </TabPanel>
        <TabPanel id="apparatus" className="panel">
          <ApparatusPanel />
        </TabPanel>
        <TabPanel id="cable" className="panel">
          <CablePanel />
        </TabPanel>
        <TabPanel id="history" className="panel">
          <HistoryPanel />
        </TabPanel>
        <TabPanel id="suggestions" className="panel">
          <SuggestionsPanel />
        </TabPanel>
      </Tabs>
      <TourPlace beside="inspector" />
    </aside>
  );
}

/** How many proposals wait in the cable on the desk, beside the name of their panel. */
function Waiting() {
  const { data: cable } = useCable(useDesk((desk) => desk.cableId));
  const waiting = cable?.changes.filter(({ status }) => status === 'proposed').length ?? 0;
  if (waiting === 0) return null;
  return (
    <>
      <span aria-hidden="true"> · {inDigits(waiting)}</span>
      <span className="by-ear">, {count(waiting, 'proposal')}</span>
    </>
  );
}
