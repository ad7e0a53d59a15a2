using System.Text.Json.Nodes;
using CSharpChef.Client.Calls;
using CSharpChef.Client.Records;
using CSharpChef.Converge.Errors;
using CSharpChef.Stacks.Users;

namespace CSharpChef.Client.Names;

/// <summary>Finds ids by name. Text that looks like an id is used as it is, without a call.</summary>
internal sealed class NameResolver(ApiClient api)
{
    private readonly Dictionary<(Reference, string?), JsonArray> known = [];
    private string? users;

    public static bool IsId(string text) => Guid.TryParse(text, out _);

    public Task<string> StackAsync(string text, CancellationToken ct) => FindAsync(Reference.Stack, text, null, ct);

    /// <summary>Finds the stack to use when a command names none: the only stack of the server.</summary>
    public async Task<string> OnlyStackAsync(CancellationToken ct) => await ListAsync(Reference.Stack, null, ct) switch
    {
        [{ } only] => Text(only, Reference.Stack.Id)!,
        [] => throw new UsageException("there is no stack yet: csharpchef stack create NAME creates one"),
        var several =>
            throw new UsageException($"there are several stacks: {Choices(several, Reference.Stack)} with --stack"),
    };

    /// <summary>The names of all records of a kind, of one stack where they belong to stacks.</summary>
    public async Task<IReadOnlyList<string>> NamesAsync(Reference reference, string? stack, CancellationToken ct)
    {
        var scope = !reference.IsInStack ? null
            : stack is null ? await OnlyStackAsync(ct)
            : await StackAsync(stack, ct);
        return [.. (await ListAsync(reference, scope, ct)).Select(record => Text(record!, reference.Names[0]))
            .OfType<string>()];
    }

    public async Task<string> FindAsync(Reference reference, string text, string? stack, CancellationToken ct)
    {
        if (IsId(text))
        {
            return text;
        }

        var all = await ListAsync(reference, stack, ct);
        foreach (var name in reference.Names)
        {
            var ids = all.Where(record => Text(record!, name) == text)
                .Select(record => Text(record!, reference.Id)!)
                .ToList();
            if (ids.Count > 0)
            {
                return ids is [var only] ? only : throw AmbiguousName(reference, text, ids);
            }
        }

        throw new UsageException(
            $"there is no {reference.Noun} {text}{(stack is null ? "" : " in that stack")}: {Choices(all, reference)}");
    }

    private static UsageException AmbiguousName(Reference reference, string text, IEnumerable<string> ids) =>
        new($"several {reference.Noun}s are named {text}: choose one by its id: {string.Join(", ", ids)}");

    /// <summary>The ARN of a user. ARNs of a server's users begin with the same text.</summary>
    public async Task<string> UserAsync(string text, CancellationToken ct)
    {
        if (text.StartsWith("arn:", StringComparison.Ordinal))
        {
            return text;
        }

        if (users is null)
        {
            var answer = await ((ServerCall)api.CallAsync).ReadAsync(
                nameof(DescribeMyUserProfile), [], ClientJson.Default.OwnUser, ct);
            var ownArn = answer.UserProfile.IamUserArn;
            users = ownArn[..(ownArn.LastIndexOf('/') + 1)];
        }

        return users + text;
    }

    private static string Choices(JsonArray all, Reference reference) =>
        all.Count == 0 ? $"there are no {reference.Noun}s" : "choose from " + string.Join(
            ", ", all.Select(record => Text(record!, reference.Names[0]) ?? Text(record!, reference.Id)).Distinct());

    private static string? Text(JsonNode record, string member) => record[member]?.GetValue<string>();

    private async Task<JsonArray> ListAsync(Reference reference, string? stack, CancellationToken ct)
    {
        if (!known.TryGetValue((reference, stack), out var all))
        {
            var answer = await api.CallAsync(
                reference.Operation, stack is null ? null : new JsonObject { [Reference.Stack.Id] = stack }, ct);
            known[(reference, stack)] = all = answer[reference.List] as JsonArray ?? [];
        }

        return all;
    }
}
