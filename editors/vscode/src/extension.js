'use strict';

const { commands, window, workspace } = require('vscode');
const { Server } = require('./server');

let server;

// The server starts with the first recipe that is open in a trusted workspace.
async function activate(context) {
    const output = window.createOutputChannel('CSharpChef', { log: true });
    server = new Server(output);
    context.subscriptions.push(
        output,
        commands.registerCommand('csharpchef.restart', () => server.restart()),
        commands.registerCommand('csharpchef.showOutput', () => output.show()),
        workspace.onDidOpenTextDocument(startFor),
        workspace.onDidGrantWorkspaceTrust(startForOpenRecipes),
        workspace.onDidChangeConfiguration(change =>
            change.affectsConfiguration('csharpchef.path') ? server.stop().then(startForOpenRecipes) : undefined));
    await startForOpenRecipes();
}

async function deactivate() {
    await server?.stop();
}

async function startForOpenRecipes() {
    await Promise.all(workspace.textDocuments.map(startFor));
}

async function startFor(document) {
    if (document.uri.scheme === 'file' && document.uri.path.endsWith('.csx')) {
        await server.start();
    }
}

module.exports = { activate, deactivate };
