'use strict';

// Runs the bundle of the extension outside of VS Code: node vscode-double.js BUNDLE < WORKSPACE. Its own double of the module
// `vscode` answers what the extension asks; members that it lacks are classes and functions that do nothing. Prints one
// line of JSON for each message that the extension shows.
const Module = require('node:module');
const fs = require('node:fs');

const workspace = JSON.parse(fs.readFileSync(0, 'utf8'));
const say = event => process.stdout.write(`${JSON.stringify(event)}\n`);
const disposable = () => ({ dispose() { } });

function anything() {
    return new Proxy(class { }, {
        get(target, key) {
            if (!(key in target) && key !== 'then' && typeof key !== 'symbol') {
                target[key] = anything();
            }

            return target[key];
        },
        apply: disposable,
    });
}

class EventEmitter {
    #listeners = [];
    event = listener => {
        this.#listeners.push(listener);
        return disposable();
    };

    fire(event) {
        return Promise.all(this.#listeners.map(listener => listener(event)));
    }

    dispose() { }
}

const [opened, trusted, changed] = [new EventEmitter(), new EventEmitter(), new EventEmitter()];
const commands = {};
const vscode = anything();
const recipe = { uri: { scheme: 'file', path: workspace.document }, languageId: 'csharp' };
Object.assign(vscode, { EventEmitter, version: '1.91.0' });
vscode.Disposable = { from: disposable };
vscode.Uri = { file: path => ({ scheme: 'file', path, fsPath: path, toString: () => `file://${path}` }) };
Object.assign(vscode.env, { language: 'en', appName: 'double' });
Object.assign(vscode.languages, { match: () => 0 });
Object.assign(vscode.commands, {
    registerCommand: (name, action) => {
        commands[name] = action;
        return disposable();
    },
});
Object.assign(vscode.window, {
    visibleTextEditors: [],
    createOutputChannel: () => ({
        info: text => say({ log: text }), error: text => say({ log: String(text) }), debug() { }, trace() { }, warn() { },
        append() { }, appendLine: text => say({ log: text }), show() { }, dispose() { }, onDidChangeLogLevel: disposable,
    }),
    showErrorMessage: async message => say({ error: message }),
});
Object.assign(vscode.workspace, {
    isTrusted: workspace.trusted,
    textDocuments: workspace.openLater ? [] : [recipe],
    notebookDocuments: [],
    workspaceFolders: undefined,
    getConfiguration: () => ({ get: (key, fallback) => key === 'path' ? workspace.path : fallback }),
    createFileSystemWatcher: () => ({ onDidCreate: disposable, onDidChange: disposable, onDidDelete: disposable, dispose() { } }),
    onDidOpenTextDocument: opened.event,
    onDidGrantWorkspaceTrust: trusted.event,
    onDidChangeConfiguration: changed.event,
});

const load = Module._load;
Module._load = function (request, ...rest) {
    return request === 'vscode' ? vscode : load.call(this, request, ...rest);
};
const extension = require(process.argv[2]);

(async () => {
    await extension.activate({ subscriptions: [] });
    say({ state: 'active' });
    for (const step of workspace.steps) {
        if (step === 'open') {
            await opened.fire(recipe);
        } else if (step === 'trust') {
            vscode.workspace.isTrusted = true;
            await trusted.fire();
        } else {
            await commands[step]();
        }

        say({ state: step });
    }

    await extension.deactivate();
    say({ state: 'inactive' });
})().catch(error => {
    say({ failure: error.stack });
    process.exitCode = 1;
});
