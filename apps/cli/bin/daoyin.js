#!/usr/bin/env node
/** `daoyin`: installs what is missing, builds what is stale, then runs the program that the command belongs to. */
import { ensureBuilt, ensureInstalled, programOf } from './prepare.js';

const programs = { serve: 'server', record: 'receiver', receive: 'receiver' };
const [command] = process.argv.slice(2);

ensureInstalled();
await ensureBuilt({ web: command === 'serve' });
await import(programOf(programs[command] ?? 'cli'));
