#!/usr/bin/env node
/**
 * `daoyin`: installs what is missing, builds what is stale, then runs the command in this process. Plain JavaScript without
 * dependencies, because it installs them. Whatever it says of itself goes to stderr: stdout is the command's.
 */
import { pathToFileURL } from 'node:url';
import { bundleFile, ensureInstalled, ensureNodeBundle, ensurePages } from './prepare.js';

const entries = {
  serve: 'server',
  doctor: 'server',
  backup: 'server',
  restore: 'server',
  record: 'receiver',
  receive: 'receiver',
};
const command = process.argv[2] ?? '';
const entry = Object.hasOwn(entries, command) ? entries[command] : 'cli';
const asksForHelp = process.argv.slice(3).some((argument) => argument === '--help' || argument === '-h');

try {
  ensureInstalled();
  ensureNodeBundle();
  if ((command === 'serve' || command === 'build') && !asksForHelp) ensurePages();
} catch (error) {
  process.stderr.write(`daoyin: ${error.message}\n`);
  process.exit(1);
}
if (command !== 'build') await import(pathToFileURL(bundleFile(entry)).href);
