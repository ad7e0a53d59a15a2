using System.Text.Json.Nodes;
using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Cli.Nouns.Answers;

/// <summary>An answer for people: a table of many, all of one, or the id of what was made.</summary>
internal sealed class AnswerWriter(Operation operation, NounVerb verb, string columns)
{
    public void Write(JsonObject answer)
    {
        if (operation.Output is not { } output)
        {
            return;
        }

        if (output.Members.FirstOrDefault(
            member => member.Shape is ListShape) is { Shape: ListShape { Item: StructureShape item } } list)
        {
            List(answer[list.Name] as JsonArray ?? [], item);
            TellOfMore(Cell.Of(answer["NextToken"]));
        }
        else if (output.Members is [{ Shape: TextShape } only])
        {
            Console.Out.WriteLine(Cell.Of(answer[only.Name]));
        }
        else
        {
            Whole(output.Members is [{ Shape: StructureShape or MapShape } inner]
                && answer[inner.Name] is JsonObject inside ? inside : answer);
        }
    }

    private static void TellOfMore(string token)
    {
        if (token.Length > 0)
        {
            Console.Error.WriteLine($"There are more: --next-token {token}");
        }
    }

    private static void Whole(JsonObject item)
    {
        var lines = Lines("", item).ToList();
        var width = lines.Max(line => (int?)line.Name.Length) ?? 0;
        lines.ForEach(line => Console.Out.WriteLine($"{$"{line.Name}:".PadRight(width + 1)}  {line.Value}"));
    }

    // What has parts is told by its parts, and what is empty not at all.
    private static IEnumerable<(string Name, string Value)> Lines(string above, JsonObject item) =>
        item.SelectMany(pair => pair.Value is JsonObject inner
        ? Lines($"{above}{pair.Key}.", inner)
        : new[] { ($"{above}{pair.Key}", Cell.Of(pair.Value)) }.Where(
            line => line.Item2.Length > 0 && !(line.Item2 == "0" && above == "InstancesCount.")));

    private void List(JsonArray items, StructureShape item)
    {
        if (!verb.IsWhole)
        {
            AnswerTable.Write(
                columns.Length > 0 ? columns.Split(' ') : [.. item.Members.Select(member => member.Name)], items);
            return;
        }

        foreach (var (index, one) in items.Index())
        {
            Console.Out.Write(index > 0 ? "\n" : "");
            Whole((JsonObject)one!);
        }
    }
}
