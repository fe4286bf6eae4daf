// Starts `resolute lsp` for texts in VS Code; all knowledge is in the server.
'use strict';
const vscode = require('vscode');
const { LanguageClient, TransportKind } = require('vscode-languageclient/node');

let client;

function make() {
  const command = vscode.workspace.getConfiguration('resolute').get('path') || 'resolute';
  const server = { command, args: ['lsp'], transport: TransportKind.stdio };
  const watched = ['**/.resolute.json', '**/*.{md,markdown,txt,resolution}'];
  return new LanguageClient('resolute', 'Resolute', { run: server, debug: server }, {
    documentSelector: ['resolution', 'markdown', 'plaintext'].flatMap(language => [
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
  context.subscriptions.push(
    vscode.commands.registerCommand('resolute.restart', async () => {
      if (client && client.isRunning()) await client.stop();
      await start();
    }),
    vscode.commands.registerCommand('resolute.log', () => client && client.outputChannel.show()),
    vscode.workspace.onDidChangeConfiguration(event => {
      if (event.affectsConfiguration('resolute.path')) {
        vscode.commands.executeCommand('resolute.restart');
      }
    }));
  await start();
}

function deactivate() {
  return client && client.isRunning() ? client.stop() : undefined;
}

module.exports = { activate, deactivate };
