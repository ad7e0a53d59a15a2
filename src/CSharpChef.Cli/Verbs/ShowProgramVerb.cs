using System.CommandLine;

namespace CSharpChef.Cli;

/// <summary><c>csharpchef show program</c></summary>
internal static class ShowProgramVerb
{
    public static Command Create() => ShowAction.Create("program", """
        Prints the shell program that a run would send. Secrets are masked.

        Examples:
          csharpchef show program web1 -r nginx
        """, (shown, _) => Console.Out.Write(
            shown.Resources.Secrets.Masked(ShellProgramRenderer.Render(shown.Plan, shown.Node, verify: true).Text)));
}
