// SPDX-License-Identifier: Apache-2.0
import { render } from 'preact';
import '../styles/tokens.css';
import '../styles/base.css';
import '../styles/shell.css';
import '../styles/register.css';
import '../styles/record.css';
import '../styles/compose.css';
import '../styles/docket.css';
import '../styles/agreement.css';
import '../styles/conference.css';
import '../styles/own.css';
import '../styles/ledger.css';
import '../styles/passes.css';
import '../styles/drafts.css';
import '../styles/arrangements.css';
import '../styles/incidents.css';
import '../styles/observe.css';
import '../styles/case.css';
import '../styles/map.css';
import '../styles/print.css';
import { App } from './app';
import { follow_keyboard } from './parts/keyboard';
import { follow_address } from './store/route';
import { follow_register } from './store/rows';
import { start } from './store/session';

const root = document.getElementById('app');
if (root !== null) {
  follow_address();
  follow_keyboard();
  follow_register();
  render(<App />, root);
  void start();
}
