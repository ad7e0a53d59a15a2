using System.CommandLine;

namespace CSharpChef.Cli.Verbs.Providers;

/// <summary><c>csharpchef provider</c></summary>
internal static class ProviderVerb
{
    public static Command Create() => new("provider", """
        Prepare and inspect what a server makes machines of.
        The provider local makes machines on the host of the server, for development. It needs a base image, which is built
        once.

        Examples:
          csharpchef provider local build
          csharpchef provider local list
          csharpchef provider local prune
        """)
    {
        new Command("local", """
            Images and machines of this host.
            Run as root, on the host of a server that was started with serve --local.

            Examples:
              csharpchef provider local build --suite trixie
              csharpchef provider local list --json
              csharpchef provider local prune --all
            """)
        {
            LocalBuild.Create(),
            LocalList.Create(),
            LocalPrune.Create(),
        },
    };
}
