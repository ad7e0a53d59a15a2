using CSharpChef.Cli;
using CSharpChef.Cli.Hosting;
using CSharpChef.Cli.Verbs;
using CSharpChef.Converge.Ssh;

if (args is [var typed, _, ..]
    && VerbList.Machines.Has(typed)
    && !args.Any(arg => arg is "local" or "-f" or "--file"))
{
    SshWarmUp.Begin();
}

return await Host.RunAsync(CommandTree.Create(args), args);

/// <summary>Declared here, or a generator of the web framework makes it public.</summary>
internal sealed partial class Program;
