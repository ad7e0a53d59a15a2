using System.CommandLine;
using CSharpChef.Cli;

if (args is ["clean" or "converge" or "plan" or "run" or "runs" or "show", _, ..] && !args.Contains("local"))
{
    SshWarmUp.Begin();
}

var root = new RootCommand("Configuration management whose recipes are C#: converges machines over SSH, with nothing on them but sshd and a shell.")
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
    PlanVerb.Create(),
    RestoreVerb.Create(),
    RotateKeyVerb.Create(),
    RunVerb.Create(),
    RunsVerb.Create(),
    ServeVerb.Create(),
    ShowVerb.Create(),
};
NounCommands.AddTo(root, args);
root.Subcommands.Single(noun => noun.Name == "stack").Subcommands.Add(StackExportVerb.Create());
return await Host.RunAsync(root, args);

/// <summary>Said here, or a generator of the web framework makes it public.</summary>
internal sealed partial class Program;
