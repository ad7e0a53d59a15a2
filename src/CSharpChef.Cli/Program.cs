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

var hint = args is [var name, ..] && VerbList.Machines.Has(name)
    ? "; a run that has started on a machine goes on there: see csharpchef runs TARGET"
    : "";
return await Host.RunAsync(CommandTree.Create(args), args, hint);

/// <summary>Declared here, or a generator of the web framework makes it public.</summary>
internal sealed partial class Program;
