using System.Text.Json.Nodes;
using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Shapes;

namespace CSharpChef.Cli.Nouns.Answers;

/// <summary>
/// Prints an answer for people: a list as a table, a record with all its members, or the id of a new record.
/// </summary>
internal sealed class AnswerWriter(Operation operation, NounVerb verb, string columns)
{
    public void Write(JsonObject answer)
    {
        if (operation.Output is not { } output)
        {
            return;
        }

        if ((verb.Prints ?? (output.Members is [{ Shape: TextShape } only] ? only.Name : null)) is { } name)
        {
            Console.Out.WriteLine(Cell.Of(answer[name]));
        }
        else if (output.Members.FirstOrDefault(
            member => member.Shape is ListShape) is { Shape: ListShape { Item: StructureShape item } } list)
        {
            WriteList(answer[list.Name] as JsonArray ?? [], item);
            WriteNextToken(Cell.Of(answer["NextToken"]));
        }
        else
        {
            WriteRecord(output.Members is [{ Shape: StructureShape or MapShape } inner]
                && answer[inner.Name] is JsonObject record ? record : answer);
        }
    }

    private static void WriteNextToken(string token)
    {
        if (token.Length > 0)
        {
            Console.Error.WriteLine($"There are more items. To show them, add: --next-token {token}");
        }
    }

    private static void WriteRecord(JsonObject item)
    {
        var lines = Lines("", item).ToList();
        var width = lines.Max(line => (int?)line.Name.Length) ?? 0;
        lines.ForEach(line => Console.Out.WriteLine($"{$"{line.Name}:".PadRight(width + 1)}  {line.Value}"));
    }

    // Objects are printed member by member, without empty values and counts of zero instances.
    private static IEnumerable<(string Name, string Value)> Lines(string prefix, JsonObject item) =>
        item.SelectMany(member => member.Value switch
        {
            JsonObject inner => Lines($"{prefix}{member.Key}.", inner),
            JsonArray list when list.Any(inner => inner is JsonObject) => list.Index().SelectMany(
                inner => Lines($"{prefix}{member.Key}[{inner.Index}].", (JsonObject)inner.Item!)),
            _ => new[] { (Name: $"{prefix}{member.Key}", Value: Cell.Of(member.Value)) }.Where(
                line => line.Value.Length > 0 && !(line.Value == "0" && prefix == "InstancesCount.")),
        });

    private void WriteList(JsonArray items, StructureShape item)
    {
        if (!verb.ShowsAllMembers)
        {
            AnswerTable.Write(
                columns.Length > 0 ? columns.Split(' ') : [.. item.Members.Select(member => member.Name)], items);
            return;
        }

        foreach (var (index, record) in items.Index())
        {
            Console.Out.Write(index > 0 ? "\n" : "");
            WriteRecord((JsonObject)record!);
        }
    }
}
