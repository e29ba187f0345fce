// SPDX-License-Identifier: Apache-2.0
// The published edge cases in a real browser, whose WebCrypto accepts more than our rule does.
import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { build, type Rolldown } from 'vite';
import { expect, test } from 'vitest';
import type { Ed25519Case } from '../../src/verify/ed25519_vectors';
import { read_json, shared_data } from '../shared';

const vectors = shared_data('vectors/ed25519vectors.json');
const browser_path = process.env['ARMISTICE_CHROMIUM'] ?? '/usr/bin/chromium';
const here = dirname(fileURLToPath(import.meta.url));

async function bundle(): Promise<string> {
  const made = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      lib: { entry: join(here, 'vectors.ts'), formats: ['iife'], name: 'vectors' },
    },
  });
  const output = (Array.isArray(made) ? made[0] : made) as Rolldown.RolldownOutput;
  return output.output[0].code;
}

test.skipIf(vectors === null || !existsSync(browser_path))(
  'the browser accepts exactly the 43 undisputed of 914 published cases',
  { timeout: 60_000 },
  async () => {
    const code = await bundle();
    const server = createServer((request, response) => {
      const script = request.url === '/vectors.js';
      response.setHeader('Content-Type', script ? 'text/javascript' : 'text/html');
      response.end(script ? code : '<!doctype html><script src="/vectors.js"></script>');
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const browser = await chromium.launch({
      executablePath: browser_path,
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
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    const cases = read_json(vectors ?? '') as readonly Ed25519Case[];
    const accepted = await page.evaluate((all) => {
      const run = (globalThis as unknown as { accepted_cases(cases: unknown): Promise<number[]> })
        .accepted_cases;
      return run(all);
    }, cases);
    await browser.close();
    server.close();
    expect(cases.length).toBe(914);
    expect(accepted.length).toBe(43);
  },
);
