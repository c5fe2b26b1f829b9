import './Inspector.css';
import { type ComponentType, lazy, Suspense, useRef } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { AnnotationsPanel } from '../annotations/AnnotationsPanel.tsx';
import { useCommand } from '../commands/commands.ts';
import { type InspectorPanel, useDesk } from '../desk/desk.ts';
import { useCable } from '../desk/queries.ts';
import { count, inDigits } from '../desk/words.ts';
import { TourPlace } from '../tour/TourPlace.tsx';

// Of the panels the first is there with the desk; the others are loaded when they are first shown.
const ApparatusPanel = lazy(async () =>
  late((await import('../apparatus/ApparatusPanel.tsx')).ApparatusPanel),
);
const CablePanel = lazy(async () => late((await import('../metadata/CablePanel.tsx')).CablePanel));
const HistoryPanel = lazy(async () =>
  late((await import('../history/HistoryPanel.tsx')).HistoryPanel),
);
const SuggestionsPanel = lazy(async () =>
  late((await import('../gazetteer/SuggestionsPanel.tsx')).SuggestionsPanel),
);

/** What `lazy` wants of a module. */
function late(panel: ComponentType) {
  return { default: panel };
}

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
          <Suspense>
            <ApparatusPanel />
          </Suspense>
        </TabPanel>
        <TabPanel id="cable" className="panel">
          <Suspense>
            <CablePanel />
          </Suspense>
        </TabPanel>
        <TabPanel id="history" className="panel">
          <Suspense>
            <HistoryPanel />
          </Suspense>
        </TabPanel>
        <TabPanel id="suggestions" className="panel">
          <Suspense>
            <SuggestionsPanel />
          </Suspense>
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
