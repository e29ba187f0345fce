// SPDX-License-Identifier: Apache-2.0
// Shared by the browser tests: TAP lines, a node served by our own binary, Debian's Chromium.
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '../../web/node_modules/playwright-core/index.mjs';

export const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
export const armistice = process.env.ARMISTICE ?? join(root, 'build/release/armistice');
export const shots = join(root, 'build/screens');
const chromium_path = process.env.ARMISTICE_CHROMIUM ?? '/usr/bin/chromium';
const patience_ms = 20_000;

let number = 0;
let failed = false;

/** Prints one TAP line; a check that throws is a failure with its message. */
export async function check(name, act) {
  number += 1;
  try {
    await act();
    console.log(`ok ${number} - ${name}`);
  } catch (error) {
    failed = true;
    console.log(`not ok ${number} - ${name}`);
    for (const line of String(error?.message ?? error).split('\n')) console.log(`  # ${line}`);
  }
}

export function equal(got, wanted) {
  if (got !== wanted)
    throw new Error(`got ${JSON.stringify(got)}, wanted ${JSON.stringify(wanted)}`);
}

/** An exercise in a scratch folder, and the command line on it. */
export class Node {
  /** `init` makes the node: an exercise, or what these words make. */
  constructor(init = ['init']) {
    this.data = mkdtempSync(join(tmpdir(), 'armistice-desk-'));
    this.run(...init);
  }
  run(...words) {
    return execFileSync(armistice, ['--data', this.data, ...words], {
      cwd: root,
      encoding: 'utf8',
    });
  }
  json(...words) {
    return JSON.parse(this.run('--json', ...words));
  }
  async serve(...options) {
    const words = ['serve', this.data, '--port', '0', ...options];
    this.server = spawn(armistice, words, { cwd: root });
    this.server.once('exit', (code, signal) => {
      if (!this.ending) console.log(`# the server ended by itself: ${signal ?? code}`);
    });
    this.address = await new Promise((found, lost) => {
      let said = '';
      const late = setTimeout(() => lost(new Error(`the server says: ${said}`)), patience_ms);
      const hear = (bytes) => {
        said += bytes;
        const at = said.match(/^Armistice serves .* at (\S+)$/m);
        if (at === null) return;
        clearTimeout(late);
        found(at[1]);
      };
      this.server.stdout.on('data', hear);
      this.server.stderr.on('data', (bytes) => {
        hear(bytes);
        for (const line of String(bytes).trimEnd().split('\n')) console.log(`# ${line}`);
      });
    });
  }
  async end() {
    this.ending = true;
    if (this.server !== undefined && this.server.exitCode === null) {
      const gone = new Promise((done) => this.server.once('exit', done));
      this.server.kill();
      await gone;
    }
    rmSync(this.data, { recursive: true, force: true });
  }
}

/** A browser with a fresh profile. Pages note what goes wrong and who is asked. */
export class Desk {
  static async open() {
    if (!existsSync(chromium_path)) {
      console.log('ok 1 - the desks in a browser # SKIP no Chromium');
      process.exit(0);
    }
    mkdirSync(shots, { recursive: true });
    const desk = new Desk();
    desk.browser = await chromium.launch({
      executablePath: chromium_path,
      args: [
        '--headless',
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    });
    return desk;
  }
  /** A page of a reader of its own; `troubles` and `hosts` fill as it runs. */
  async page({ width = 1280, height = 800, scheme = 'light', context = {} } = {}) {
    const reader = await this.browser.newContext({
      viewport: { width, height },
      colorScheme: scheme,
      ...context,
    });
    const page = await reader.newPage();
    page.setDefaultTimeout(patience_ms);
    page.troubles = [];
    page.hosts = new Set();
    page.on('console', (message) => {
      if (message.type() === 'error') page.troubles.push(message.text());
    });
    page.on('pageerror', (error) => page.troubles.push(error.message));
    page.on('request', (request) => page.hosts.add(new URL(request.url()).host));
    return page;
  }
  async close() {
    await this.browser.close();
  }
}

/** Waits until the badge of the page says this. */
export async function badge(page, words) {
  await page.locator('summary.badge', { hasText: words }).waitFor();
}

export async function shoot(page, name, whole = false) {
  await page.screenshot({ path: join(shots, `${name}.png`), fullPage: whole });
}

/** What the badge says when all is well. */
export const verified = 'Verified in this browser';

const axe_path = join(root, 'web/node_modules/axe-core/axe.min.js');
const wcag_aa = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'];

/** Looks at a page as it is: WCAG AA, no sideways scrolling. REQUIRES: a context without CSP. */
export async function look(reader, name, width, scheme) {
  await badge(reader, verified);
  await reader.waitForTimeout(300);
  await shoot(reader, `${name}-${width}-${scheme}`, true);
  const wide = await reader.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  if (wide > 0) throw new Error(`${wide} px wider than the screen`);
  await reader.evaluate(readFileSync(axe_path, 'utf8'));
  const found = await reader.evaluate((rules) => globalThis.axe.run({ runOnly: rules }), wcag_aa);
  const what = found.violations.map(
    (one) => `${one.id}: ${one.nodes.map((n) => `${n.target} ${n.failureSummary}`).join(' | ')}`,
  );
  equal(what.join('\n'), '');
}

/** Looks at every place, wide and on a phone, light and dark. */
export async function looks(desk, node, places) {
  for (const width of [1280, 390]) {
    for (const scheme of ['light', 'dark']) {
      const height = width === 390 ? 844 : 800;
      const reader = await desk.page({ width, height, scheme, context: { bypassCSP: true } });
      for (const [name, hash] of Object.entries(places)) {
        const what = `${name} at ${width} px, ${scheme}: WCAG AA, no sideways scrolling`;
        await check(what, async () => {
          await reader.goto(`${node.address}/${hash}`);
          await look(reader, name, width, scheme);
        });
      }
      await reader.close();
    }
  }
}

/** Ends the test program with the status that its lines add up to. */
export function finish() {
  console.log(`1..${number}`);
  process.exit(failed ? 1 : 0);
}
