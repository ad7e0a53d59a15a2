using CSharpChef.Client.Differences;

namespace CSharpChef.Cli.Output;

/// <summary>Prints differences: one JSON document, or text for each stack.</summary>
internal static class DifferenceOutput
{
    public static void Write(
        bool json, IReadOnlyList<StackDifference> differences, string status, Func<StackDifference, string> text)
    {
        UnknownMembersNote.Write("left as it is", differences.SelectMany(difference => difference.UnknownMembers));
        foreach (var line in json ? [DifferenceJson.Of(status, differences)] : differences.Select(text))
        {
            Console.Out.WriteLine(line);
        }
    }
}
