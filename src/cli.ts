#!/usr/bin/env node
// Where the program begins. The rest is loaded after the check, since an old Node could not even read it.
import { refuseOldNode } from './cli/node-version.js';

refuseOldNode(process.versions.node);
// graphql-js checks its own callers on every request unless told that this is not development.
process.env.NODE_ENV ??= 'production';
const { runCli } = await import('./cli/program.js');
process.exitCode = await runCli(process.argv.slice(2));
