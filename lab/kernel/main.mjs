// The TypeScript kernel: `node main.mjs CONNECTION_FILE`. Its sources beside this file are compiled to dist/.

const [connectionFile] = process.argv.slice(2);
if (connectionFile === undefined) {
  console.error("Usage: node main.mjs CONNECTION_FILE (JupyterLab starts this program by itself)");
  process.exit(2);
}

const program = new URL("./dist/control/main.js", import.meta.url);
const { main } = await import(program.href);
await main(connectionFile);
