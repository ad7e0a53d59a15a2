using System.Globalization;
using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Requests;
using CSharpChef.Stacks.Operations.Rights;
using CSharpChef.Stacks.Operations.Shapes;
using CSharpChef.Stacks.Stacks;

namespace CSharpChef.Stacks.Activity;

[Description(
    "Lists the activity log in pages, the newest entries first. A page ends at MaxResults or 1 MB. Administrators see all of it, other users the stacks they manage.")]
internal sealed class DescribeActivity : Query<DescribeActivity.Request, DescribeActivity.Response>
{
    public override string Prefix => Own;

    public override Right Right => Right.Manage;

    private const string List = "activity";
    private const int DefaultResults = 100;
    private const int MostResults = 1000;

    protected override async Task<Response> RunAsync(Request request, Call call)
    {
        Validate.Range("MaxResults", request.MaxResults, 1, MostResults);
        if (request.StackId is { Length: > 0 } stack)
        {
            await call.GetAsync<Stack>(stack);
        }
        else if (call.Caller.Role != UserRole.Admin)
        {
            throw ApiError.Denied("Only administrators may read the activity of the whole server: specify a StackId.");
        }

        var limit = request.MaxResults ?? DefaultResults;
        var (only, subject) = (Patch.Merge(request.StackId, null), Patch.Merge(request.Subject, null));
        var (entries, more) = await ActivityLog.ReadAsync(
            call.Store, only, subject, Before(request.NextToken), limit, await HiddenStacksAsync(call));
        return new(entries, more
            ? PageToken.After(List, entries[^1].Seq.ToString(CultureInfo.InvariantCulture))
            : null);
    }

    // The level deny holds for administrators too, whatever they ask for.
    private static async Task<IReadOnlyList<string>> HiddenStacksAsync(Call call) =>
        [.. (await call.Store.ListAsync<Permission>(call.Caller.UserArn))
            .Where(permission => permission.Level == PermissionLevel.Deny)
            .Select(permission => permission.StackId)];

    private static long Before(string? token) => string.IsNullOrEmpty(token)
        ? long.MaxValue
        : long.TryParse(PageToken.Read(List, token), CultureInfo.InvariantCulture, out var sequence)
        ? sequence
        : throw ApiError.Invalid("NextToken", "is not a token of this list: use the one of the previous page");

    internal sealed record Request
    {
        [Description("Only entries about this stack and its contents.")]
        public string? StackId { get; init; }

        [Description("Only entries about the object with this id.")]
        public string? Subject { get; init; }

        [Description("The number of entries on a page, at most 1000. Default: 100.")]
        public int? MaxResults { get; init; }

        [Description("The NextToken of the page before.")]
        [Limit(2 * TextShape.DefaultMaxBytes)]
        public string? NextToken { get; init; }
    }

    internal sealed record Response(IReadOnlyList<ActivityEntry> Activity, string? NextToken);
}
