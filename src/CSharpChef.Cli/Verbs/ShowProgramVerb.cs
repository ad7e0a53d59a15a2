using System.CommandLine;

namespace CSharpChef.Cli;

/// <summary><c>csharpchef show program</c></summary>
internal static class ShowProgramVerb
{
    public static Command Create() => ShowAction.Create("program", """
        Prints the shell program that a run would send. Secrets and what sensitive resources hide are masked.

        Examples:
          csharpchef show program web1 -r nginx
        """, (shown, _) => Console.Out.Write(Masked(shown)));

    private static string Masked(Shown shown)
    {
        const int Shortest = 4;
        var secrets = shown.Resources.Secrets;
        foreach (var text in shown.Plan.Actions.Where(action => action.Sensitive).SelectMany(SecretSteps.Hidden).Where(text => text.Length >= Shortest))
        {
            secrets.Add(text);
        }

        return secrets.Masked(ShellProgramRenderer.Render(shown.Plan with { Secrets = [] }, shown.Node, verify: true).Text);
    }
}
