#!/usr/bin/env node
// The `shihyo` command: hands the terminal to the built program.
import "../dist/bundle/command.js";
