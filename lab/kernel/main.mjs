// The TypeScript kernel: `node main.mjs CONNECTION_FILE`. Its sources beside this file are compiled to dist/.

const [connectionFile] = process.argv.slice(2);
if (connectionFile === undefined) {
  console.error("Usage: node main.mjs CONNECTION_FILE (JupyterLab starts this program by itself)");
  process.exit(2);
}

const { main } = await import("./dist/control/main.js");
await main(connectionFile);
