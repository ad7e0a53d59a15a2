using System.Text.Json.Nodes;
using CSharpChef.Stacks.Operations;

namespace CSharpChef.Client.Names;

/// <summary>Replaces names in a request by ids, and finds the stack to look in.</summary>
internal sealed class RequestNames(Operation operation, NameResolver names)
{
    // The only listing across all stacks; it also accepts a user together with a stack.
    private const string Everywhere = "DescribePermissions";

    // The operation of our own that needs a selector.
    private const string Commands = "DescribeCommandDetails";

    private static readonly string[] Stacks = ["StackId", "SourceStackId"];

    /// <summary>True when names need a stack to look in, and the request has no member for it.</summary>
    public static bool NeedsScope(Operation operation) => Stacks.All(name => operation.Input.Find(name) is null)
        && operation.Input.Members.Any(member => Reference.Of(member.Name) is { IsInStack: true });

    public async Task ResolveAsync(JsonObject body, string? scope, CancellationToken ct)
    {
        await StacksAsync(body, ct);
        var requestStack = Stacks.Select(name => body[name]?.GetValue<string>()).FirstOrDefault(id => id is not null);
        var stack = scope is null ? requestStack : await names.StackAsync(scope, ct);
        stack ??= NeedsStack(body) ? await names.OnlyStackAsync(ct) : null;
        foreach (var (member, reference) in InStack(body))
        {
            body[member] = await IdsAsync(body[member]!, text => names.FindAsync(reference, text, stack, ct));
        }

        foreach (var member in operation.Input.Members.Where(
            member => Reference.IsUser(member.Name) && body[member.Name] is not null))
        {
            body[member.Name] = await IdsAsync(body[member.Name]!, text => names.UserAsync(text, ct));
        }

        Place(body, stack);
    }

    // A listing accepts one selector only, so the stack is sent only when nothing else selects.
    private void Place(JsonObject body, string? stack)
    {
        if (operation.Input.Find("StackId") is not { } place || stack is null)
        {
            return;
        }

        if (place.Required || !operation.IsQuery || !IsSelected(body))
        {
            body["StackId"] = stack;
        }
        else if (operation.Name != Everywhere)
        {
            body.Remove("StackId");
        }
    }

    private bool NeedsStack(JsonObject body) =>
        InStack(body).Any(pair => Texts(body[pair.Member]!).Any(text => !NameResolver.IsId(text)))
        || (operation.Input.Find("StackId") is { } place && (place.Required || MustSelect(body)));

    private bool MustSelect(JsonObject body) =>
        operation.IsQuery
            && (operation.Prefix == Operation.OpsWorks || operation.Name == Commands)
            && operation.Name != Everywhere
            && !IsSelected(body);

    private bool IsSelected(JsonObject body) => operation.Input.Members.Any(member =>
        member.Name is not ("StackId" or "MaxResults" or "NextToken") && body[member.Name] is not null);

    private IEnumerable<(string Member, Reference Reference)> InStack(JsonObject body) =>
        from member in operation.Input.Members
        where body[member.Name] is not null && Reference.Of(member.Name) is { IsInStack: true }
        select (member.Name, Reference.Of(member.Name)!);

    private async Task StacksAsync(JsonObject body, CancellationToken ct)
    {
        foreach (var member in operation.Input.Members.Where(
            member => body[member.Name] is not null && Reference.Of(member.Name) == Reference.Stack))
        {
            body[member.Name] = await IdsAsync(body[member.Name]!, text => names.StackAsync(text, ct));
        }
    }

    private static async Task<JsonNode> IdsAsync(JsonNode value, Func<string, Task<string>> find)
    {
        if (value is not JsonArray list)
        {
            return await find(value.GetValue<string>());
        }

        var ids = new JsonArray();
        foreach (var text in Texts(list))
        {
            ids.Add(await find(text));
        }

        return ids;
    }

    private static IEnumerable<string> Texts(JsonNode value) =>
        value is JsonArray list ? list.Select(name => name!.GetValue<string>()) : [value.GetValue<string>()];
}
