using System.Text;
using CSharpChef.Client.Differences;

namespace CSharpChef.Cli.Output;

/// <summary>A difference as text for people.</summary>
internal static class DifferenceText
{
    public static string Of(StackDifference difference)
    {
        var text = new StringBuilder();
        difference.Changes.ToList().ForEach(change => text.AppendLine(Line(change)));
        return text.Append(Notes(difference)).Append(Summary(difference)).ToString();
    }

    public static string Done(StackDifference difference) =>
        $"{Notes(difference)}{difference.Stack}: {difference.Count(PartAction.Add)} added, {difference.Count(PartAction.Change)} changed, "
        + $"{difference.Count(PartAction.Remove)} removed";

    private static string Notes(StackDifference difference)
    {
        var text = new StringBuilder();
        difference.NotInFile.ToList()
            .ForEach(part => text.AppendLine(Color.Grey($"  {part} (not in the file; stays without --prune)")));
        if (difference.KeptSecrets > 0)
        {
            text.AppendLine(Color.Grey(
                $"  {Plural.Of(difference.KeptSecrets, "secret")} already on the server, which cannot be compared: --replace-secrets sends again"));
        }

        return text.ToString();
    }

    public static string Line(PartChange change) => change.Action switch
    {
        PartAction.Add => Color.Green($"+ {change}{Members(change)}"),
        PartAction.Change => Color.Yellow($"~ {change}{Members(change)}"),
        _ => Color.Red($"- {change} (not in the file)"),
    };

    public static string Summary(StackDifference difference) =>
        $"{difference.Stack}: {difference.Count(PartAction.Add)} to add, {difference.Count(PartAction.Change)} to change, "
        + $"{difference.Count(PartAction.Remove)} to remove";

    private static string Members(PartChange change) =>
        change.Members.Count == 0
            ? ""
            : $": {string.Join(", ", change.Members.Select(member => MemberDescription.Of(change.Action, member)))}";
}
