using System.CommandLine;

namespace CSharpChef.Cli.Verbs.Show;

/// <summary><c>csharpchef show</c>: the product of each station of a run.</summary>
internal static class ShowVerb
{
    public static Command Create() => new("show", """
        Print what a stage of a run produces.
        Changes nothing.

        Examples:
          csharpchef show facts web1
          csharpchef show attributes web1 -r nginx
          csharpchef show program web1 -r nginx > program.sh
        """)
    {
        ShowAttributesVerb.Create(),
        ShowFactsVerb.Create(),
        ShowPlanVerb.Create(),
        ShowProgramVerb.Create(),
        ShowResourcesVerb.Create(),
    };
}
