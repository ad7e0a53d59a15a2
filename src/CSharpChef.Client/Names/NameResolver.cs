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

    /// <summary>The stack to use when none is named.</summary>
    public async Task<string> OnlyStackAsync(CancellationToken ct) => await ListAsync(Reference.Stack, null, ct) switch
    {
        [{ } only] => Text(only, Reference.Stack.Id)!,
        [] => throw new UsageException("there is no stack yet: csharpchef stack create NAME creates one"),
        var several =>
            throw new UsageException($"choose one of the stacks with --stack: {Known(several, Reference.Stack)}"),
    };

    public async Task<string> FindAsync(Reference reference, string text, string? stack, CancellationToken ct)
    {
        if (IsId(text))
        {
            return text;
        }

        var all = await ListAsync(reference, stack, ct);
        foreach (var name in reference.Names)
        {
            var ids = all.Where(item => Text(item!, name) == text).Select(item => Text(item!, reference.Id)!).ToList();
            if (ids.Count > 0)
            {
                return ids is [var only] ? only : throw Several(reference, text, ids);
            }
        }

        throw new UsageException(
            $"there is no {reference.Noun} {text}{(stack is null ? "" : " in that stack")}; existing: {Known(all, reference)}");
    }

    private static UsageException Several(Reference reference, string text, IEnumerable<string> ids) =>
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
            var own = answer.UserProfile.IamUserArn;
            users = own[..(own.LastIndexOf('/') + 1)];
        }

        return users + text;
    }

    private static string Known(JsonArray all, Reference reference) =>
        all.Count == 0 ? "none" : string.Join(
            ", ", all.Select(item => Text(item!, reference.Names[0]) ?? Text(item!, reference.Id)).Distinct());

    private static string? Text(JsonNode item, string member) => item[member]?.GetValue<string>();

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
