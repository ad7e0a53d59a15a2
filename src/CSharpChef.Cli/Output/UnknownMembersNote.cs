namespace CSharpChef.Cli.Output;

/// <summary>Names the members on the server that are unknown to this version of the tool.</summary>
internal static class UnknownMembersNote
{
    public static void Write(string result, IEnumerable<string> members)
    {
        foreach (var member in members)
        {
            Console.Error.WriteLine(Color.Yellow(
                $"{member} is not known to this version of csharpchef, and is {result}: a newer version may support it"));
        }
    }
}
