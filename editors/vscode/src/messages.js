'use strict';

const { commands, env, window } = require('vscode');

const install = 'dotnet tool install --global csharpchef';

// Says that the program is missing, and how to install it or to name another one.
async function reportMissing(setting) {
    const answer = await window.showErrorMessage(
        `CSharpChef: the program "${setting}" was not found, so recipes have no completion. Install it with "${install}", `
            + 'or set csharpchef.path; then run "CSharpChef: Restart Language Server".',
        'Copy Command',
        'Open Settings');
    if (answer === 'Copy Command') {
        await env.clipboard.writeText(install);
    } else if (answer === 'Open Settings') {
        await commands.executeCommand('workbench.action.openSettings', 'csharpchef.path');
    }
}

module.exports = { reportMissing };
