using System.CommandLine;
using System.CommandLine.Help;
using CSharpChef.Cli.Hosting;
using CSharpChef.Cli.Nouns;
using CSharpChef.Cli.Verbs;
using CSharpChef.Converge.Ssh;

if (args is ["clean" or "converge" or "plan" or "run" or "runs" or "show", _, ..]
    && !args.Any(arg => arg is "local" or "-f" or "--file"))
{
    SshWarmUp.Begin();
}

var root = new RootCommand(
    "Configuration management whose recipes are C#: converges machines over SSH, with nothing on them but sshd and a shell.")
{
    ApiVerb.Create(),
    ApplyVerb.Create(),
    BackupVerb.Create(),
    CheckVerb.Create(),
    CleanVerb.Create(),
    CompletionVerb.Create(),
    ConvergeVerb.Create(),
    LoginVerb.Create(),
    LogoutVerb.Create(),
    ModelVerb.Create(),
    PlanVerb.Create(),
    RestoreVerb.Create(),
    RotateKeyVerb.Create(),
    RunVerb.Create(),
    RunsVerb.Create(),
    ServeVerb.Create(),
    ShowVerb.Create(),
};
if (args is not ["--version"] && !root.Subcommands.Any(verb => args is [var first, ..] && first == verb.Name))
{
    NounCommands.AddTo(root, args);
}

// Completion would offer them, and a path may look like one.
var help = root.Options.OfType<HelpOption>().Single();
help.Aliases.Remove("/?");
help.Aliases.Remove("/h");
return await Host.RunAsync(root, args);

/// <summary>Said here, or a generator of the web framework makes it public.</summary>
internal sealed partial class Program;
