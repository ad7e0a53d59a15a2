namespace CSharpChef.Cli.Output;

/// <summary>Names what the server has and this version of the tool does not know.</summary>
internal static class UnknownMembersNote
{
    public static void Write(string result, IEnumerable<string> members)
    {
        foreach (var member in members)
        {
            Console.Error.WriteLine(Color.Yellow(
                $"{member} is not known to this version of csharpchef, and is {result}: a newer version may know it"));
        }
    }
}
