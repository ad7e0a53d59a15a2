using System.CommandLine;

namespace CSharpChef.Cli.Hosting;

/// <summary>The configuration that verbs get with their parsed arguments.</summary>
internal sealed class HostConfiguration(Interrupts interrupts) : InvocationConfiguration
{
    public Interrupts Interrupts => interrupts;
}
