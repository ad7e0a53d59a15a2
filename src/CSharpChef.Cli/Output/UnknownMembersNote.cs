namespace CSharpChef.Cli.Output;

/// <summary>Prints a note about members of the server that this version of csharpchef does not know.</summary>
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
