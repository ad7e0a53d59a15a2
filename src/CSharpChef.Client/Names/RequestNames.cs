using System.Text.Json.Nodes;
using CSharpChef.Stacks.Operations;

namespace CSharpChef.Client.Names;

/// <summary>Puts ids where names were typed, and finds the stack that is meant.</summary>
internal sealed class RequestNames(Operation operation, NameResolver names)
{
    // It alone lists over all stacks, and takes a user together with a stack.
    private const string Everywhere = "DescribePermissions";

    private static readonly string[] Stacks = ["StackId", "SourceStackId"];

    /// <summary>Names of things in a stack have no meaning without it, and the operation has no place for it.</summary>
    public static bool NeedsScope(Operation operation) => Stacks.All(name => operation.Input.Find(name) is null)
        && operation.Input.Members.Any(member => Reference.Of(member.Name) is { IsInStack: true });

    public async Task ResolveAsync(JsonObject body, string? scope, CancellationToken ct)
    {
        await StacksAsync(body, ct);
        var said = Stacks.Select(name => body[name]?.GetValue<string>()).FirstOrDefault(id => id is not null);
        var stack = scope is null ? said : await names.StackAsync(scope, ct);
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

    // To list what is in a stack, the stack is one way to say which, and only one may be given.
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
            && operation.Prefix == Operation.OpsWorks
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
        value is JsonArray list ? list.Select(one => one!.GetValue<string>()) : [value.GetValue<string>()];
}
