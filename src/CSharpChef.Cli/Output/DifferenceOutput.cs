using CSharpChef.Client.Differences;

namespace CSharpChef.Cli.Output;

/// <summary>Prints differences: one document for a program, or a text for each stack.</summary>
internal static class DifferenceOutput
{
    public static void Write(
        bool json, IReadOnlyList<StackDifference> differences, string status, Func<StackDifference, string> text)
    {
        foreach (var told in json ? [DifferenceJson.Of(status, differences)] : differences.Select(text))
        {
            Console.Out.WriteLine(told);
        }
    }
}
