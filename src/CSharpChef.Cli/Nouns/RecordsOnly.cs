using CSharpChef.Stacks.Operations;

namespace CSharpChef.Cli.Nouns;

/// <summary>
/// Ends commands that would wait for machines: the server does not run them yet, and waiting would never end.
/// </summary>
internal static class RecordsOnly
{
    public static int End()
    {
        Console.Error.WriteLine(ServerFacts.RecordsOnly);
        return 1;
    }
}
