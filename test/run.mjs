#!/usr/bin/env node
/**
 * `npm test`: sets up what is missing, then runs every check and ends with `N passed, N failed`.
 * `--only format,types,unit,e2e` runs some of them, `--only pages` all that is tested in a browser, of which `e2e` is the part that keeps
 * `npm test` within ten minutes. Plain JavaScript without dependencies, because it installs them.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureInstalled, root } from '../apps/cli/bin/prepare.js';
import { ensureBrowser } from './browser.mjs';
import { ensureServices } from './services.mjs';

const results = join(root, '.build', 'test');

/** Each check gives its counts: a tool without a report counts as one test. */
const checks = {
  format: () => tool('biome', ['ci', '.']),
  types: () => tool('tsc', []),
  unit: () => {
    if (!ensureServices()) return { passed: 0, failed: 1, skipped: 0 };
    const report = join(results, 'vitest.json');
    const code = run(
      'vitest',
      ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
      { DAOYIN_INSIST: '1' }, // tests on PostgreSQL and Mosquitto are not left out
    );
    return counted(code, report, (json) => ({
      passed: json.numPassedTests,
      failed:
        json.numFailedTests +
        json.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0)
          .length,
      skipped: json.numPendingTests + json.numTodoTests,
    }));
  },
  e2e: () => inBrowser({}),
};

/** What `npm test` leaves out. */
const longChecks = { pages: () => inBrowser({ DAOYIN_E2E: 'all' }) };

function inBrowser(env) {
  const browser = ensureBrowser();
  if (browser === undefined) return { passed: 0, failed: 1, skipped: 0 };
  const report = join(results, 'playwright.json');
  const code = run(
    'playwright',
    ['test', '--config', 'test/e2e/playwright.config.ts', '--reporter=list,json'],
    {
      DAOYIN_CHROMIUM: browser,
      PLAYWRIGHT_JSON_OUTPUT_NAME: report,
      ...env,
    },
  );
  return counted(code, report, ({ stats }) => ({
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected,
    skipped: stats.skipped,
  }));
}

function run(name, args, env = {}) {
  const command = join(root, 'node_modules', '.bin', name);
  return (
    spawnSync(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } }).status ?? 1
  );
}

function tool(name, args) {
  return run(name, args) === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 };
}

/** The report's counts; a tool that failed without counting a failure is one failure. */
function counted(code, report, countsOf) {
  if (!existsSync(report)) return { passed: 0, failed: 1, skipped: 0 };
  const counts = countsOf(JSON.parse(readFileSync(report, 'utf8')));
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

function chosen(args) {
  const only = args.indexOf('--only');
  if (only < 0) return Object.keys(checks);
  const names = (args[only + 1] ?? '').split(',');
  const unknown = names.filter((name) => !(name in all));
  if (unknown.length > 0) {
    console.error(`Unknown check ${unknown.join(', ')}; there are ${Object.keys(all).join(', ')}.`);
    process.exit(2);
  }
  return names;
}

const all = { ...checks, ...longChecks };
const names = chosen(process.argv.slice(2));
ensureInstalled();
mkdirSync(results, { recursive: true });
const total = { passed: 0, failed: 0, skipped: 0 };
const failedChecks = [];
const took = [];
for (const name of names) {
  console.log(`\n== ${name}`);
  const began = Date.now();
  const counts = all[name]();
  took.push(`${name} ${Math.round((Date.now() - began) / 1000)} s`);
  for (const key of Object.keys(total)) total[key] += counts[key];
  if (counts.failed > 0) failedChecks.push(name);
}
console.log(`\n${took.join(', ')}`);
if (failedChecks.length > 0) console.log(`\nFailed: ${failedChecks.join(', ')}`);
console.log(
  `\n${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}`,
);
process.exit(total.failed > 0 ? 1 : 0);
