using System.Text.Json.Nodes;

namespace CSharpChef.FleetTests.Stacks.Clients;

/// <summary>
/// Compares two service models by the requests and answers that they describe; names of shapes may differ.
/// </summary>
internal sealed class ModelComparison(ModelCheck theirs, ModelCheck ours)
{
    private readonly HashSet<(string, string, bool)> seen = [];
    private readonly List<string> differences = [];

    public IReadOnlyList<string> Differences()
    {
        foreach (var operation in theirs.Operations)
        {
            Side(operation, "input");
            Side(operation, "output");
        }

        return differences;
    }

    private void Side(string operation, string side)
    {
        var (path, left, right) =
            ($"{operation}.{side}", theirs.ShapeOf(operation, side), ours.ShapeOf(operation, side));
        if (left is not null && right is not null)
        {
            Compare(path, left, right, side == "input");
        }
        else if (!IsEmpty(theirs, left) || !IsEmpty(ours, right))
        {
            differences.Add($"{path} is on one side only");
        }
    }

    private static bool IsEmpty(ModelCheck model, string? shape) =>
        shape is null || model.Shape(shape)["members"]!.AsObject().Count == 0;

    private void Compare(string path, string left, string right, bool input)
    {
        if (!seen.Add((left, right, input)))
        {
            return;
        }

        var (a, b) = (theirs.Shape(left), ours.Shape(right));
        var (theirType, ourType) = (Text(a["type"]), Text(b["type"]));
        if (theirType != ourType)
        {
            differences.Add($"{path} is {ourType}, and theirs {theirType}");
            return;
        }

        Same(path, "allows", Sorted(a["enum"]), Sorted(b["enum"]));
        Members(path, a, b, input);
        foreach (var part in new[] { "member", "key", "value" }.Where(part => a.ContainsKey(part)))
        {
            Compare($"{path}/{part}", Text(a[part]!["shape"]), Text(b[part]!["shape"]), input);
        }
    }

    private void Members(string path, JsonObject a, JsonObject b, bool input)
    {
        if (input)
        {
            Same(path, "requires", Sorted(a["required"]), Sorted(b["required"]));
        }

        var (left, right) = (Names(a), Names(b));
        differences.AddRange(
            left.Except(right).Concat(right.Except(left)).Select(name => $"{path} has {name} on one side only"));
        foreach (var name in left.Intersect(right))
        {
            Compare($"{path}.{name}", Text(a["members"]![name]!["shape"]), Text(b["members"]![name]!["shape"]), input);
        }
    }

    private void Same(string path, string does, string left, string right)
    {
        if (left != right)
        {
            differences.Add($"{path} {does} {right}, and theirs {left}");
        }
    }

    private static List<string> Names(JsonObject shape) =>
        [.. shape["members"]?.AsObject().Select(member => member.Key) ?? []];

    private static string Sorted(JsonNode? list) =>
        string.Join(' ', (list?.AsArray() ?? []).Select(Text).Order(StringComparer.Ordinal));

    private static string Text(JsonNode? node) => node!.GetValue<string>();
}
