// SPDX-License-Identifier: Apache-2.0
// The page: one of several, inside what surrounds them all.
import { useEffect } from 'preact/hooks';
import { say } from './messages';
import { AgreementPage } from './pages/agreement';
import { AllegePage } from './pages/allege';
import { ArrangementsPage } from './pages/arrangements';
import { BodiesPage } from './pages/bodies';
import { CasePage } from './pages/case';
import { ComposePage } from './pages/compose';
import { DuePage } from './pages/due';
import { ConferencePage } from './pages/conference';
import { DocketPage } from './pages/docket';
import { DraftsPage } from './pages/drafts';
import { IncidentsPage } from './pages/incidents';
import { HoldingsPage } from './pages/holdings';
import { LedgerPage } from './pages/ledger';
import { MapPage } from './pages/map';
import { NoPage } from './pages/none';
import { ObservePage } from './pages/observe';
import { OwnPage } from './pages/own';
import { PassesPage } from './pages/passes';
import { PermitPage } from './pages/permit';
import { RecordPage } from './pages/record';
import { RegisterPage } from './pages/register';
import { ErrorNote, Loading } from './parts/notes';
import { Shell } from './parts/shell';
import { load_identities } from './store/identities';
import { is_own } from './store/parties';
import { route, type Route } from './store/route';
import { head_turn, load_registers, register, registers } from './store/session';

function Page() {
  const at = route.value;
  if (at.page === 'record') return <RecordPage record={at.record} />;
  if (at.page === 'compose') return <ComposePage retract={at.retract} />;
  if (at.page === 'docket') return at.of === null ? <DocketPage /> : <CasePage of={at.of} />;
  if (at.page === 'allege') return <AllegePage finding={at.finding} observation={at.observation} />;
  if (at.page === 'map') return <MapPage observation={at.observation} />;
  if (at.page === 'bodies') return <BodiesPage />;
  if (at.page === 'agreement') return <AgreementPage />;
  if (at.page === 'due') return <DuePage />;
  if (at.page === 'ledger') return <LedgerPage />;
  if (at.page === 'passes') return <PassesPage />;
  if (at.page === 'drafts') return <DraftsPage a={at.a} b={at.b} paragraph={at.paragraph} />;
  if (at.page === 'arrangements') return <ArrangementsPage />;
  if (at.page === 'incidents') return <IncidentsPage />;
  if (at.page === 'holdings') return <HoldingsPage />;
  if (at.page === 'conference') return <ConferencePage />;
  if (at.page === 'own') return is_own() ? <OwnPage /> : <NoPage />;
  if (at.page === 'observe') return <ObservePage />;
  if (at.page === 'permit') return <PermitPage />;
  if (at.page === 'none') return <NoPage />;
  return <RegisterPage />;
}

function Content() {
  const list = registers.value;
  if (list === null) {
    return (
      <div class="page">
        <Loading lines={8} />
      </div>
    );
  }
  if (!list.ok) {
    return (
      <div class="page">
        <ErrorNote failure={list} retry={() => void load_registers()} />
      </div>
    );
  }
  if (list.value.length === 0) {
    return (
      <div class="page">
        <div class="note">
          <h2>{say.error.no_registers}</h2>
          <p>{say.error.no_registers_do}</p>
        </div>
      </div>
    );
  }
  return <Page />;
}

/** What the browser's tab says. */
function title_of(at: Route): string {
  if (at.page === 'record') return say.page_title.record(at.record);
  if (at.page === 'docket' && at.of !== null) return say.docket.case_no(at.of);
  if (at.page === 'compose' && at.retract !== null) return say.compose.retraction;
  return say.page_title[at.page];
}

export function App() {
  const title = title_of(route.value);
  useEffect(() => {
    document.title = `${title} – ${say.app}`;
  }, [title]);
  useEffect(() => {
    void load_identities();
  }, [register.value, head_turn.value]);
  return (
    <Shell>
      <Content />
    </Shell>
  );
}
