#!/usr/bin/env node
// Starts the program of this system, which npm installed beside this package.
"use strict";
const { spawn } = require("node:child_process");

const name = `{prefix}${process.platform}-${process.arch}`;
const file = process.platform === "win32" ? "perfil.exe" : "perfil";

function program() {
  try {
    return require.resolve(`${name}/bin/${file}`);
  } catch {
    console.error(
      `error: the package ${name} is not installed.\n` +
        "It holds the program for this system. If there is such a package, install again without " +
        "--omit=optional; if not, Perfil has no program for this system yet.",
    );
    process.exit(1);
  }
}

const child = spawn(program(), process.argv.slice(2), { stdio: "inherit" });
const signals = ["SIGINT", "SIGTERM", "SIGHUP"];
for (const signal of signals) {
  // A terminal sends Ctrl+C to both, and the program answers it. Other signals are handed on.
  process.on(signal, () => signal !== "SIGINT" && child.kill(signal));
}
child.on("error", (error) => {
  console.error(`error: ${error.message}`);
  process.exit(1);
});
child.on("exit", (code, signal) => {
  if (signal) {
    for (const each of signals) process.removeAllListeners(each);
    process.kill(process.pid, signal);
  } else {
    process.exit(code ?? 1);
  }
});
