// Starts `resolute lsp` for texts in VS Code; all knowledge is in the server.
'use strict';
const vscode = require('vscode');
const { LanguageClient, TransportKind } = require('vscode-languageclient/node');
const grammar = require('./syntaxes/resolution.tmLanguage.json');

const languages = ['resolution', 'markdown', 'plaintext'];
// What a resolution shows at least two of; the server asks for the same.
const signs = ['title', 'formula', 'preambular', 'operative'].map(kind =>
  new RegExp(grammar.patterns.find(p => p.name.endsWith(`.${kind}.resolution`)).match, 'm'));
let client;

// The server is not started for every README: only for a text that looks like a resolution.
function looksLikeOne(document) {
  if (!languages.includes(document.languageId)) return false;
  if (document.languageId === 'resolution') return true;
  // An example in a block of code makes no resolution of the text around it.
  const text = document.getText().slice(0, 100000).replace(/^ *(```|~~~)[^]*?^ *\1/gm, '');
  return signs.filter(sign => sign.test(text)).length > 1;
}

function make() {
  const command = vscode.workspace.getConfiguration('resolute').get('path') || 'resolute';
  const server = { command, args: ['lsp'], transport: TransportKind.stdio };
  const watched = ['**/.resolute.json', '**/*.{md,markdown,txt,resolution}'];
  return new LanguageClient('resolute', 'Resolute', { run: server, debug: server }, {
    documentSelector: languages.flatMap(language => [
      { scheme: 'file', language }, { scheme: 'untitled', language }]),
    synchronize: {
      configurationSection: 'resolute',
      fileEvents: watched.map(pattern => vscode.workspace.createFileSystemWatcher(pattern)),
    },
  });
}

async function start() {
  client = make();
  try {
    await client.start();
  } catch (error) {
    const choice = await vscode.window.showErrorMessage(
      `resolute could not be started: ${error.message || error}`, 'Settings');
    if (choice) {
      vscode.commands.executeCommand('workbench.action.openSettings', 'resolute.path');
    }
  }
}

async function activate(context) {
  const look = async document => {
    if (!client && looksLikeOne(document)) await start();
  };
  context.subscriptions.push(
    vscode.commands.registerCommand('resolute.restart', async () => {
      if (client && client.isRunning()) await client.stop();
      await start();
    }),
    vscode.commands.registerCommand('resolute.log', () => client && client.outputChannel.show()),
    vscode.workspace.onDidChangeConfiguration(event => {
      if (client && event.affectsConfiguration('resolute.path')) {
        vscode.commands.executeCommand('resolute.restart');
      }
    }),
    vscode.workspace.onDidOpenTextDocument(look),
    vscode.workspace.onDidSaveTextDocument(look));
  const settings = await vscode.workspace.findFiles('**/.resolute.json', undefined, 1);
  if (settings.length) await start();
  for (const document of vscode.workspace.textDocuments) await look(document);
}

function deactivate() {
  return client && client.isRunning() ? client.stop() : undefined;
}

module.exports = { activate, deactivate };
