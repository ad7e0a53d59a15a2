using System.Globalization;
using CSharpChef.Stacks.Operations;
using CSharpChef.Stacks.Operations.Shapes;
using CSharpChef.Stacks.Stacks;
using CSharpChef.Stacks.Users;

namespace CSharpChef.Stacks.Activity;

[Description("Lists who did what, the newest first, page by page. All of the server is for administrators; a stack's is for those who manage it.")]
internal sealed class DescribeActivity : Query<DescribeActivity.Request, DescribeActivity.Response>
{
    public override string Prefix => Own;

    public override Right Right => Right.Manage;

    private const int UsualResults = 100;
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
            throw ApiError.Denied("The activity of the whole server is for administrators: give a StackId.");
        }

        var most = request.MaxResults ?? UsualResults;
        var (only, subject) = (Patch.Merge(request.StackId, null), Patch.Merge(request.Subject, null));
        var entries = await ActivityLog.ReadAsync(call.Store, only, subject, Before(request.NextToken), most);
        return new(entries, entries.Count == most
            ? PageToken.After(entries[^1].Seq.ToString(CultureInfo.InvariantCulture))
            : null);
    }

    private static long Before(string? token) => string.IsNullOrEmpty(token)
        ? long.MaxValue
        : long.TryParse(PageToken.Read(token), CultureInfo.InvariantCulture, out var seq)
        ? seq
        : throw ApiError.Invalid("NextToken", "was not given by this server");

    internal sealed record Request
    {
        [Description("Only what was done to this stack and what is in it.")]
        public string? StackId { get; init; }

        [Description("Only what was done to the object of this id.")]
        public string? Subject { get; init; }

        [Description("How many to a page, 1000 at most; 100 if not given.")]
        public int? MaxResults { get; init; }

        [Description("Where the page before ended.")]
        public string? NextToken { get; init; }
    }

    internal sealed record Response(IReadOnlyList<ActivityEntry> Activity, string? NextToken);
}
