using System.CommandLine;
using CSharpChef.Converge.Render;

namespace CSharpChef.Cli.Verbs.Show;

/// <summary><c>csharpchef show program</c></summary>
internal static class ShowProgramVerb
{
    public static Command Create() => ShowAction.Create("program", """
        Print the shell program that a run would send.
        Secrets and what sensitive resources hide are masked.

        Examples:
          csharpchef show program web1 -r nginx
        """, (shown, _) => Console.Out.Write(Masked(shown)));

    private static string Masked(Shown shown)
    {
        var plan =
            shown.Plan with { Actions = [.. shown.Plan.Actions.Select(action => action.Redacted())], Secrets = [] };
        return shown.Resources.Secrets.Masked(ShellProgramRenderer.Render(plan, shown.Node, verify: true).Readable);
    }
}
